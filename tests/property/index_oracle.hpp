// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "common/index/postings.hpp"
#include "common/index/query.hpp"
#include "common/index/reader.hpp"

namespace geul::test {

/// A plain search over documents in memory, as slow and as simple as can be: what Reader must
/// agree with.
class Oracle {
 public:
  explicit Oracle(std::vector<index::Document> documents);

  [[nodiscard]] const std::vector<index::Document>& documents() const { return documents_; }
  /// Every stored term of every document, once.
  [[nodiscard]] const std::vector<std::string>& vocabulary() const { return vocabulary_; }

  /// Ids of the documents that match the query and every filter but those of `left_out`'s group.
  [[nodiscard]] std::set<std::string> matches(const index::SearchRequest& request,
                                              const index::Facet* left_out = nullptr) const;
  /// Counts by folded name, year, month or day; of the tree all three.
  [[nodiscard]] std::map<std::string, std::size_t> facet(const index::SearchRequest& request,
                                                         const index::Facet& facet) const;

 private:
  [[nodiscard]] bool matches(const index::Query& query, std::size_t document) const;
  [[nodiscard]] bool has_near(const index::Query& query, std::size_t document) const;
  [[nodiscard]] bool has_phrase(const index::Query& query, std::size_t document) const;

  std::vector<index::Document> documents_;
  std::vector<std::map<std::string, std::vector<std::uint32_t>>> positions_;
  std::vector<std::string> vocabulary_;
};

/// Folded names of a facet that a document carries, or its year, month, day, or all three (date).
[[nodiscard]] std::set<std::string> facet_values(const index::Document& document,
                                                 const index::Facet& facet);

}  // namespace geul::test

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "common/analysis/analyzer.hpp"
#include "common/base/result.hpp"
#include "common/index/reader.hpp"
#include "query/rungs/pattern.hpp"

namespace geul::query {

/// What completing asks an index, with the first error among the answers: what fails gives nothing.
class CompletionIndex {
 public:
  /// References are kept.
  CompletionIndex(index::Reader& reader, analysis::Analyzer& analyzer);

  [[nodiscard]] const TermWalk& walk() const noexcept { return walk_; }
  [[nodiscard]] analysis::Analyzer& analyzer() noexcept { return analyzer_; }
  [[nodiscard]] std::size_t documents();
  [[nodiscard]] std::size_t frequency(const std::string& term);
  [[nodiscard]] index::DocumentSet matches(const index::Query& query);
  [[nodiscard]] std::vector<std::size_t> frequencies(const index::DocumentSet& among,
                                                     const std::vector<std::string>& terms);
  [[nodiscard]] std::vector<std::string> values(const std::string& term, index::Slot slot,
                                                std::size_t limit);
  [[nodiscard]] std::vector<index::Document> first_documents(const index::Query& query,
                                                             std::size_t limit);
  [[nodiscard]] Result<void> state() const;

 private:
  template <class T>
  T kept(Result<T> answer);

  index::Reader& reader_;
  analysis::Analyzer& analyzer_;
  TermWalk walk_;
  std::optional<Error> error_;
};

}  // namespace geul::query

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/answer.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/index/index_fixture.hpp"

namespace geul::test {

/// A database of a few posts, and queries that are answered from it.
class SearchFixture {
 public:
  /// `synonyms` is the text of a file of them.
  explicit SearchFixture(const std::vector<index::Document>& posts, std::string_view synonyms = {});

  /// Failures end the test.
  [[nodiscard]] query::Answer answer(std::string_view query, const query::Request& request = {});
  /// The ids of the hits in their order, a space apart.
  [[nodiscard]] std::string ids(std::string_view query, const query::Request& request = {});
  /// By what the first hit was found, a space apart; "none" without hits.
  [[nodiscard]] std::string found_by(std::string_view query);
  [[nodiscard]] std::string database() const { return (folder_ / "db").string(); }

 private:
  TemporaryFolder folder_;
  query::Searcher searcher_;
};

}  // namespace geul::test

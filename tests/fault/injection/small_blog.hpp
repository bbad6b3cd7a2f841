// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/build.hpp"
#include "tests/support/temporary_folder.hpp"

namespace geul::test {

/// What became of a build in this process.
struct BuildOutcome {
  std::optional<indexer::BuildReport> report;  ///< of one that succeeded
  std::optional<Error> error;                  ///< of one that failed
  std::optional<std::string> thrown;           ///< what came out of it as an exception
  std::vector<std::string> said = {};          ///< of posts skipped, and warnings
};

/// A few posts of all kinds (YAML, TOML, JSON, none; CP949) and two pages of HTML, with a database
/// beside them, worked on in this process so that calls can be made to fail.
class SmallBlog {
 public:
  SmallBlog();

  /// `jobs` and `files` as in BuildOptions.
  [[nodiscard]] BuildOutcome build(index::OpenMode mode, std::size_t jobs = 1,
                                   indexer::PostFiles files = indexer::PostFiles::markdown) const;
  /// Of the database, ascending; none where it cannot be opened.
  [[nodiscard]] std::vector<std::string> ids() const;
  /// Of the posts.
  [[nodiscard]] const std::vector<std::string>& all() const { return all_; }
  [[nodiscard]] std::string database() const { return (folder_ / "db").string(); }
  [[nodiscard]] const TemporaryFolder& folder() const { return folder_; }

 private:
  TemporaryFolder folder_;
  std::vector<std::string> all_;
};

}  // namespace geul::test

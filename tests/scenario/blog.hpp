// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/json.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_folder.hpp"

namespace geul::test {

/// Runs the two programs as a person would.
[[nodiscard]] RunResult geul_index(const std::vector<std::string>& arguments,
                                   const RunOptions& options = {});
[[nodiscard]] RunResult geul_query(const std::vector<std::string>& arguments,
                                   const RunOptions& options = {});

/// A blog in a temporary folder with its database beside it.
class Blog {
 public:
  /// Writes posts/NAME.
  void post(std::string_view name, std::string_view bytes) const;
  void remove(std::string_view name) const;
  /// geul-index build of the posts, with further arguments.
  [[nodiscard]] RunResult build(const std::vector<std::string>& more = {},
                                const RunOptions& options = {}) const;
  /// geul-query in this database.
  [[nodiscard]] RunResult query(std::vector<std::string> arguments,
                                const RunOptions& options = {}) const;
  /// The ids that a query finds, best first.
  [[nodiscard]] std::vector<std::string> ids(std::vector<std::string> arguments) const;

  [[nodiscard]] std::filesystem::path posts() const { return folder_ / "posts"; }
  [[nodiscard]] std::filesystem::path database() const { return folder_ / "db"; }
  [[nodiscard]] const TemporaryFolder& folder() const { return folder_; }

 private:
  TemporaryFolder folder_;
};

/// A post with the front matter keys that most tests want.
[[nodiscard]] std::string markdown(std::string_view title, std::string_view date,
                                   std::string_view tags, std::string_view body);

/// The JSON that a program printed; throws if it is none.
[[nodiscard]] Json json_of(const RunResult& result);

/// The strings under `key` of a JSON answer's hits.
[[nodiscard]] std::vector<std::string> hit_strings(const Json& answer, const char* key);

}  // namespace geul::test

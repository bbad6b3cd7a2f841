// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/scenario/blog.hpp"
#include "tests/support/running_program.hpp"

namespace geul::test {

/// A blog of one post, first.md, that `geul-index watch` keeps indexed.
class WatchedBlog {
 public:
  using Stream = RunningProgram::Stream;

  [[nodiscard]] const Blog& blog() const { return blog_; }
  [[nodiscard]] RunningProgram& program() { return *program_; }
  [[nodiscard]] std::filesystem::path operator/(std::string_view name) const {
    return blog_.folder() / name;
  }

  /// `database` counts from the folder around the posts.
  explicit WatchedBlog(std::string_view database = "db");
  /// Starts the program, with further arguments, in a script of sh that runs "$@" at its end.
  void start(const std::vector<std::string>& more = {}, const std::string& script = "exec \"$@\"");
  /// The next update's line without its time: "1 indexed, 0 removed".
  std::string update();
  /// The next line of the standard error stream with this text.
  std::string error_with(std::string_view text);
  /// Ends the program as a person does. Returns its status.
  int end();

 private:
  [[nodiscard]] std::filesystem::path database() const { return blog_.folder() / database_; }

  Blog blog_;
  std::string database_;
  std::optional<RunningProgram> program_;
};

}  // namespace geul::test

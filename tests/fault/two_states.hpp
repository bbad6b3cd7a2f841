// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tests/fault/answers.hpp"
#include "tests/scenario/blog.hpp"

namespace geul::test {

/// A blog whose posts stand before or after a change: a third of them has changed, some are new,
/// some gone. Of either state there is a clean database to copy from, and what it answers.
class TwoStates {
 public:
  enum class State { before, after };
  static constexpr int kPosts = 180;  ///< in either state or both: a000.md and so on

  explicit TwoStates(const std::vector<std::string>& build_options = {});
  /// Those of a single database, made once for all cases. Nothing is in work() to begin with, and
  /// the posts stand after the change.
  [[nodiscard]] static const TwoStates& single();

  [[nodiscard]] const Blog& blog() const { return blog_; }
  /// Where a fault is tried: DIR/work/db, alone in its folder.
  [[nodiscard]] std::filesystem::path place() const { return work() / "db"; }
  [[nodiscard]] std::filesystem::path work() const { return blog_.folder() / "work"; }
  [[nodiscard]] std::filesystem::path clean(State state) const {
    return blog_.folder() / (state == State::before ? "before" : "after");
  }
  [[nodiscard]] const Answers& answers(State state) const {
    return state == State::before ? before_ : after_;
  }

  /// How many posts are there in both states.
  [[nodiscard]] static std::size_t unmoved();

  /// Deletes what is in work().
  void clear() const;
  /// Puts the posts there.
  void write_posts(State state) const;
  /// The arguments that build the posts at a place.
  [[nodiscard]] std::vector<std::string> build_at(const std::filesystem::path& database) const;

 private:
  void build(State state) const;

  Blog blog_;
  std::vector<std::string> build_options_;
  Answers before_;
  Answers after_;
};

}  // namespace geul::test

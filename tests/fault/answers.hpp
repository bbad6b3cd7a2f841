// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/program.hpp"

namespace geul::test {

/// What geul-query answers to a question: its JSON and its status. What it says beside that is kept
/// for the reports alone.
struct Answer {
  int status = 0;
  std::string out;
  std::string err;
  friend bool operator==(const Answer& a, const Answer& b) {
    return a.status == b.status && a.out == b.out;
  }
};
using Answers = std::vector<Answer>;

/// Ten questions of all kinds: words, a phrase, a field, a beginning, a typo, filters, facets,
/// order by date, completions, likeness.
[[nodiscard]] const std::vector<std::vector<std::string>>& questions();

/// The answer where the program does not end in time.
inline constexpr int kHangs = -1;
[[nodiscard]] Answer run_in_time(const std::filesystem::path& program,
                                 const std::vector<std::string>& arguments,
                                 const RunOptions& options = {});
[[nodiscard]] Answer answer_of(const std::filesystem::path& database,
                               const std::vector<std::string>& question,
                               const RunOptions& options = {});
[[nodiscard]] Answers answers_of(const std::filesystem::path& database,
                                 const RunOptions& options = {});

/// Whether a program said that it failed, and what to do.
[[nodiscard]] bool is_helpful_error(int status, const std::string& err);

/// What geul-index check says: its status and its words.
[[nodiscard]] Answer check_of(const std::filesystem::path& database,
                              const RunOptions& options = {});

}  // namespace geul::test

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/cli/command.hpp"

namespace geul::cli::test {

/// A program of commands with an option of every kind, and texts that mean something to shells
/// and to roff.
class SampleProgram {
 public:
  [[nodiscard]] Program several_commands();
  /// The first of them alone.
  [[nodiscard]] Program one_command();

 private:
  Command find();
  Command clean();
  Command help();

  std::vector<std::string> words_;
  std::vector<std::string> tags_;
  std::optional<std::string> facets_;
  std::string sort_ = "relevance";
  std::string folder_;
  std::string file_;
  std::size_t limit_ = 10;
  bool nul_ = false;
};

}  // namespace geul::cli::test

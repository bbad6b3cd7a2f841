// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "common/cli/command.hpp"

namespace geul::cli {

/// Marks a word that begins with '-' on its way through the option parser.
inline constexpr char kWordMark = '\x01';
[[nodiscard]] std::string unmarked(std::string text);

/// Adds one option of the table to CLI11's parser, which writes to its target.
void add_option(CLI::App& app, const Option& option);

}  // namespace geul::cli

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "common/cli/command.hpp"

namespace geul::cli {

/// Marks a word that begins with '-' on its way through the option parser.
inline constexpr char kWordMark = '\x01';
[[nodiscard]] std::string unmarked(std::string text);

/// What a flag's value says: 1, true, yes, on or 0, false, no, off.
/// Errors  usage: another; `given` is how it was given, option or variable.
[[nodiscard]] Result<bool> flag_value(std::string_view given, std::string_view value);

/// Adds one option of the table to CLI11's parser, which writes to its target.
void add_option(CLI::App& app, const Option& option);

}  // namespace geul::cli

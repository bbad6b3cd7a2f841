// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/cli/command.hpp"

namespace geul::cli {

enum class Shell { bash, zsh, fish };

/// "bash", "zsh", "fish"; nothing for other words.
[[nodiscard]] std::optional<Shell> shell_named(std::string_view word);

/// A script that completes the program's commands, its options and their values: choices as they
/// are, DIR as folders, FILE as files. For bash-completion's and fish's folders of completions, and
/// for zsh's $fpath under the name _PROGRAM.
[[nodiscard]] std::string completion(const Program& program, Shell shell);

}  // namespace geul::cli

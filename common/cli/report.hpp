// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "common/base/result.hpp"

namespace geul::cli {

/// The one place where failures, warnings and notes are turned into text for people. What they
/// quote is untrusted: control characters are made visible.
///
///     geul-index: no database at .geul
///       hint: build one with geul-index build
///     _posts/a.md:3: warning: no such date: 2023-02-30
[[nodiscard]] std::string describe(std::string_view program, const Error& error);
[[nodiscard]] std::string describe(const Warning& warning);
[[nodiscard]] std::string describe_skipped(const Place& place, const Error& reason);
/// The line with an error's hint; empty without.
[[nodiscard]] std::string describe_hint(const Error& error);

/// Write them to the standard error stream.
void print_error(std::string_view program, const Error& error);
void print_warning(const Warning& warning);
void print_note(std::string_view program, std::string_view note);
/// words.txt:3: note: no post has 바로고
void print_note(const Warning& note);

}  // namespace geul::cli

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

namespace geul::query {

/// Exit statuses, as ripgrep and grep have them.
enum class Status : int { found = 0, nothing_found = 1, error = 2 };

/// The whole of geul-query: reads the command line, answers, writes results to the standard output
/// and everything else to the standard error. Throws nothing but for want of memory.
[[nodiscard]] Status run(int argc, const char* const* argv);

}  // namespace geul::query

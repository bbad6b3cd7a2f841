// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>

namespace geul::cli {

/// From here on, a signal with which the system ends a program that has gone wrong (SIGSEGV and its
/// like) is said, followed by `hint`, and ends it with status 2. Xapian 1.4 believes what stands in
/// a database's blocks, and there are damaged ones that lead it out of its memory; cmark ends a
/// process that has no more.
///
/// Nothing is cleaned up, as when the process is killed. Builds with sanitizers keep theirs.
/// Threads  to be called by the first, before there are others. An overflown stack is said of the
///          first alone.
void say_crashes(const std::string& program, const std::string& hint);

/// From here on, when there is no room left where `folder` is or is to be, that is what is said:
/// with a full disk Xapian 1.4's commit() may end the process. Nothing happens for a path that is
/// too long. Threads  as say_crashes(), before which it has no effect.
void say_full_disk(const std::string& program, const std::filesystem::path& folder);

/// Calls `run` and gives back its status. An exception that comes out of it is said as an error and
/// is status 2: failures are values here, and what is thrown all the same (std::bad_alloc, a
/// library without its data) nobody could answer further down.
[[nodiscard]] int contained(const std::string& program, const std::function<int()>& run);

}  // namespace geul::cli

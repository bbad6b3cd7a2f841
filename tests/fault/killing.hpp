// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace geul::test {

/// Which of a program's system calls count.
enum class Calls {
  changes,  ///< all that change files: writes, truncations, new, renamed and deleted files, syncs
  names,    ///< those but for writes: the few at which one state becomes the other
};

/// A command that is killed (SIGKILL) on its way.
struct Command {
  std::filesystem::path program;
  std::vector<std::string> arguments;
};

/// Runs it to its end. Returns how long that took.
[[nodiscard]] std::chrono::microseconds time_of(const Command& command);
/// Runs it to its end. Returns how many such calls it makes, in all threads; 0 where the system
/// lets nobody look on.
[[nodiscard]] std::size_t count_calls(const Command& command, Calls calls);

/// Kills it after that time. Returns whether it still ran.
bool kill_after(const Command& command, std::chrono::microseconds time);
/// Kills it right before its call of that number, from 1. Returns whether it came so far.
bool kill_before_call(const Command& command, Calls calls, std::size_t number);

}  // namespace geul::test

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace geul::test {

/// How a program is run.
struct RunOptions {
  std::string input = {};             ///< its standard input
  std::filesystem::path folder = {};  ///< its working folder; empty: this process's
  std::vector<std::pair<std::string, std::string>> environment = {};  ///< added to ours
  bool unprivileged = false;              ///< as nobody, when the tests run as root
  bool terminal = false;                  ///< output and error go to one terminal, into `out`
  std::vector<std::string> through = {};  ///< a program, by its path, that is to run it: nsenter …
  std::chrono::seconds timeout{60};       ///< then it is killed and the run throws
};

struct RunResult {
  int status = 0;  ///< exit status; 128 + N when signal N ended it
  std::string out;
  std::string err;
  double cpu_seconds = 0;      ///< of all its threads, in the system too
  std::size_t peak_bytes = 0;  ///< of memory: what was resident at the most
};

/// Runs a program to its end.
[[nodiscard]] RunResult run(const std::filesystem::path& program,
                            const std::vector<std::string>& arguments,
                            const RunOptions& options = {});

}  // namespace geul::test

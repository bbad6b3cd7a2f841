// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/program.hpp"

#include <fcntl.h>
#include <pty.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <thread>

#include "tests/support/temporary_folder.hpp"

namespace geul::test {
namespace {

constexpr std::chrono::milliseconds kPause{2};
constexpr int kExecFailed = 127;
constexpr unsigned kNobody = 65534;

std::string content(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// In the child, after fork: becomes the program, or leaves with 127.
[[noreturn]] void become(const std::filesystem::path& program,
                         const std::vector<std::string>& arguments, const RunOptions& options) {
  if (options.unprivileged && ::geteuid() == 0 &&
      (::setgid(kNobody) != 0 || ::setuid(kNobody) != 0))
    ::_exit(kExecFailed);
  for (const auto& [name, value] : options.environment) ::setenv(name.c_str(), value.c_str(), 1);
  if (!options.folder.empty() && ::chdir(options.folder.c_str()) != 0) ::_exit(kExecFailed);
  std::vector<char*> argv{const_cast<char*>(program.c_str())};
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  ::execv(program.c_str(), argv.data());
  ::_exit(kExecFailed);
}

void redirect(int descriptor, const std::filesystem::path& path, int flags) {
  const int file = ::open(path.c_str(), flags, 0600);
  if (file < 0 || ::dup2(file, descriptor) < 0) ::_exit(kExecFailed);
  ::close(file);
}

int status_of(int raw) {
  return WIFEXITED(raw) ? WEXITSTATUS(raw) : 128 + WTERMSIG(raw);
}

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

/// Waits for the program's end: its status, and what it cost.
void wait_for(pid_t child, std::chrono::seconds timeout, RunResult& result) {
  const auto end = std::chrono::steady_clock::now() + timeout;
  for (;;) {
    int raw = 0;
    rusage usage = {};
    if (::wait4(child, &raw, WNOHANG, &usage) == child) {
      constexpr std::size_t kUnit = 1024;
      result.status = status_of(raw);
      result.cpu_seconds = seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
      result.peak_bytes = static_cast<std::size_t>(usage.ru_maxrss) * kUnit;
      return;
    }
    if (std::chrono::steady_clock::now() > end) break;
    std::this_thread::sleep_for(kPause);
  }
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  throw std::runtime_error("the program did not end in time");
}

RunResult run_with_files(const std::filesystem::path& program,
                         const std::vector<std::string>& arguments, const RunOptions& options) {
  const TemporaryFolder folder;
  folder.write("in", options.input);
  const pid_t child = ::fork();
  if (child == 0) {
    redirect(STDIN_FILENO, folder / "in", O_RDONLY);
    redirect(STDOUT_FILENO, folder / "out", O_WRONLY | O_CREAT);
    redirect(STDERR_FILENO, folder / "err", O_WRONLY | O_CREAT);
    become(program, arguments, options);
  }
  RunResult result;
  wait_for(child, options.timeout, result);
  result.out = content(folder / "out");
  result.err = content(folder / "err");
  return result;
}

RunResult run_on_terminal(const std::filesystem::path& program,
                          const std::vector<std::string>& arguments, const RunOptions& options) {
  int terminal = -1;
  const winsize size{24, 100, 0, 0};
  const pid_t child = ::forkpty(&terminal, nullptr, nullptr, &size);
  if (child == 0) become(program, arguments, options);
  RunResult result;
  char buffer[4096];
  for (;;) {
    const ssize_t got = ::read(terminal, buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;  // a terminal whose program has ended reads as an error
    result.out.append(buffer, static_cast<std::size_t>(got));
  }
  ::close(terminal);
  wait_for(child, options.timeout, result);
  return result;
}

}  // namespace

RunResult run(const std::filesystem::path& program, const std::vector<std::string>& arguments,
              const RunOptions& options) {
  if (!options.through.empty()) {
    RunOptions direct = options;
    std::vector<std::string> all(direct.through.begin() + 1, direct.through.end());
    all.push_back(program);
    all.insert(all.end(), arguments.begin(), arguments.end());
    direct.through.clear();
    return run(options.through.front(), all, direct);
  }
  return options.terminal ? run_on_terminal(program, arguments, options)
                          : run_with_files(program, arguments, options);
}

}  // namespace geul::test

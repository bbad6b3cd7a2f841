// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/fault/killing.hpp"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstddef>
#include <limits>
#include <stdexcept>
#include <thread>

namespace geul::test {
namespace {

using Clock = std::chrono::steady_clock;
constexpr int kExecFailed = 127;

/// Those that the machine has.
std::vector<unsigned> numbers_of(Calls calls) {
  std::vector<unsigned> numbers{
#ifdef __NR_rename
      __NR_rename,    __NR_unlink,   __NR_rmdir,   __NR_mkdir,  __NR_link,      __NR_symlink,
#endif
      __NR_renameat2, __NR_unlinkat, __NR_mkdirat, __NR_linkat, __NR_symlinkat, __NR_ftruncate,
      __NR_fsync,     __NR_fdatasync};
  if (calls == Calls::changes)
    numbers.insert(numbers.end(), {__NR_write, __NR_pwrite64, __NR_writev, __NR_pwritev});
  return numbers;
}

sock_filter statement(unsigned code, unsigned value) {
  return {static_cast<unsigned short>(code), 0, 0, value};
}

sock_filter jump_if_equal(unsigned value, unsigned char by) {
  return {BPF_JMP | BPF_JEQ | BPF_K, by, 0, value};
}

/// A filter that stops the process at these calls, and at the making of a file.
std::vector<sock_filter> filter_of(Calls calls) {
  const std::vector<unsigned> numbers = numbers_of(calls);
  std::vector<sock_filter> filter{statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr))};
  for (std::size_t i = 0; i < numbers.size(); ++i)
    filter.push_back(jump_if_equal(numbers[i], static_cast<unsigned char>(numbers.size() - i + 3)));
  filter.push_back({BPF_JMP | BPF_JEQ | BPF_K, 0, 2, __NR_openat});
  filter.push_back(statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, args[2])));
  filter.push_back({BPF_JMP | BPF_JSET | BPF_K, 1, 0, O_CREAT});
  filter.push_back(statement(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
  filter.push_back(statement(BPF_RET | BPF_K, SECCOMP_RET_TRACE));
  return filter;
}

[[noreturn]] void become(const Command& command) {
  const int nothing = ::open("/dev/null", O_RDWR);
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(nothing, stream);
  std::vector<char*> argv{const_cast<char*>(command.program.c_str())};
  for (const std::string& argument : command.arguments)
    argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  ::execv(command.program.c_str(), argv.data());
  ::_exit(kExecFailed);
}

pid_t start(const Command& command) {
  const pid_t child = ::fork();
  if (child == 0) become(command);
  return child;
}

/// In the child: waits to be traced, and is stopped from then on at the calls of the filter.
pid_t start_filtered(const Command& command, std::vector<sock_filter>& filter) {
  const pid_t child = ::fork();
  if (child != 0) return child;
  const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
  ::raise(SIGSTOP);
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
      ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0)
    ::_exit(kExecFailed);
  become(command);
}

void expect_success(int raw, const Command& command) {
  if (!WIFEXITED(raw) || WEXITSTATUS(raw) != 0)
    throw std::runtime_error(command.program.string() + " fails where nothing is wrong");
}

struct Traced {
  std::size_t calls = 0;
  bool is_killed = false;
  bool is_refused = false;
};

/// Lets a stopped thread go on, with the signal that it was stopped by where that is its own.
void let_go(pid_t thread, int raw) {
  const int signal = WSTOPSIG(raw);
  const bool is_event = raw >> 16 != 0;
  const bool is_own = !is_event && signal != SIGTRAP && signal != SIGSTOP;
  ::ptrace(PTRACE_CONT, thread, nullptr, static_cast<std::intptr_t>(is_own ? signal : 0));
}

bool is_call(int raw) {
  return raw >> 8 == (SIGTRAP | (PTRACE_EVENT_SECCOMP << 8));
}

/// Runs a command and kills it before its call of that number.
Traced trace(const Command& command, Calls calls, std::size_t last) {
  std::vector<sock_filter> filter = filter_of(calls);
  const pid_t child = start_filtered(command, filter);
  int raw = 0;
  ::waitpid(child, &raw, WUNTRACED);
  constexpr int kOptions = PTRACE_O_TRACESECCOMP | PTRACE_O_TRACECLONE | PTRACE_O_EXITKILL;
  Traced traced;
  if (::ptrace(PTRACE_SEIZE, child, nullptr, kOptions) != 0) {
    traced.is_refused = true;
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    return traced;
  }
  ::kill(child, SIGCONT);
  for (;;) {
    const pid_t thread = ::waitpid(-1, &raw, __WALL);
    if (thread < 0 && errno == EINTR) continue;
    if (thread < 0) throw std::runtime_error("lost a traced program");
    if (!WIFSTOPPED(raw)) {
      if (thread == child) break;
      continue;
    }
    if (is_call(raw) && ++traced.calls == last) {
      ::kill(child, SIGKILL);
      traced.is_killed = true;
      continue;
    }
    let_go(thread, raw);
  }
  if (!traced.is_killed) expect_success(raw, command);
  return traced;
}

}  // namespace

std::chrono::microseconds time_of(const Command& command) {
  const auto begin = Clock::now();
  int raw = 0;
  ::waitpid(start(command), &raw, 0);
  expect_success(raw, command);
  return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin);
}

bool kill_after(const Command& command, std::chrono::microseconds time) {
  const pid_t child = start(command);
  std::this_thread::sleep_for(time);
  ::kill(child, SIGKILL);
  int raw = 0;
  ::waitpid(child, &raw, 0);
  if (!WIFSIGNALED(raw)) expect_success(raw, command);
  return WIFSIGNALED(raw);
}

std::size_t count_calls(const Command& command, Calls calls) {
  return trace(command, calls, std::numeric_limits<std::size_t>::max()).calls;
}

bool kill_before_call(const Command& command, Calls calls, std::size_t number) {
  return trace(command, calls, number).is_killed;
}

}  // namespace geul::test

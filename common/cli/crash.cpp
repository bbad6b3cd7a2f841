// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/crash.hpp"

#include <unistd.h>

#include <array>
#include <csignal>
#include <exception>
#include <new>
#include <string_view>

#include "common/base/format.hpp"
#include "common/cli/report.hpp"

namespace geul::cli {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitizer = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
constexpr bool kSanitizer = true;
#else
constexpr bool kSanitizer = false;
#endif
#else
constexpr bool kSanitizer = false;
#endif

constexpr int kFailed = 2;
constexpr std::size_t kStackBytes = std::size_t{64} << 10U;

/// A handler has nothing but what stands ready: no allocation, no lock.
std::array<char, 1024> message;
std::size_t message_bytes = 0;
std::array<char, kStackBytes> stack;  ///< the thread's own may be what has run out

extern "C" void say_and_leave(int /*signal*/) {
  [[maybe_unused]] const ssize_t put = ::write(STDERR_FILENO, message.data(), message_bytes);
  ::_exit(kFailed);
}

}  // namespace

void say_crashes(const std::string& program, const std::string& hint) {
  if constexpr (kSanitizer) return;
  const std::string text = format(
      "{}: broke off at a fault of the program, which a damaged database can lead to\n  hint: {}\n",
      program, hint);
  message_bytes = text.copy(message.data(), message.size());
  stack_t own = {};
  own.ss_sp = stack.data();
  own.ss_size = stack.size();
  ::sigaltstack(&own, nullptr);
  struct sigaction action = {};
  action.sa_handler = say_and_leave;
  action.sa_flags = SA_ONSTACK;
  for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT})
    ::sigaction(signal, &action, nullptr);
}

int contained(const std::string& program, const std::function<int()>& run) {
  try {
    return run();
  } catch (const std::bad_alloc&) {
    print_error(program, {ErrorCode::internal, "out of memory",
                          "what was committed before stands; try again with more memory"});
  } catch (const std::exception& error) {
    print_error(program, {ErrorCode::internal, error.what(),
                          "what was committed before stands; --version names the libraries"});
  }
  return kFailed;
}

}  // namespace geul::cli

// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/crash.hpp"

#include <unistd.h>

#include <array>
#include <climits>
#include <csignal>
#include <exception>
#include <new>
#include <system_error>

#include "common/base/files.hpp"
#include "common/base/format.hpp"
#include "common/cli/report.hpp"
#include "common/text/display.hpp"

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

/// What is said, ready: a handler can neither allocate nor lock.
struct Message {
  std::array<char, 1024> text = {};
  std::size_t bytes = 0;

  void set(const std::string& said) { bytes = said.copy(text.data(), text.size()); }
};

Message crash;
Message full_disk;
std::array<char, PATH_MAX> disk;      ///< a path with its NUL; empty: none was named
std::array<char, kStackBytes> stack;  ///< the thread's own may be what has run out

extern "C" void say_and_leave(int /*signal*/) {
  const bool full = disk[0] != '\0' && is_disk_full(disk.data());
  const Message& said = full ? full_disk : crash;
  [[maybe_unused]] const ssize_t put = ::write(STDERR_FILENO, said.text.data(), said.bytes);
  ::_exit(kFailed);
}

/// The nearest folder upward that is there.
std::filesystem::path existing(std::filesystem::path folder) {
  std::error_code error;
  folder = std::filesystem::absolute(folder, error);
  while (!std::filesystem::exists(folder, error) && folder.has_relative_path())
    folder = folder.parent_path();
  return folder;
}

}  // namespace

void say_crashes(const std::string& program, const std::string& hint) {
  if constexpr (kSanitizer) return;
  crash.set(
      format("{}: broke off at a fault of the program, which a damaged database or too little "
             "memory can lead "
             "to\n  hint: {}\n",
             program, hint));
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

void say_full_disk(const std::string& program, const std::filesystem::path& folder) {
  const std::string place = existing(folder).string();
  if (place.size() >= disk.size()) return;
  full_disk.set(format(
      "{}: No space left on device at {}\n  hint: make room, and run it again; what was committed "
      "before stands\n",
      program, text::printable(place)));
  place.copy(disk.data(), place.size());
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

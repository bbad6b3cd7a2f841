// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/fault/injection/injection.hpp"

#include <mutex>
#include <optional>
#include <set>
#include <utility>

namespace geul::test {
namespace {

struct Armed {
  std::string call;
  std::size_t left;
  std::function<void()> fault;
};

// Stubs have no arguments of their own, so what they ask stands here.
std::mutex mutex;
std::optional<Calls> counted;
std::optional<Armed> armed;

/// What the call is to do; nothing for most.
std::optional<std::function<void()>> fault_of(const char* call) {
  const std::lock_guard lock(mutex);
  if (counted) ++(*counted)[call];
  if (!armed || armed->left == 0 || armed->call != call || --armed->left > 0) return std::nullopt;
  return armed->fault;
}

}  // namespace

Calls calls_of(const std::function<void()>& run) {
  {
    const std::lock_guard lock(mutex);
    counted.emplace();
  }
  run();
  const std::lock_guard lock(mutex);
  return *std::exchange(counted, std::nullopt);
}

Injection::Injection(std::string call, std::size_t nth, std::function<void()> fault) {
  const std::lock_guard lock(mutex);
  armed = Armed{std::move(call), nth, std::move(fault)};
}

Injection::~Injection() {
  const std::lock_guard lock(mutex);
  armed.reset();
}

bool Injection::has_happened() const {
  const std::lock_guard lock(mutex);
  return armed->left == 0;
}

bool call_fails(const char* call) {
  const auto fault = fault_of(call);
  if (fault) (*fault)();
  return fault.has_value();
}

std::vector<std::size_t> some_of(std::size_t count) {
  const std::set<std::size_t> some{1, 2, 1 + count / 2, count};
  std::vector<std::size_t> within;
  for (const std::size_t each : some)
    if (each <= count) within.push_back(each);
  return within;
}

}  // namespace geul::test

/// What the stubs of `wrap` call.
extern "C" void geul_injection_point(const char* call) {
  static_cast<void>(geul::test::call_fails(call));
}

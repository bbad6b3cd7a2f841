// SPDX-License-Identifier: GPL-2.0-or-later
#define CATCH_CONFIG_EXTERNAL_INTERFACES  // listeners
#include "tests/fault/tally.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <iostream>
#include <string_view>

#include "common/base/format.hpp"

namespace geul::test {
namespace {

struct TableHeader : Catch::TestEventListenerBase {
  using TestEventListenerBase::TestEventListenerBase;
  void testRunStarting(const Catch::TestRunInfo& /*run*/) override {
    std::cout << "| fault | rounds | outcomes |\n| --- | --- | --- |\n" << std::flush;
  }
};
CATCH_REGISTER_LISTENER(TableHeader)

}  // namespace

std::size_t rounds(std::size_t in_short, std::size_t at_length) {
  const char* const form = std::getenv("GEUL_FAULTS");
  return form != nullptr && std::string_view(form) == "long" ? at_length : in_short;
}

std::uint64_t seed() {
  const char* const given = std::getenv("GEUL_FAULT_SEED");
  return given == nullptr ? 1 : std::strtoull(given, nullptr, 10);
}

void Tally::count(const std::string& outcome) {
  const auto known = std::ranges::find(outcomes_, outcome, &std::pair<std::string, size_t>::first);
  if (known == outcomes_.end())
    outcomes_.emplace_back(outcome, 1);
  else
    ++known->second;
}

Tally::~Tally() {
  std::string row = format("| {} | {} | ", kind_, rounds_);
  for (const auto& [outcome, count] : outcomes_)
    row += format("{}{} {}", &outcome == &outcomes_.front().first ? "" : "; ", outcome, count);
  std::cout << row << " |\n" << std::flush;
}

}  // namespace geul::test

// SPDX-License-Identifier: GPL-2.0-or-later
// What the libraries that read posts may do beside what they promise: yaml-cpp and toml++ throw,
// cmark and gumbo give a null, ICU a status of failure. One post is then not read, and said; the
// others are.
#include <yaml-cpp/exceptions.h>

#include <catch2/catch.hpp>
#include <new>
#include <stdexcept>

#include "tests/fault/injection/injection.hpp"
#include "tests/fault/injection/small_blog.hpp"

namespace geul::test {
namespace {

const std::vector<std::function<void()>>& thrown() {
  static const std::vector<std::function<void()>> all{
      [] { throw YAML::ParserException(YAML::Mark::null_mark(), "injected"); },
      [] { throw YAML::BadSubscript(YAML::Mark::null_mark(), "injected"); },
      [] { throw std::runtime_error("injected"); },
      [] { throw std::length_error("injected"); },
      [] { throw std::bad_alloc(); },
  };
  return all;
}

bool is_refusal(const std::string& call) {
  return call.starts_with("cmark") || call.starts_with("u") || call.starts_with("get");
}

/// Builds anew with one call that fails; gives back what is then known of the blog.
void check_fault(const SmallBlog& blog, const std::string& call, std::size_t nth,
                 const std::function<void()>& fault) {
  INFO(call << " no. " << nth);
  REQUIRE(blog.build(index::OpenMode::update).report);
  const Injection injection(call, nth, fault);
  const BuildOutcome outcome = blog.build(index::OpenMode::replace);
  CHECK(injection.has_happened());
  if (outcome.thrown) {
    CHECK_THAT(*outcome.thrown, Catch::Contains("ICU cannot"));
    CHECK(blog.ids() == blog.all());
    return;
  }
  REQUIRE(outcome.report);
  CHECK(outcome.report->indexed + outcome.report->skipped == blog.all().size());
  CHECK(outcome.report->skipped <= 1);
  CHECK(outcome.said.size() >= outcome.report->skipped);
  CHECK(blog.ids().size() == outcome.report->indexed);
}

}  // namespace

TEST_CASE("a parser that throws takes no other post along") {
  const SmallBlog blog;
  REQUIRE(blog.build(index::OpenMode::update).report);
  const Calls calls = calls_of([&] { static_cast<void>(blog.build(index::OpenMode::replace)); });
  std::size_t parsers = 0;
  for (const auto& [call, count] : calls) {
    if (call.find("4YAML") == call.npos && call.find("4toml") == call.npos) continue;
    ++parsers;
    for (const std::size_t nth : some_of(count))
      for (const auto& fault : thrown()) check_fault(blog, call, nth, fault);
  }
  CHECK(parsers >= 3);
}

TEST_CASE("a null from cmark and a failure of ICU take no other post along") {
  const SmallBlog blog;
  REQUIRE(blog.build(index::OpenMode::update).report);
  const Calls calls = calls_of([&] { static_cast<void>(blog.build(index::OpenMode::replace)); });
  std::size_t refusals = 0;
  for (const auto& [call, count] : calls) {
    if (!is_refusal(call)) continue;
    ++refusals;
    for (const std::size_t nth : some_of(count)) check_fault(blog, call, nth, [] {});
  }
  CHECK(refusals == 7);
}

TEST_CASE("a null from gumbo takes no other page along") {
  const SmallBlog blog;
  const auto build = [&blog] {
    return blog.build(index::OpenMode::replace, 1, indexer::PostFiles::html);
  };
  REQUIRE(build().report);
  CHECK(blog.ids() == std::vector<std::string>{"one.html", "two.html"});
  for (const std::size_t nth : {1U, 2U}) {
    const Injection injection("gumbo_parse_with_options", nth, [] {});
    const BuildOutcome outcome = build();
    CHECK(injection.has_happened());
    REQUIRE(outcome.report);
    CHECK(outcome.report->indexed == 1);
    CHECK(outcome.report->skipped == 1);
    CHECK(outcome.said.size() == 1);
    CHECK(blog.ids().size() == 1);
  }
}

}  // namespace geul::test

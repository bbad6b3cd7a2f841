// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/pattern.hpp"

#include <catch2/catch.hpp>
#include <chrono>

using geul::text::Pattern;

TEST_CASE("A regular expression of somebody else's") {
  CHECK(Pattern::compiled("글\\.md$")->is_in("/posts/글.md"));
  CHECK_FALSE(Pattern::compiled("글\\.md$")->is_in("/posts/글.mdx"));
  CHECK_FALSE(Pattern::compiled("(").has_value());
  CHECK_FALSE(Pattern::compiled(std::string(1001, 'a')).has_value());
  CHECK(Pattern::compiled("(\\d{4})-(.+?)")->groups("2020-가 나") ==
        std::vector<std::string>{"2020", "가 나"});
  CHECK_FALSE(Pattern::compiled("(\\d{4})")->groups("20201").has_value());
}

TEST_CASE("An expression that would take for ever does not match, and soon") {
  const auto start = std::chrono::steady_clock::now();
  CHECK_FALSE(Pattern::compiled("(a+)+b")->is_in(std::string(60, 'a')));
  CHECK_FALSE(Pattern::compiled("(.|a)*b")->is_in(std::string(1'000'000, 'a')));
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
}

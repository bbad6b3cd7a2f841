// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "indexer/generator/generator.hpp"

using geul::indexer::AnchorMaker;
using geul::indexer::AnchorRule;
using geul::indexer::HeadingText;
using Anchors = std::vector<std::string>;

namespace {

HeadingText plain(const std::string& heading) {
  return {heading, heading, heading};
}

Anchors make(AnchorRule rule, const std::vector<std::string>& headings, std::string prefix = "") {
  AnchorMaker maker({rule, std::move(prefix)});
  Anchors anchors;
  for (const std::string& heading : headings) anchors.push_back(maker.anchor(plain(heading)));
  return anchors;
}

}  // namespace

TEST_CASE("kramdown keeps ASCII from the first letter on") {
  CHECK(make(AnchorRule::kramdown,
             {"1. Hello, World_x!", "한글 제목", "또 한글", "a-b  c", "Section"}) ==
        Anchors{"hello-worldx", "section", "section-1", "a-b--c", "section-2"});
}

TEST_CASE("kramdown's GFM parser keeps words of any script") {
  CHECK(make(AnchorRule::kramdown_gfm, {"개발자에서 SRE가 되기까지", "C++과 C#, 그리고 .NET",
                                        "snake_case - 둘", "후기", "후기", "끝! 🙂", "!!!"}) ==
        Anchors{"개발자에서-sre가-되기까지", "c과-c-그리고-net", "snake_case---둘", "후기",
                "후기-1", "끝-", ""});
  CHECK(make(AnchorRule::kramdown_gfm, {"가"}, "heading-") == Anchors{"heading-가"});
}

TEST_CASE("github-slugger goes on to the next free number") {
  CHECK(make(AnchorRule::github, {"후기", "후기-1", "후기", "😄 emoji", "Привет ÀÉ 한글"}) ==
        Anchors{"후기", "후기-1", "후기-2", "-emoji", "привет-àé-한글"});
}

TEST_CASE("Hugo's github style has a substitute and knows written ids") {
  CHECK(make(AnchorRule::hugo, {"!!!", "?", "탭\t공백 A_b"}) ==
        Anchors{"heading", "heading-1", "탭-공백-a_b"});
  AnchorMaker maker({AnchorRule::hugo, ""});
  maker.reserve("가");
  CHECK(maker.anchor(plain("가")) == "가-1");
}

TEST_CASE("Many headings alike cost no more than others") {
  AnchorMaker maker({AnchorRule::hugo, ""});
  std::string last;
  for (int i = 0; i < 200'000; ++i) last = maker.anchor(plain("같은 제목"));
  CHECK(last == "같은-제목-199999");
}

TEST_CASE("Documentation's generators") {
  CHECK(make(AnchorRule::python_markdown, {"한글", "또", "A b", "A b", "Über 1"}) ==
        Anchors{"_1", "_2", "a-b", "a-b_1", "uber-1"});
  CHECK(make(AnchorRule::pymdownx, {"한글 제목!", "한글 제목"}) ==
        Anchors{"한글-제목", "한글-제목_1"});
  CHECK(make(AnchorRule::mdbook, {"Rust 언어, 시작", "½ A_b-c"}) ==
        Anchors{"rust-언어-시작", "½-a_b-c"});
  CHECK(make(AnchorRule::zola, {"검색 엔진", "검색 엔진", "C++ & café"}) ==
        Anchors{"geomsaeg-enjin", "geomsaeg-enjin-1", "c-cafe"});
  // VitePress leaves Hangul decomposed.
  CHECK(make(AnchorRule::mdit_vue, {"가 나", "1. Über"}) ==
        Anchors{"\u1100\u1161-\u1102\u1161", "_1-uber"});
  CHECK(make(AnchorRule::none, {"가"}) == Anchors{""});
}

TEST_CASE("Hexo's anchors have curly quotes and no accents") {
  CHECK(make(AnchorRule::hexo, {"\"글\"라고", "Über A -- B", "끝", "끝", "snake_case"}) ==
        Anchors{"“글”라고", "Uber-A-–-B", "끝", "끝-1", "snake-case"});
}

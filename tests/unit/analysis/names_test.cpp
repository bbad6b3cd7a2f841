// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "tests/unit/analysis/analysis_support.hpp"

namespace {

using geul::analysis::Family;
using geul::test::describe;
using geul::test::OwnToken;
using geul::test::terms_of;
using geul::test::tokens_of;
using Terms = std::vector<std::string>;

std::string surface(const std::string& text, std::size_t token) {
  return std::string(geul::slice(text, tokens_of(text).at(token).span));
}

}  // namespace

TEST_CASE("scripts part a word") {
  CHECK(terms_of("SRE팀이", Family::word) == Terms{"sre", "팀"});
  CHECK(terms_of("k8s를", Family::word) == Terms{"k8s"});
  CHECK(terms_of("2019년", Family::word) == Terms{"2019", "년"});
  CHECK(terms_of("utf8은 v2와", Family::word) == Terms{"utf8", "v2"});
  CHECK(terms_of("3개의 서버", Family::word) == Terms{"3", "개", "서버"});
}

TEST_CASE("names keep their punctuation and are found by their parts") {
  CHECK(describe(tokens_of("C++")) == "0 word c++, 0 part c");
  CHECK(describe(tokens_of("C#")) == "0 word c#, 0 part c");
  CHECK(describe(tokens_of("F#을")) == "0 word f#, 0 part f");
  CHECK(describe(tokens_of(".NET에서")) == "0 word .net, 0 part net");
  CHECK(describe(tokens_of("node.js")) == "0 word node.js, 0 part node, 0 part js");
  CHECK(describe(tokens_of("CI/CD")) == "0 word ci/cd, 0 part ci, 0 part cd");
  CHECK(describe(tokens_of("TCP/IP")) == "0 word tcp/ip, 0 part tcp, 0 part ip");
  CHECK(describe(tokens_of("8.0")) == "0 word 8.0, 0 part 8, 0 part 0");
  CHECK(describe(tokens_of("v1.2.3")) == "0 word v1.2.3, 0 part v1, 0 part 2, 0 part 3");
  CHECK(describe(tokens_of("snake_case")) == "0 word snake_case, 0 part snake, 0 part case");
  CHECK(describe(tokens_of("e-mail")) == "0 word e-mail, 0 part e, 0 part mail");
  CHECK(describe(tokens_of("R&D")) == "0 word r&d, 0 part r, 0 part d");
  CHECK(describe(tokens_of("ASP.NET")) == "0 word asp.net, 0 part asp, 0 part net");
}

TEST_CASE("names in full-width letters are the same names") {
  CHECK(describe(tokens_of("Ｃ＋＋")) == describe(tokens_of("C++")));
  CHECK(describe(tokens_of("ｎｏｄｅ．ｊｓ")) == describe(tokens_of("node.js")));
}

TEST_CASE("punctuation that joins nothing parts words") {
  CHECK(terms_of("src/main/java/com", Family::word) == Terms{"src", "main", "java", "com"});
  CHECK(terms_of("std::string", Family::word) == Terms{"std", "string"});
  CHECK(terms_of("한 줄. Next", Family::word) == Terms{"한", "줄", "next"});
  CHECK(terms_of("1+1", Family::word) == Terms{"1", "1"});
  CHECK(terms_of("a#b", Family::word) == Terms{"a", "b"});
  CHECK(terms_of("...NET", Family::word) == Terms{"net"});
  CHECK(terms_of("끝.NET", Family::word) == Terms{"끝", "net"});
  CHECK(terms_of("C++17", Family::word) == Terms{"c++", "17"});
}

TEST_CASE("a name of too many parts becomes words") {
  CHECK(terms_of("a.b.c.d.e.f.g.h", Family::word) == Terms{"a.b.c.d.e.f.g.h"});
  CHECK(terms_of("a.b.c.d.e.f.g.h.i", Family::word).size() == 9);
  std::string long_name(40, 'x');
  long_name += "." + std::string(40, 'y');
  CHECK(terms_of(long_name, Family::word).size() == 2);
}

TEST_CASE("camel case has parts") {
  CHECK(describe(tokens_of("useState")) == "0 word usest, 0 part us, 0 part state");
  CHECK(describe(tokens_of("usestate")) == "0 word usest");
  CHECK(describe(tokens_of("HTMLParser")) == "0 word htmlparser, 0 part html, 0 part parser");
  CHECK(terms_of("README", Family::part).empty());
  CHECK(terms_of("iPhone", Family::part) == Terms{"phone"});
}

TEST_CASE("English is stemmed, also in parts") {
  CHECK(terms_of("running runs", Family::word) == Terms{"run", "run"});
  CHECK(terms_of("unit-testing", Family::part) == Terms{"unit", "test"});
  CHECK(terms_of("It's", Family::word) == Terms{"it"});
  CHECK(describe(tokens_of("don't")) == "0 word don't, 0 part don");
  CHECK(terms_of("café", Family::word) == Terms{"café"});
}

TEST_CASE("numbers are whole") {
  CHECK(describe(tokens_of("1,000")) == "0 word 1000");
  CHECK(describe(tokens_of("1,000,000.5")) == "0 word 1000000.5, 0 part 1000000, 0 part 5");
  CHECK(terms_of("1,2,3", Family::word) == Terms{"1", "2", "3"});
  CHECK(terms_of("1,0000", Family::word) == Terms{"1", "0000"});
  CHECK(terms_of("1000,000", Family::word) == Terms{"1000", "000"});
}

TEST_CASE("a particle behind a name belongs to its span") {
  CHECK(surface("C++로", 0) == "C++로");
  CHECK(surface("C++로", 1) == "C");
  CHECK(surface("node.js에서는", 0) == "node.js에서는");
  CHECK(surface("大韓民國은", 0) == "大韓民國은");
  CHECK(surface("SRE팀이", 0) == "SRE");
  CHECK(surface("SRE팀이", 1) == "팀이");
  CHECK(terms_of("\"함수\"를 `map`으로 (SRE)는", Family::word) == Terms{"함수", "map", "sre"});
  CHECK(terms_of("\"나는\" '이'", Family::word).front() == "나");
}

// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/post/metadata.hpp"

#include <catch2/catch.hpp>

using geul::ErrorCode;
using geul::indexer::MetaValue;
using geul::indexer::parse_json_metadata;
using geul::indexer::parse_toml;
using geul::indexer::parse_yaml;

TEST_CASE("YAML keeps text as typed, lines, order and repeated keys") {
  const auto table =
      parse_yaml("date : 2022-07-28\nversion: 8.0\nflag: 'true'\ndate: 2\n", 5).value();
  CHECK(table.members.size() == 4);
  CHECK(table.members[0].key == "date");
  CHECK(table.members[0].value.text == "2022-07-28");
  CHECK(table.members[0].value.line == 5);
  CHECK(table.find("DATE")->text == "2");
  CHECK(table.find("date")->line == 8);
  CHECK(table.find("version")->text == "8.0");
  CHECK_FALSE(table.find("version")->quoted);
  CHECK(table.find("flag")->quoted);
  CHECK(table.find("none") == nullptr);
}

TEST_CASE("YAML's escapes give UTF-8") {
  const auto table = parse_yaml("a: \"1\\_2\\N3 \\xe9 가\"\n\"b\\_\": 1\n").value();
  CHECK(table.find("a")->text == "1\u00A02\u00853 \u00e9 가");
  CHECK(table.find("b\u00A0") != nullptr);
}

TEST_CASE("YAML nests, is null, copies aliases and merges") {
  const auto table = parse_yaml(
                         "base: &b {x: 1, y: 2}\n"
                         "tags:\n  - [하나, 둘]\nnothing:\nmore: {<<: *b, y: 3}\n")
                         .value();
  CHECK(table.find("tags")->items[0].items[1].text == "둘");
  CHECK(table.find("nothing")->kind == MetaValue::Kind::null);
  CHECK(table.find("more")->find("x")->text == "1");
  CHECK(table.find("more")->find("y")->text == "3");
}

TEST_CASE("Broken YAML is an error with its line") {
  const auto parsed = parse_yaml("a: 1\ntitle: Java: 타입\n", 2);
  REQUIRE_FALSE(parsed);
  CHECK(parsed.error().code == ErrorCode::malformed);
  CHECK(parsed.error().place.line == 3);
}

TEST_CASE("A line that belongs to no key is not passed over in silence") {
  CHECK_FALSE(parse_yaml("a: 1\n그냥 글\nb: 2\n"));
  const auto parsed = parse_yaml("{a: 1}\nb: 2\n");
  REQUIRE_FALSE(parsed);
  CHECK(parsed.error().place.line == 2);
  CHECK(parse_yaml("---\na: 1\n---\n").value().find("a")->text == "1");
  CHECK(parse_yaml("# 주석뿐\n").value().kind == MetaValue::Kind::null);
}

TEST_CASE("Aliases that multiply are stopped") {
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 12; ++i) {
    const std::string before = "*a" + std::to_string(i - 1);
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before;
    for (int k = 0; k < 9; ++k) bomb += ", " + before;
    bomb += "]\n";
  }
  const auto parsed = parse_yaml(bomb);
  REQUIRE_FALSE(parsed);
  CHECK(parsed.error().code == ErrorCode::limit);
}

TEST_CASE("Aliases that repeat a long text are stopped") {
  const std::string long_text = "a: &a " + std::string(100'000, 'x') + "\n";
  std::string few = long_text + "b: [*a, *a, *a]\n";
  CHECK(parse_yaml(few).value().find("b")->items[2].text.size() == 100'000);
  std::string many = long_text + "b: &b [*a";
  for (int i = 0; i < 20; ++i) many += ", *a";
  for (const std::string& end : {std::string("]\n"), std::string("]\nc: [*b, *b, *b]\n")}) {
    const auto parsed = parse_yaml(many + end);
    REQUIRE_FALSE(parsed);
    CHECK(parsed.error().code == ErrorCode::limit);
    CHECK(parsed.error().place.line == 2);
  }
  std::string keys = "a: &a {";
  for (int i = 0; i < 200; ++i) keys += std::string(1000, 'x') + std::to_string(i) + ": 1, ";
  const auto by_keys = parse_yaml(keys + "}\nb: [*a, *a, *a, *a, *a, *a]\n");
  REQUIRE_FALSE(by_keys);
  CHECK(by_keys.error().code == ErrorCode::limit);
}

TEST_CASE("Depth is bounded in every notation") {
  const std::string open(10'000, '[');
  const std::string close(10'000, ']');
  CHECK_FALSE(parse_yaml("a: " + open + close));
  CHECK_FALSE(parse_toml("a = " + open + close));
  CHECK_FALSE(parse_json_metadata(R"({"a": )" + open + close + "}", 1));
  std::string dotted = "a";
  for (int i = 0; i < 100'000; ++i) dotted += ".a";
  CHECK_FALSE(parse_toml(dotted + " = 1"));
  CHECK_FALSE(parse_toml("[" + dotted + "]"));
  CHECK_FALSE(parse_toml("x = {" + dotted + " = 1}"));
}

TEST_CASE("TOML keeps the file's order, lines and dates as text") {
  const auto table = parse_toml(
                         "title = '제목'\ndate = 2021-03-04T05:06:07+09:00\nday = "
                         "2021-03-04\n[extra]\nb = 1\na = true\n",
                         2)
                         .value();
  CHECK(table.members[0].key == "title");
  CHECK(table.find("title")->quoted);
  CHECK(table.find("date")->text == "2021-03-04T05:06:07+09:00");
  CHECK(table.find("day")->text == "2021-03-04");
  CHECK(table.find("day")->line == 4);
  CHECK(table.find("extra")->members[0].key == "b");
  CHECK(table.find("extra")->find("a")->text == "true");
}

TEST_CASE("JSON is a tree on one line") {
  const auto table =
      parse_json_metadata(R"({"title": "글", "n": 3, "tags": ["a", null]})", 7).value();
  CHECK(table.find("title")->text == "글");
  CHECK(table.find("n")->text == "3");
  CHECK(table.find("tags")->items[1].kind == MetaValue::Kind::null);
  CHECK(table.find("tags")->line == 7);
  CHECK_FALSE(parse_json_metadata("{", 1));
}

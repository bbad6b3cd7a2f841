// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/json.hpp"

#include <catch2/catch.hpp>

#include "common/text/utf8.hpp"
#include "tests/support/hostile_text.hpp"

namespace geul {

TEST_CASE("JSON: any string becomes valid JSON text") {
  const Json value{{"b", "한\xFF글"}, {"a", "\x1B\"\n"}};
  const std::string text = to_json_text(value);
  CHECK(text == "{\"b\":\"한\uFFFD글\",\"a\":\"\\u001b\\\"\\n\"}");
  CHECK(parse_json(text).has_value());
}

TEST_CASE("JSON: no character acts on a terminal, and all come back") {
  std::string all;
  for (char32_t c = 1; c < 0x2100; ++c) text::append_utf8(all, c);
  const std::string json = to_json_text(Json{{all, all}, {"\u202E", "\x7F\u009B가"}});
  CHECK(test::acting_part(json).empty());
  CHECK(parse_json(json)->at(all) == all);
  CHECK(to_json_text("\x7F\u0085\u009B\u061C\u2028\u202E\u2069 \u00A0\u2027\u202F\u206A") ==
        "\"\\u007f\\u0085\\u009b\\u061c\\u2028\\u202e\\u2069 \u00A0\u2027\u202F\u206A\"");
}

TEST_CASE("JSON: faults are values, depth is bounded") {
  CHECK(parse_json("{\"a\":1").error().code == ErrorCode::malformed);
  CHECK(parse_json("\"\xFF\"").error().code == ErrorCode::malformed);
  CHECK(parse_json("{\"가\": x}").error().message == "not valid JSON (column 7)");
  CHECK(parse_json("[\n1,\n x]").error().message == "not valid JSON (line 3, column 2)");
  CHECK(parse_json("[1e999]").error().message == "not valid JSON (a number out of range)");
  CHECK(parse_json("").error().message == "not valid JSON (column 1)");
  const std::string deep(1'000'000, '[');
  const auto parsed = parse_json(deep);
  REQUIRE_FALSE(parsed);
  CHECK(parsed.error().message.find("nested") != std::string::npos);
}

TEST_CASE("JSON: values are bounded where asked, the members of an object always") {
  CHECK(parse_json("[1,[2],{}]", 5).has_value());
  const auto parsed = parse_json("[1,[2],{\"a\":null}]", 5);
  REQUIRE_FALSE(parsed);
  CHECK(parsed.error().code == ErrorCode::limit);
  CHECK(parsed.error().message == "JSON of more than 5 values");
  Json large = Json::object();
  for (int i = 0; i < 10'000; ++i)
    large.get_ref<Json::object_t&>().push_back({std::to_string(i), i});
  CHECK(parse_json(to_json_text(large)) == large);
  CHECK(from_cbor(to_cbor(large)) == large);
  large["one more"] = 1;
  CHECK(parse_json(to_json_text(large)).error().code == ErrorCode::limit);
  CHECK_FALSE(from_cbor(to_cbor(large)));
}

TEST_CASE("CBOR: values come back, damaged bytes do not throw") {
  const Json value{{"title", "글"}, {"sections", {1, 2, "셋"}}};
  const std::string bytes = to_cbor(value);
  CHECK(from_cbor(bytes) == value);
  for (std::size_t length = 0; length < bytes.size(); ++length)
    CHECK_FALSE(from_cbor(std::string_view(bytes).substr(0, length)));
  CHECK_FALSE(from_cbor(bytes + "x"));
  CHECK_FALSE(from_cbor(std::string(5'000'000, '\x81')));          // arrays in arrays
  CHECK_FALSE(from_cbor("\x9B\x7F\xFF\xFF\xFF\xFF\xFF\xFF\xFF"));  // an array of 2^63 values
}

}  // namespace geul

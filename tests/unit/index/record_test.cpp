// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/record.hpp"

#include <catch2/catch.hpp>

#include "common/base/hash.hpp"
#include "common/base/json.hpp"
#include "common/text/utf8.hpp"
#include "tests/support/random_text.hpp"

namespace geul::index {
namespace {

Document full_document() {
  Document document;
  document.id = DocumentId("_posts/2022-07-28-글.md");
  document.path = "/home/글/_posts/2022-07-28-글.md";
  document.url = "/2022/07/28/글/";
  document.title = "컬리에 다녀와서, 그 뒤";
  document.summary = "요약";
  document.language = "ko";
  document.series = "밋업";
  document.tags = {"이직", "C++"};
  document.categories = {"대외활동"};
  document.authors = {"이승윤", "someone"};
  document.facets = {{FacetKey("lang"), {"ko"}}, {FacetKey("시리즈"), {"밋업", "이직 이야기"}}};
  document.date = from_iso("2022-07-28T00:00:00+09:00");
  document.updated = from_iso("2023-01-02");
  document.sections = {{"", 0, "", 120, "첫머리\n둘째", ""},
                       {"머리말", 2, "머리말", 300, "본문", "int main() {}"}};
  return document;
}

bool same(const Section& a, const Section& b) {
  return a.heading == b.heading && a.level == b.level && a.anchor == b.anchor &&
         a.file_offset == b.file_offset && a.text == b.text && a.code == b.code;
}

bool same(const Document& a, const Document& b) {
  return a.id == b.id && a.path == b.path && a.url == b.url && a.title == b.title &&
         a.summary == b.summary && a.language == b.language && a.series == b.series &&
         a.tags == b.tags && a.categories == b.categories && a.authors == b.authors &&
         a.facets == b.facets && a.date == b.date && a.updated == b.updated &&
         std::equal(a.sections.begin(), a.sections.end(), b.sections.begin(), b.sections.end(),
                    [](const Section& x, const Section& y) { return same(x, y); });
}

/// The payload of a map of less than 256 bytes, and texts behind it.
std::string payload_of(const std::string& map, const std::string& texts = "") {
  return std::string(1, static_cast<char>(map.size())) + std::string(3, '\0') + map + texts;
}

/// A record around any payload, its checksum right.
std::string sealed(const std::string& payload) {
  return std::string(1, kRecordVersion) + hash128(payload).substr(0, 8) + payload;
}

TEST_CASE("a path that is no text comes back as its bytes") {
  Document document = full_document();
  document.path = "/home/\xB1\xDB.md";
  const auto decoded = decode_record(encode_record(document));
  REQUIRE(decoded);
  CHECK(decoded->path == document.path);
}

TEST_CASE("a document comes back out of its record") {
  const auto decoded = decode_record(encode_record(full_document()));
  REQUIRE(decoded);
  CHECK(same(*decoded, full_document()));
}

TEST_CASE("a document of nothing but an id comes back") {
  Document document;
  document.id = DocumentId("a");
  const auto decoded = decode_record(encode_record(document));
  REQUIRE(decoded);
  CHECK(same(*decoded, document));
}

TEST_CASE("a record holds a bounded part of a huge text") {
  Document document = full_document();
  for (Section& section : document.sections) {
    section.text.clear();
    while (section.text.size() < 2 * kMaxRecordText) section.text += "한글 본문 ";
  }
  document.summary = std::string(kMaxRecordString * 2, 's');
  const std::string record = encode_record(document);
  CHECK(record.size() < kMaxRecordText + 2 * kMaxRecordString);
  const auto decoded = decode_record(record);
  REQUIRE(decoded);
  CHECK(decoded->sections.size() == 1);
  CHECK(decoded->sections[0].text.size() > kMaxRecordText - 200);
  CHECK(text::is_utf8(decoded->sections[0].text));
}

TEST_CASE("a record holds a bounded number of sections") {
  Document document = full_document();
  document.sections.assign(100'000, {"", 0, "", 0, "", ""});
  const std::string record = encode_record(document);
  CHECK(record.size() < kMaxRecordText);
  CHECK(decode_record(record));
}

TEST_CASE("ill-formed text is repaired on its way into the record") {
  Document document = full_document();
  document.title =
      "a\xFF"
      "b";
  document.tags = {"\xC0\xAF"};
  const auto decoded = decode_record(encode_record(document));
  REQUIRE(decoded);
  CHECK(decoded->title == "a\uFFFDb");
}

TEST_CASE("every damaged byte of a record is noticed") {
  const std::string record = encode_record(full_document());
  for (std::size_t i = 0; i < record.size(); ++i) {
    std::string damaged = record;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x10);
    CHECK_FALSE(decode_record(damaged));
    CHECK_FALSE(decode_record(record.substr(0, i)));
  }
  CHECK_FALSE(decode_record(record + "x"));
}

TEST_CASE("a payload of any bytes gives a document or a reason") {
  const std::string payload = encode_record(full_document()).substr(9);
  test::RandomText random(11);
  std::size_t decoded = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::string mutated = payload;
    for (std::size_t n = 1 + random.below(4); n > 0; --n)
      mutated[random.below(mutated.size())] = static_cast<char>(random.below(256));
    if (random.one_in(4)) mutated.resize(random.below(mutated.size()));
    const auto result = decode_record(sealed(mutated));
    if (result) ++decoded;
    if (!result) CHECK(result.error().code == ErrorCode::malformed);
  }
  CHECK(decoded > 100);  // changed letters are still letters: the mutations reach behind the checks
}

TEST_CASE("lengths that no container can have are a reason, not a crash") {
  for (const char* const head : {"\x9b", "\xbb", "\x5b", "\x7b"})
    CHECK_FALSE(
        decode_record(sealed(payload_of(std::string(head) + "\xff\xff\xff\xff\xff\xff\xff\xfe"))));
  CHECK_FALSE(decode_record(sealed("")));
  CHECK_FALSE(decode_record(sealed("\xff\xff\xff\xff")));
}

TEST_CASE("sections have all of the texts between them, each of it well-formed") {
  const auto decoded = [](const Json& section, const std::string& texts) {
    const Json map{{"id", "a"}, {"sections", Json::array({section})}};
    return decode_record(sealed(payload_of(to_cbor(map), texts)));
  };
  const auto good = decoded(Json::array({3, 2, 0, 7, 6, 1}), "\uAE00\uBCF8\uBB38x");
  REQUIRE(good);
  CHECK(same(good->sections.at(0), {"글", 2, "", 7, "본문", "x"}));
  CHECK_FALSE(decoded(Json::array({3, 2, 0, 7, 6, 1}), "\uAE00\uBCF8\uBB38"));
  CHECK_FALSE(decoded(Json::array({3, 2, 0, 7, 6, 1}), "\uAE00\uBCF8\uBB38xy"));
  CHECK_FALSE(decoded(Json::array({2, 2, 1, 7, 6, 1}), "\uAE00\uBCF8\uBB38x"));
}

TEST_CASE("members of another type are refused") {
  const auto decodes = [](const Json& map) {
    return decode_record(sealed(payload_of(to_cbor(map)))).has_value();
  };
  const Json good{{"id", "a"}, {"sections", Json::array({Json::array({0, 6, 0, 9, 0, 0})})}};
  CHECK(decodes(good));
  for (const auto& [key, value] : std::vector<std::pair<std::string, Json>>{
           {"id", 5},
           {"id", ""},
           {"title", Json::array()},
           {"tags", "x"},
           {"tags", Json::array({1})},
           {"date", "yesterday"},
           {"sections", 1},
           {"sections", Json::array({"x"})},
           {"sections", Json::array({Json::array({0, 9, 0, 0, 0, 0})})},
           {"sections", Json::array({Json::array({0, 1, 0, -1, 0, 0})})},
           {"sections", Json::array({Json::array({0, 1, 0, 0, 0})})},
           {"sections", Json::array({Json::array({0, 1, 0, 0, "", 0})})},
           {"sections", Json::array({Json::array({1, 1, 0, 0, 0, 0})})}}) {
    Json bad = good;
    bad[key] = value;
    INFO(to_json_text(bad));
    CHECK_FALSE(decodes(bad));
  }
}

}  // namespace
}  // namespace geul::index

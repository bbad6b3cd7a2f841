// SPDX-License-Identifier: GPL-2.0-or-later
// Each kind of file: what is written is read again, and cut short it is refused.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "indexer/site/directory.hpp"
#include "indexer/site/entry.hpp"
#include "indexer/site/facets_file.hpp"
#include "indexer/site/fragment.hpp"
#include "indexer/site/initials_file.hpp"
#include "indexer/site/payload.hpp"
#include "indexer/site/reader.hpp"
#include "indexer/site/settings_json.hpp"
#include "indexer/site/term_file.hpp"
#include "indexer/site/term_lists.hpp"
#include "tests/support/random_text.hpp"

namespace geul::indexer::site {
namespace {

/// No front of a payload is one.
template <class Decode>
void check_fronts_refused(const std::string& payload, const Decode& decode) {
  const std::size_t step = 1 + payload.size() / 200;
  for (std::size_t size = 0; size < payload.size(); size += step)
    CHECK_FALSE(decode(std::string_view(payload).substr(0, size)));
  CHECK_FALSE(decode(payload + "x"));
}

std::vector<TermRow> random_rows(std::uint64_t seed) {
  test::RandomText random(seed);
  std::map<std::pair<std::string, bool>, std::vector<TermPosting>> rows;
  for (int i = 0; i < 60; ++i) {
    const bool pair = random.one_in(2);
    auto& postings = rows[{random.word(), pair}];
    postings.clear();
    auto page = static_cast<std::uint32_t>(random.below(3));
    for (std::size_t left = 1 + random.below(6); left > 0; --left) {
      const auto number = [&](std::size_t bound) {
        return static_cast<std::uint32_t>(random.below(bound));
      };
      postings.push_back({page, 1 + number(300), number(40),
                          pair ? std::uint8_t{0} : static_cast<std::uint8_t>(number(64))});
      page += 1 + number(500);
    }
  }
  std::vector<TermRow> sorted;
  sorted.reserve(rows.size());
  for (auto& [key, postings] : rows) sorted.push_back({key.first, key.second, postings});
  return sorted;
}

Entry sample_entry() {
  Entry entry;
  entry.analysis = "geul-9";
  entry.settings = "{}";
  entry.total_length = (std::uint64_t{5} << 28U) + 7;
  entry.lengths = {1, 2, 3, 255, 0, 6, 7, 8, 9};
  entry.undated = 2;
  entry.days = {738'000, 738'000, 738'001, 739'000, 739'000, 739'001, 3'652'058};
  entry.hashes = {0xFFFFFF, 1};
  entry.directory = 5;
  entry.titles = 0xABCDEF;
  return entry;
}

}  // namespace

TEST_CASE("term file: random rows come back, and take the bytes that were foretold") {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const std::vector<TermRow> rows = random_rows(seed);
    const std::string payload = encode_terms(rows);
    CHECK(decode_terms(payload).value() == rows);
    std::size_t bytes = integer_bytes(static_cast<std::uint32_t>(rows.size()));
    std::string before;
    for (const TermRow& row : rows) {
      bytes += encoded_bytes(row, before);
      before = row.text;
    }
    CHECK(bytes == payload.size());
    check_fronts_refused(payload, decode_terms);
  }
}

TEST_CASE("term file: rows out of order, without postings or with unknown fields are refused") {
  const TermRow word{"가", false, {{0, 1, 0, 0}}};
  const TermRow pair{"가", true, {{0, 1, 0, 0}}};
  CHECK(decode_terms(encode_terms({word, pair})));
  CHECK_FALSE(decode_terms(encode_terms({pair, word})));
  CHECK_FALSE(decode_terms(encode_terms({word, word})));
  CHECK_FALSE(decode_terms(encode_terms({{"가", false, {}}})));
  CHECK_FALSE(decode_terms(encode_terms({{"가", false, {{0, 1, 0, 64}}}})));
}

TEST_CASE("term lists: pages' terms become rows, words before pairs of the same text") {
  TermLists lists;
  PageTerms first;
  first.words["나"] = {3, kTitleBit, {{0, 1}, {2, 4}, {3, 4}}};
  first.pairs["나"] = {1, 0, {}};
  PageTerms second;
  second.words["가"] = {1, 0, {}};
  second.words["나"] = {2, 0, {{1, 1}}};
  lists.add(4, first);
  lists.add(9, second);
  std::vector<TermRow> rows;
  lists.visit([&](TermRow&& row) { rows.push_back(std::move(row)); });
  CHECK(rows == std::vector<TermRow>{{"가", false, {{9, 1, 0, 0}}},
                                     {"나", false, {{4, 3, 2, kTitleBit}, {9, 2, 1, 0}}},
                                     {"나", true, {{4, 1, 0, 0}}}});
}

TEST_CASE("fragment: all of it comes back") {
  const Fragment fragment{"제목 <b>",
                          "/a?b=1&c=\"",
                          "2024-01-02T03:04:05+09:00",
                          {"태그", "C++"},
                          {"분류"},
                          {},
                          3,
                          {{0, "", "", PartKind::summary, "요약"},
                           {2, "머리", "머리-1", PartKind::prose, "글\n둘째"},
                           {6, "", "", PartKind::code, "int a;"}}};
  const std::string payload = encode_fragment(fragment);
  CHECK(decode_fragment(payload).value() == fragment);
  check_fronts_refused(payload, decode_fragment);
  CHECK(decode_fragment(encode_fragment({})).value() == Fragment{});
}

TEST_CASE("initials: of Hangul alone, and rows in no order of bytes come back") {
  CHECK(initials_of("검색") == "ㄱㅅ");
  CHECK(initials_of("까") == "ㄲ");
  CHECK(initials_of("힣") == "ㅎ");
  CHECK(initials_of("검색a").empty());
  CHECK(initials_of("ㄱ").empty());
  CHECK(initials_of("").empty());
  const std::vector<InitialsRow> rows{{"검색", 3}, {"교수", 200}, {"각", 1}};
  const std::string payload = encode_initials(rows);
  CHECK(decode_initials(payload).value() == rows);
  check_fronts_refused(payload, decode_initials);
}

TEST_CASE("facets: spellings that fold alike are one, by count and then in Korean order") {
  FacetLists lists({index::FacetKey("series")});
  index::Document document;
  const auto add = [&](std::uint32_t page, std::vector<std::string> tags) {
    document.tags = std::move(tags);
    lists.add(page, document);
  };
  add(0, {"Java", "나"});
  add(1, {"java", "가", "a"});
  document.facets = {{index::FacetKey("series"), {"하나"}}, {index::FacetKey("gone"), {"x"}}};
  add(5, {"java"});
  const std::vector<SiteFacet> expected{
      {"tag", {{"java", {0, 1, 5}}, {"가", {1}}, {"나", {0}}, {"a", {1}}}},
      {"category", {}},
      {"author", {}},
      {"series", {{"하나", {5}}}}};
  CHECK(lists.facets() == expected);
  const std::string payload = encode_facets(expected);
  CHECK(decode_facets(payload).value() == expected);
  check_fronts_refused(payload, decode_facets);
}

TEST_CASE("entry: all of it comes back, and another build has another number") {
  const Entry entry = sample_entry();
  const std::string payload = encode_entry(entry);
  const auto read = decode_entry(payload);
  REQUIRE(read);
  CHECK(encode_entry(*read) == payload);
  CHECK(read->lengths == entry.lengths);
  CHECK(read->total_length == entry.total_length);
  CHECK(read->days == entry.days);
  CHECK(read->hashes == entry.hashes);
  CHECK(read->titles == 0xABCDEF);
  CHECK(read->facets == 0);
  check_fronts_refused(payload, decode_entry);
  Entry other = entry;
  other.titles = 1;
  CHECK(decode_entry(encode_entry(other))->build != read->build);
}

TEST_CASE("entry: a damaged one and one of another format are refused") {
  std::string payload = encode_entry(sample_entry());
  payload.back() = static_cast<char>(payload.back() + 1);
  CHECK(decode_entry(payload).error().code == ErrorCode::malformed);
  std::string newer = encode_entry(sample_entry());
  newer[4] = 99;
  CHECK(decode_entry(newer).error().code == ErrorCode::incompatible);
}

TEST_CASE("directory: all of it comes back; the first range begins with nothing") {
  const Directory directory{{{"", "가", "나다"}, {1, 2, 0xFFFFFF}}, {{""}, {9}}};
  const std::string payload = encode_directory(directory);
  const auto read = decode_directory(payload);
  REQUIRE(read);
  CHECK(read->terms.firsts == directory.terms.firsts);
  CHECK(read->terms.names == directory.terms.names);
  CHECK(read->initials.names == directory.initials.names);
  check_fronts_refused(payload, decode_directory);
  CHECK_FALSE(decode_directory(encode_directory({{{"가"}, {1}}, {}})));
  CHECK_FALSE(decode_directory(encode_directory({{{"", "나", "가"}, {1, 2, 3}}, {}})));
}

TEST_CASE("settings: what says nothing is left out, and so are pins without a page") {
  index::Settings settings;
  settings.pinned = {{"처음", {DocumentId("b"), DocumentId("a")}}, {"없음", {DocumentId("gone")}}};
  PageNotes notes(settings);
  CHECK(notes.settings_json() == "{}");
  index::Document document;
  document.language = "ko";
  document.id = DocumentId("a");
  notes.add(0, document);
  document.id = DocumentId("b");
  notes.add(1, document);
  CHECK(notes.settings_json() == R"({"pinned":[{"query":"처음","pages":[1,0]}],"language":"ko"})");
  CHECK(synonyms_json({}).empty());
}

}  // namespace geul::indexer::site

// SPDX-License-Identifier: GPL-2.0-or-later
// Laws of answers over small random indexes.
#include <algorithm>
#include <catch2/catch.hpp>
#include <ctime>
#include <numeric>
#include <set>

#include "query/parse/matching.hpp"
#include "tests/support/patience.hpp"
#include "tests/support/random_text.hpp"
#include "tests/unit/query/search_fixture.hpp"

namespace geul::query {
namespace {

using test::RandomText;
using test::SearchFixture;

constexpr std::string_view kSynonyms =
    "쿠버네티스 = kubernetes = k8s\n검색 엔진 = 서치\n데이터 => 자료\nSRE = 신뢰성\n";

/// Words that the rungs lead from and to.
const std::vector<std::string>& words() {
  static const std::vector<std::string> all{
      "쿠버네티스", "kubernetes", "k8s",     "검색",         "엔진",    "검색엔진", "검색엔진을",
      "서치",       "데이터",     "자료",    "데이터베이스", "컬리",    "컨텐츠",   "콘텐츠",
      "모래",       "모레",       "100000",  "10만",         "SRE팀이", "신뢰성",   "컴퓨터를",
      "컴퓨터",     "알고리즘",   "node.js", "만들었다",     "함수를",  "함수",     "메시지",
      "메세지",     "은",         "C++",     "2022"};
  return all;
}

/// What a person may type for them.
const std::vector<std::string>& typed_words() {
  static const std::vector<std::string> all{
      "ㅋㅂㄴㅌㅅ", "ㅋㅂ네티스", "ㄱㅅㅇㅈ", "ㄱㅅ",       "컴퓨ㅌ",     "컴ㅍ",       "알고맂",
      "컬ㄹ",       "zjffl",      "ㄴㄱㄷ",   "znqjspxltm", "쿠버네티즈", "데이처",     "함수르",
      "컨텐츠",     "10만",       "모래",     "무엇인가요", "검색 엔진",  "데이터베ㅇ", "ㅇ"};
  return all;
}

std::string random_text(RandomText& random, std::size_t most) {
  std::string text;
  for (std::size_t i = random.below(most + 1); i > 0; --i)
    text += (random.one_in(6) ? random.word() : random.pick(words())) + ' ';
  return text;
}

std::vector<index::Document> random_posts(RandomText& random) {
  std::vector<index::Document> posts;
  for (std::size_t i = 2 + random.below(12); i > 0; --i) {
    index::Document post =
        test::post("p" + std::to_string(i), random_text(random, 3), random_text(random, 12));
    if (random.one_in(3)) post.tags = {random.pick(words())};
    posts.push_back(std::move(post));
  }
  return posts;
}

std::string random_word(RandomText& random) {
  return random.one_in(2) ? random.pick(words()) : random.pick(typed_words());
}

std::string random_query(RandomText& random) {
  static const std::vector<std::string> signs{"",   "",   "",       "",        "+",      "-",
                                              "(",  "OR", "title:", "AND ",    "tag:",   "NOT ",
                                              ") ", "\"", "code:",  "date:20", "title:("};
  std::string query;
  for (std::size_t i = 1 + random.below(5); i > 0; --i)
    query += random.pick(signs) + random_word(random) + (random.one_in(8) ? "* " : " ");
  return query;
}

Request explained() {
  Request request;
  request.explain = true;
  request.limit = 50;
  return request;
}

double sum_of(const std::vector<Share>& shares) {
  return std::accumulate(shares.begin(), shares.end(), 0.0,
                         [](double sum, const Share& share) { return sum + share.score; });
}

/// The posts of a query as it was typed, without rungs.
std::set<std::string> found_as_typed(const std::string& database, const std::string& query) {
  index::Reader reader = index::Reader::open({database}).value();
  analysis::Analyzer analyzer;
  const MeantQuery meant = resolve(parse(query), analyzer, Day{});
  if (meant.extent != MeantQuery::Extent::something) return {};
  const Plan made = plan(
      meant, {}, [&reader](const std::string& term) { return reader.frequency(term).value(); });
  const auto ids = test::ids(reader, test::ask(made.query));
  return {ids.begin(), ids.end()};
}

/// The posts that have the typed word as a word.
std::set<std::string> found_exactly(const std::string& database, const MeantNode& node) {
  index::Reader reader = index::Reader::open({database}).value();
  std::vector<index::Query> all;
  for (const MeantWord& word : node.words) all.push_back(word_of(word, std::nullopt));
  const auto ids = test::ids(reader, test::ask(index::Query::all(std::move(all))));
  return {ids.begin(), ids.end()};
}

void check_same(const Answer& one, const Answer& other) {
  REQUIRE(one.hits.size() == other.hits.size());
  for (std::size_t i = 0; i < one.hits.size(); ++i) {
    CHECK(one.hits[i].hit.document.id == other.hits[i].hit.document.id);
    CHECK(one.hits[i].hit.score == other.hits[i].hit.score);
    CHECK(one.hits[i].reasons.size() == other.hits[i].reasons.size());
  }
  CHECK(one.total.count == other.total.count);
  CHECK(one.notes.size() == other.notes.size());
  CHECK(to_string(one.meant.root) == to_string(other.meant.root));
}

template <class Check>
void for_random_indexes(std::uint64_t seed, std::size_t rounds, const Check& check) {
  RandomText random(seed);
  for (std::size_t round = 0; round < rounds; ++round) {
    SearchFixture search(random_posts(random), random.one_in(2) ? kSynonyms : "");
    for (int i = 0; i < 25; ++i) check(search, random);
  }
}

}  // namespace

TEST_CASE("rung law: the shares of a hit's score add up to it", "[rungs]") {
  std::size_t shares = 0;
  for_random_indexes(81, 20, [&shares](SearchFixture& search, RandomText& random) {
    const std::string query = random_query(random);
    CAPTURE(query);
    for (const ShownHit& shown : search.answer(query, explained()).hits) {
      CAPTURE(shown.hit.document.id.str());
      CHECK(sum_of(shown.shares) == Approx(shown.hit.score).margin(1e-6).epsilon(0));
      for (const Share& share : shown.shares) CHECK(share.score > 0);
      shares += shown.shares.size();
    }
  });
  CHECK(shares > 1000);
}

TEST_CASE("rung law: what is found as typed is found with rungs too", "[rungs]") {
  std::size_t found = 0;
  for_random_indexes(82, 20, [&found](SearchFixture& search, RandomText& random) {
    const std::string query = random_query(random);
    const Answer answered = search.answer(query, explained());
    std::set<std::string> with_rungs;
    for (const ShownHit& shown : answered.hits) with_rungs.insert(shown.hit.document.id.str());
    CAPTURE(query);
    for (const std::string& id : found_as_typed(search.database(), query)) {
      CAPTURE(id);
      CHECK(with_rungs.count(id) == 1);
      ++found;
    }
  });
  CHECK(found > 300);
}

TEST_CASE("rung law: posts that have a word come before those found otherwise", "[rungs]") {
  std::size_t others = 0;
  for_random_indexes(83, 20, [&others](SearchFixture& search, RandomText& random) {
    const std::string query = random_word(random);
    const Answer answered = search.answer(query, explained());
    if (answered.meant.root.children.size() != 1 || answered.corrected) return;
    const auto exact = found_exactly(search.database(), answered.meant.root.children.front());
    const auto as_typed = found_as_typed(search.database(), query);
    bool behind = false;
    CAPTURE(query);
    for (const ShownHit& shown : answered.hits) {
      const std::string& id = shown.hit.document.id.str();
      CAPTURE(id);
      CHECK_FALSE((behind && exact.count(id) == 1));
      behind = behind || as_typed.count(id) == 0;
      if (as_typed.count(id) == 0) ++others;
    }
  });
  CHECK(others > 250);
}

TEST_CASE("rung law: every hit has a reason, and those by rungs name what they found", "[rungs]") {
  for_random_indexes(84, 10, [](SearchFixture& search, RandomText& random) {
    const std::string query = random_word(random);
    CAPTURE(query);
    for (const ShownHit& shown : search.answer(query, explained()).hits) {
      CHECK_FALSE(matched_by(shown.reasons, shown.pinned).empty());
      for (const Reason& reason : shown.reasons) {
        CHECK((reason.rung == Rung::exact) == reason.stands_for.empty());
        CHECK((reason.rung == Rung::exact || reason.whole));
      }
    }
  });
}

TEST_CASE("rung law: any bytes are answered, at once and the same each time", "[rungs]") {
  std::size_t hits = 0;
  for_random_indexes(85, 10, [&hits](SearchFixture& search, RandomText& random) {
    const std::string query =
        random.one_in(2) ? random.bytes(random.below(200)) : random_query(random) + random.bytes(8);
    CAPTURE(query);
    const std::clock_t begin = std::clock();
    const Answer answered = search.answer(query, explained());
    const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    CHECK(seconds < test::most_seconds());
    check_same(answered, search.answer(query, explained()));
    hits += answered.hits.size();
  });
  CHECK(hits > 100);
}

}  // namespace geul::query

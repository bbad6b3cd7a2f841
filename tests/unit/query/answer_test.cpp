// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/answer.hpp"

#include <catch2/catch.hpp>

#include "common/index/writer.hpp"
#include "tests/support/temporary_folder.hpp"

namespace geul::query {
namespace {

index::Document post(const std::string& id, const std::string& title, const std::string& text,
                     const std::string& tag, const std::string& date) {
  index::Document document;
  document.id = DocumentId(id);
  document.path = id;
  document.title = title;
  document.tags = {tag};
  document.date = from_iso(date);
  document.sections = {{"", 0, "", 0, text, ""}};
  return document;
}

/// A database of a few posts.
class Fixture {
 public:
  Fixture() {
    auto writer = index::Writer::open(folder_ / "db", index::OpenMode::replace);
    REQUIRE(writer);
    analysis::Analyzer analyzer;
    index::Settings settings;
    settings.facets = {"series"};
    REQUIRE(writer->set_settings(settings));
    for (index::Document document :
         {post("a.md", "작은 검색엔진", "주말에 검색엔진을 만들었다.", "검색", "2022-07-28"),
          post("b.md", "데이터베이스", "색인은 데이터를 빨리 찾는다.", "데이터", "2023-01-02"),
          post("c.md", "영화", "이터널 데이즈를 보았다.", "영화", "2023-05-06"),
          post("d.md", "색인과 검색", "검색과 색인을 함께 쓴다.", "검색", "2024-01-01")}) {
      const ContentHash hash(std::string(16, 'h'));
      if (document.tags.front() == "검색")
        document.facets = {{index::FacetKey("series"), {"검색 만들기"}}};
      REQUIRE(writer->put(index::PreparedDocument(document, hash, analyzer)));
    }
    REQUIRE(writer->commit());
  }

  Answer answer(std::string_view query, const Request& request = {}) {
    auto reader = index::Reader::open({folder_ / "db"});
    REQUIRE(reader);
    auto answered = Searcher(std::move(*reader)).answer(query, request, Detail::full);
    REQUIRE(answered);
    return std::move(*answered);
  }
  [[nodiscard]] std::string database() const { return (folder_ / "db").string(); }
  std::string ids(std::string_view query, const Request& request = {}) {
    std::string ids;
    for (const ShownHit& shown : answer(query, request).hits) ids += shown.hit.document.id.str()[0];
    return ids;
  }

 private:
  test::TemporaryFolder folder_;
};

}  // namespace

TEST_CASE_METHOD(Fixture, "A part of a compound finds it, scattered pairs come behind",
                 "[answer]") {
  CHECK(ids("엔진") == "a");
  CHECK(ids("데이터") == "bc");
  CHECK(ids("\"데이터\"") == "b");
}

TEST_CASE_METHOD(Fixture, "Posts with more of the words come first", "[answer]") {
  CHECK(ids("검색 색인").front() == 'd');
  CHECK(ids("검색 색인").size() == 3);
  CHECK(ids("+검색 +색인") == "d");
}

TEST_CASE_METHOD(Fixture,
                 "What found nothing is tried once more with parts of its words, with a note",
                 "[answer]") {
  const Answer half = answer("대용량데이터베이스");
  REQUIRE(half.hits.size() == 1);
  CHECK(half.hits.front().hit.document.id.str() == "b.md");
  REQUIRE(half.notes.size() == 1);
  CHECK(half.notes.front().message.find("parts of them") != std::string::npos);
  CHECK(ids("색인기는 무엇인가요").find('b') != std::string::npos);
  CHECK(ids("색인기").empty());  // two pairs are too few to do with half
  CHECK(ids("+대용량데이터베이스").empty());
  CHECK(ids("\"대용량데이터베이스\"").empty());

  const Answer nothing = answer("쀍쉙쀍쉙");
  CHECK(nothing.hits.empty());
  CHECK(nothing.notes.empty());
  CHECK(nothing.executed.to_string().find("(any (all") == std::string::npos);
}

TEST_CASE_METHOD(Fixture, "A short predicate is looked for as a noun too", "[answer]") {
  CHECK(ids("보았다") == "c");
  CHECK(ids("\"보았다\"") == "c");
}

TEST_CASE_METHOD(Fixture, "Nothing to rank lists the newest first", "[answer]") {
  CHECK(ids("") == "dcba");
  CHECK(ids("tag:검색") == "da");
  CHECK(ids("-검색 date:2023") == "cb");
  Request oldest;
  oldest.sort = index::Sort::oldest;
  CHECK(ids("", oldest) == "abcd");
}

TEST_CASE_METHOD(Fixture, "Filters: any of a facet's values, all facets", "[answer]") {
  Request request;
  request.tags = {"검색", "영화"};
  CHECK(ids("", request) == "dca");
  request.days = index::DayRange{{2022, 1, 1}, {2023, 12, 31}};
  CHECK(ids("", request) == "ca");
  request.facets.names = {"tag"};
  request.limit = 0;
  const Answer counted = answer("", request);
  CHECK(counted.hits.empty());
  REQUIRE(counted.facets.size() == 1);
  CHECK(counted.facets[0].values.size() == 3);
}

TEST_CASE_METHOD(Fixture, "Any facet filters: any of one's values, all facets", "[answer]") {
  Request request;
  request.where = {{"series", "검색 만들기"}, {"year", "2022"}};
  CHECK(ids("", request) == "a");
  request.where = {{"year", "2022"}, {"year", "2024"}};
  CHECK(ids("", request) == "da");
  request.where = {{"tag", "영화"}};
  request.tags = {"데이터"};
  CHECK(ids("", request) == "cb");
  request.facets = {FacetChoice::Set::named, {"year", "date", "series", "tag"}};
  request.where = {{"date", "2023-05"}};
  const Answer counted = answer("", request);
  CHECK(counted.total.count == 0);
  CHECK(counted.facets[0].values.size() == 1);  // of the tag's posts, all of 2023
  CHECK(counted.facets[1].values.at(0).children.at(0).value == "2023-01");
  request.tags = {};
  CHECK(answer("", request).facets[1].values.at(1).children.at(0).selected);
}

TEST_CASE_METHOD(Fixture, "A facet that the database has not is an error that names those it has",
                 "[answer]") {
  auto reader = index::Reader::open({database()});
  REQUIRE(reader);
  Searcher searcher(std::move(*reader));
  Request request;
  request.facets.names = {"color"};
  const auto counted = searcher.answer("", request, Detail::full);
  REQUIRE_FALSE(counted);
  CHECK(counted.error().code == ErrorCode::usage);
  CHECK(counted.error().hint.find("series") != std::string::npos);
  request.facets = {};
  for (const Selection& where : {Selection{"color", "red"}, {"year", "언제"}, {"month", "2022"}}) {
    request.where = {where};
    CHECK(searcher.answer("", request, Detail::full).error().code == ErrorCode::usage);
  }
}

TEST_CASE_METHOD(Fixture, "A configured facet is a field of the query", "[answer]") {
  CHECK(ids("series:\"검색 만들기\"") == "da");
  CHECK(ids("-series:\"검색 만들기\"") == "cb");
  CHECK(ids("series:검색") == "da");
  CHECK(answer("series:검색").notes.size() == 1);
  CHECK(ids("series:검*") == "da");
  CHECK(ids("series:만들기는") == "da");
  CHECK(ids("series:엔진").empty());
  Request request;
  request.where = {{"series", "만들기"}};
  CHECK(ids("", request) == "da");
  const Answer answered = answer("엔진 series:\"검색 만들기\"");
  REQUIRE(answered.hits.size() == 1);
  REQUIRE(answered.hits[0].reasons.size() == 2);
  CHECK(place_of(answered.hits[0].reasons[1]) == "series");
}

TEST_CASE_METHOD(Fixture, "A hit says why it matched and shows where", "[answer]") {
  const Answer answered = answer("엔진은 tag:검색");
  REQUIRE(answered.hits.size() == 1);
  const ShownHit& shown = answered.hits[0];
  REQUIRE(shown.reasons.size() == 2);
  CHECK(shown.reasons[0].word == "엔진은");
  CHECK(shown.reasons[0].families == std::vector{analysis::Family::pair});
  CHECK(shown.reasons[1].field == index::Field::tag);
  REQUIRE(shown.showing.excerpt.highlights.size() == 1);
  CHECK(slice(shown.showing.excerpt.text, shown.showing.excerpt.highlights[0]) == "검색엔진을");
}

TEST_CASE_METHOD(Fixture, "Notes of every stage reach the answer", "[answer]") {
  CHECK(answer("\"검색 date:2023-99 tag:없음").notes.size() == 3);
}

TEST_CASE_METHOD(Fixture, "A note stands there once, whatever it is about", "[answer]") {
  CHECK(answer("검색 tag:없음 tag:없음 -tag:없음").notes.size() == 1);
  Request request;
  request.tags = {"없음"};
  CHECK(answer("검색 tag:없음", request).notes.size() == 1);
}

TEST_CASE_METHOD(Fixture, "Of many notes the first are kept, and the rest counted", "[answer]") {
  std::string query = "검색";
  for (std::size_t i = 0; i < kMaxNotes; ++i) query += " tag:없음" + std::to_string(i);
  CHECK(answer(query).notes.size() == kMaxNotes);
  const std::vector<Note> one = answer(query + " tag:다른없음").notes;
  REQUIRE(one.size() == kMaxNotes + 1);
  CHECK(one.back().message == "1 more note was left out");
  const std::vector<Note> more = answer(query + " tag:없음0 tag:가 tag:나").notes;
  REQUIRE(more.size() == kMaxNotes + 1);
  CHECK(more.back().message == "2 more notes were left out");
}

TEST_CASE_METHOD(Fixture, "A query of which nothing is left finds nothing and says so",
                 "[answer]") {
  for (const char* query : {"date:2022-13", "!!!", "-", "\"\"", "\"", "()", "((", " ( ) ",
                            "tag:\"\"", "-(!!!)", "title:... AND ???"}) {
    CAPTURE(query);
    const Answer answered = answer(query);
    CHECK(answered.hits.empty());
    CHECK(answered.total.count == 0);
    CHECK(answered.executed.to_string() == "nothing");
    CHECK_FALSE(answered.notes.empty());
  }
}

TEST_CASE_METHOD(Fixture, "Beside options that filter, such a query lists their posts",
                 "[answer]") {
  Request request;
  request.tags = {"검색"};
  const Answer answered = answer("!!!", request);
  CHECK(answered.total.count == 2);
  CHECK(answered.notes.size() == 2);
  CHECK(answered.notes.back().message.find("no word") != std::string::npos);
  CHECK(answer("", request).notes.empty());
}

TEST_CASE_METHOD(Fixture, "A blank query lists every post, unless it is to find nothing",
                 "[answer]") {
  for (const char* query : {"", " ", "\t\xE3\x80\x80\n"}) {
    CAPTURE(query);
    CHECK(ids(query) == "dcba");
    CHECK(answer(query).notes.empty());
    Request request;
    request.blank = Blank::finds_nothing;
    CHECK(ids(query, request).empty());
    request.tags = {"검색"};
    CHECK(ids(query, request).empty());
    CHECK(answer(query, request).notes.size() == 1);
  }
}

}  // namespace geul::query

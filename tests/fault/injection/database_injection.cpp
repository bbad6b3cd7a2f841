// SPDX-License-Identifier: GPL-2.0-or-later
// Every function of Xapian that geul calls may throw every exception that Xapian has. None leaves
// the library; a question is answered as without it, or not at all; a build leaves what was there
// before, or what was to come.
#include <xapian.h>

#include <array>
#include <catch2/catch.hpp>
#include <utility>

#include "common/index/maintenance.hpp"
#include "common/index/reader.hpp"
#include "query/answer.hpp"
#include "query/render/json.hpp"
#include "query/render/suggestions.hpp"
#include "query/suggest/suggester.hpp"
#include "tests/fault/injection/injection.hpp"
#include "tests/fault/injection/small_blog.hpp"

namespace geul::test {
namespace {

using Fault = std::function<void()>;

template <class Exception>
Fault throwing() {
  return [] { throw Exception("injected"); };
}

const std::vector<Fault>& faults() {
  static const std::vector<Fault> all{throwing<Xapian::DatabaseCorruptError>(),
                                      throwing<Xapian::DatabaseModifiedError>(),
                                      throwing<Xapian::DatabaseError>(),
                                      throwing<Xapian::DatabaseLockError>(),
                                      throwing<Xapian::DatabaseOpeningError>(),
                                      throwing<Xapian::DatabaseCreateError>(),
                                      throwing<Xapian::DatabaseVersionError>(),
                                      throwing<Xapian::DatabaseNotFoundError>(),
                                      throwing<Xapian::DatabaseClosedError>(),
                                      throwing<Xapian::DocNotFoundError>(),
                                      throwing<Xapian::FeatureUnavailableError>(),
                                      throwing<Xapian::InternalError>(),
                                      throwing<Xapian::InvalidArgumentError>(),
                                      throwing<Xapian::InvalidOperationError>(),
                                      throwing<Xapian::UnimplementedError>(),
                                      throwing<Xapian::NetworkError>(),
                                      throwing<Xapian::NetworkTimeoutError>(),
                                      throwing<Xapian::QueryParserError>(),
                                      throwing<Xapian::SerialisationError>(),
                                      throwing<Xapian::RangeError>(),
                                      throwing<Xapian::WildcardError>(),
                                      throwing<Xapian::AssertionError>(),
                                      throwing<std::runtime_error>(),
                                      [] { throw std::bad_alloc(); }};
  return all;
}

/// An answer as text, or what went wrong.
using Said = tl::expected<std::string, Error>;

Said text_of(const Result<query::Answer>& answer) {
  if (!answer) return tl::unexpected(answer.error());
  return to_json_text(query::to_json(*answer, std::nullopt));
}

Said ask(const std::string& database, const std::string& words, const query::Request& request) {
  auto reader = index::Reader::open({database});
  if (!reader) return tl::unexpected(reader.error());
  query::Searcher searcher(std::move(*reader));
  return text_of(searcher.answer(words, request, query::Detail::full));
}

Said suggest(const std::string& database) {
  auto reader = index::Reader::open({database});
  if (!reader) return tl::unexpected(reader.error());
  query::Suggester suggester(std::move(*reader));
  const auto found = suggester.suggest("검", 10, {2024, 1, 1});
  if (!found) return tl::unexpected(found.error());
  return to_json_text(query::to_json(*found));
}

Said similar(const std::string& database) {
  auto reader = index::Reader::open({database});
  if (!reader) return tl::unexpected(reader.error());
  query::Searcher searcher(std::move(*reader));
  return text_of(searcher.similar("yaml.md", "", {}, query::Detail::full));
}

Said check(const std::string& database) {
  const auto report = index::check(database);
  if (!report) return tl::unexpected(report.error());
  for (const index::Finding& finding : report->findings)
    return tl::unexpected(Error{ErrorCode::corrupt, finding.message, finding.hint});
  return std::to_string(report->documents);
}

Said stats(const std::string& database) {
  auto reader = index::Reader::open({database});
  if (!reader) return tl::unexpected(reader.error());
  const auto stats = reader->stats();
  if (!stats) return tl::unexpected(stats.error());
  return std::to_string(stats->documents) + ' ' + std::to_string(stats->terms);
}

using Question = std::function<Said(const std::string& database)>;

std::vector<std::pair<const char*, Question>> questions() {
  query::Request facets;
  facets.facets.set = query::FacetChoice::Set::all;
  facets.explain = true;
  query::Request newest;
  newest.sort = index::Sort::newest;
  newest.tags = {"검색"};
  return {
      {"words", [=](const std::string& db) { return ask(db, "검색 엔진은 낱말", facets); }},
      {"a phrase", [=](const std::string& db) { return ask(db, "\"검색 엔진\" 시금*", {}); }},
      {"a typo", [=](const std::string& db) { return ask(db, "검섹엔진", {}); }},
      {"a filter", [=](const std::string& db) { return ask(db, "", newest); }},
      {"fields", [=](const std::string& db) { return ask(db, "tag:요리 OR date:2022", facets); }},
      {"completions", suggest},
      {"likeness", similar},
      {"statistics", stats},
  };
}

constexpr std::size_t kFaultsATurn = 6;

/// The part of all faults that one call is tried with: all of them over some calls.
std::vector<Fault> some_faults(std::size_t turn) {
  const auto& all = faults();
  std::vector<Fault> some;
  for (std::size_t i = 0; i < kFaultsATurn; ++i)
    some.push_back(all[(kFaultsATurn * turn + i) % all.size()]);
  return some;
}

std::size_t try_question(const SmallBlog& blog, const Question& question) {
  const Said expected = question(blog.database());
  REQUIRE(expected);
  const Calls calls = calls_of([&] { static_cast<void>(question(blog.database())); });
  std::size_t turn = 0;
  for (const auto& [call, count] : calls) {
    if (call.find("6Xapian") == call.npos) continue;
    for (const std::size_t nth : some_of(count))
      for (const Fault& fault : some_faults(turn++)) {
        INFO(call << " no. " << nth << ", turn " << turn);
        const Injection injection(call, nth, fault);
        Said said;
        REQUIRE_NOTHROW(said = question(blog.database()));
        if (said) CHECK(*said == *expected);
        if (!said) CHECK_FALSE((said.error().message.empty() || said.error().hint.empty()));
      }
  }
  return turn;
}

/// Puts a copy of `from` in the place of the database.
void put_back(const std::filesystem::path& from, const std::string& database) {
  std::filesystem::remove_all(database);
  std::filesystem::copy(from, database, std::filesystem::copy_options::recursive);
}

}  // namespace

TEST_CASE("whatever Xapian throws, a question is answered as without, or not at all") {
  const SmallBlog blog;
  REQUIRE(blog.build(index::OpenMode::update).report);
  std::size_t turns = 0;
  for (const auto& [name, question] : questions()) {
    INFO(name);
    turns += try_question(blog, question);
  }
  CHECK(turns > 300);
}

TEST_CASE("whatever Xapian throws, a build leaves what was or what is to come") {
  const SmallBlog blog;
  const std::filesystem::path before = blog.folder() / "before";
  REQUIRE(blog.build(index::OpenMode::update).report);
  std::filesystem::copy(blog.database(), before, std::filesystem::copy_options::recursive);
  const auto old_ids = blog.ids();
  blog.folder().write("posts/new.md", "# 새 글\n\n새로 쓴다.\n");
  std::filesystem::remove(blog.folder() / "posts/plain.md");
  for (const auto mode : {index::OpenMode::update, index::OpenMode::replace}) {
    const Calls calls = calls_of([&] { REQUIRE(blog.build(mode).report); });
    const auto new_ids = blog.ids();
    std::size_t turn = 0;
    for (const auto& [call, count] : calls) {
      if (call.find("6Xapian") == call.npos) continue;
      for (const std::size_t nth : some_of(count)) {
        put_back(before, blog.database());
        INFO(call << " no. " << nth << ", turn " << turn);
        bool has_skipped = false;  // a post that Xapian did not take
        {
          const Injection injection(call, nth, faults()[turn++ % faults().size()]);
          const BuildOutcome outcome = blog.build(mode);
          CHECK_FALSE(outcome.thrown);
          if (outcome.error) CHECK_FALSE(outcome.error->message.empty());
          has_skipped = outcome.report && outcome.report->skipped == 1;
          if (outcome.report) CHECK(outcome.report->skipped <= 1);
        }
        const auto ids = blog.ids();
        CHECK((ids == old_ids || ids == new_ids || has_skipped));
        CHECK(blog.build(index::OpenMode::update).report);
        CHECK(blog.ids() == new_ids);
      }
    }
    CHECK(turn > 30);
    put_back(before, blog.database());
  }
}

TEST_CASE("whatever Xapian throws, a copy is whole or not there") {
  const SmallBlog blog;
  const std::filesystem::path out = blog.folder() / "copy";
  REQUIRE(blog.build(index::OpenMode::update).report);
  const Question compact = [&](const std::string& database) -> Said {
    const auto compacted = index::compact(database, out.string());
    const bool there = std::filesystem::exists(out);
    CHECK(compacted.has_value() == there);
    std::filesystem::remove_all(out);
    if (!compacted) return tl::unexpected(compacted.error());
    return "a copy";
  };
  CHECK(try_question(blog, compact) > 5);
}

TEST_CASE("whatever Xapian throws, check says it") {
  const SmallBlog blog;
  REQUIRE(blog.build(index::OpenMode::update).report);
  CHECK(try_question(blog, check) > 60);
}

}  // namespace geul::test

// SPDX-License-Identifier: GPL-2.0-or-later
// Several programs at one database: writers that meet, and readers that outlive commits.
#include <atomic>
#include <catch2/catch.hpp>
#include <thread>

#include "common/base/format.hpp"
#include "common/index/reader.hpp"
#include "tests/fault/tally.hpp"
#include "tests/fault/trees.hpp"
#include "tests/fault/two_states.hpp"

namespace geul::test {
namespace {

namespace fs = std::filesystem;
using Catch::Contains;
using State = TwoStates::State;

/// Runs builds at one time, each with further arguments of its own.
std::vector<RunResult> build_at_once(const TwoStates& states,
                                     const std::vector<std::vector<std::string>>& more) {
  std::vector<RunResult> results(more.size());
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < more.size(); ++i)
    threads.emplace_back([&, i] {
      std::vector<std::string> arguments = states.build_at(states.place());
      arguments.insert(arguments.end(), more[i].begin(), more[i].end());
      results[i] = geul_index(arguments);
    });
  for (std::thread& thread : threads) thread.join();
  return results;
}

/// Of writers that meet one builds, and the others build or are told of it.
void meet(const std::string& kind, const fs::path& beginning,
          const std::vector<std::vector<std::string>>& more) {
  const TwoStates& states = TwoStates::single();
  Tally tally(kind);
  for (std::size_t round = 0; round < rounds(3, 100); ++round) {
    copy_tree(beginning, states.place());
    tally.round();
    std::size_t built = 0;
    for (const RunResult& result : build_at_once(states, more)) {
      CAPTURE(round, result.status, result.err);
      CHECK((result.status == 0 || is_helpful_error(result.status, result.err)));
      if (result.status != 0) CHECK_THAT(result.err, Contains("another process is writing"));
      built += result.status == 0 ? 1 : 0;
    }
    CHECK(built > 0);
    tally.count(format("{} of {} built", built, more.size()));
    CHECK(answers_of(states.place()) == states.answers(State::after));
    CHECK(check_of(states.place()).status == 0);
    CHECK(names_in(states.work()) == std::set<std::string>{"db"});
    tally.count("whole");
  }
}

/// Forty records that all say which edition they are of.
void write_edition(const Blog& blog, std::size_t edition) {
  std::string lines;
  for (int i = 0; i < 40; ++i)
    lines +=
        format("{{\"id\":\"{0}\",\"title\":\"{1}판\",\"body\":\"고양이가 {0}번 산책한다.\"}}\n", i,
               edition);
  blog.folder().write("posts.jsonl", lines);
}

/// Builds edition after edition, every tenth one anew.
class Publishing {
 public:
  Publishing(const Blog& blog, std::size_t editions)
      : blog_(blog), editions_(editions), thread_([this] { run(); }) {}
  ~Publishing() { thread_.join(); }
  Publishing(const Publishing&) = delete;
  Publishing& operator=(const Publishing&) = delete;
  Publishing(Publishing&&) = delete;
  Publishing& operator=(Publishing&&) = delete;

  [[nodiscard]] bool is_done() const { return done_; }
  [[nodiscard]] std::size_t failures() const { return failures_; }

 private:
  void run() {
    for (std::size_t edition = 1; edition <= editions_; ++edition) {
      write_edition(blog_, edition);
      std::vector<std::string> arguments{"build", blog_.folder() / "posts.jsonl", "--db",
                                         blog_.database()};
      if (edition % 10 == 0) arguments.emplace_back("--rebuild");
      if (geul_index(arguments).status != 0) ++failures_;
    }
    done_ = true;
  }

  const Blog& blog_;
  std::size_t editions_;
  std::atomic<bool> done_ = false;
  std::atomic<std::size_t> failures_ = 0;
  std::thread thread_;
};

/// The one edition that all documents are of; nothing where there are several.
std::optional<std::string> edition_of(const std::vector<std::string>& titles) {
  if (titles.size() != 40) return std::nullopt;
  const bool same = std::ranges::all_of(
      titles, [&titles](const std::string& title) { return title == titles.front(); });
  return same ? std::optional(titles.front()) : std::nullopt;
}

std::vector<std::string> titles_by(index::Reader& reader) {
  const auto documents = reader.first_documents(index::Query::everything(), 100);
  std::vector<std::string> titles;
  CHECK(documents);
  if (!documents) FAIL(documents.error().message);
  for (const index::Document& document : *documents) titles.push_back(document.title);
  return titles;
}

}  // namespace

TEST_CASE("fault: writers that meet at a database leave it whole") {
  const fs::path before = TwoStates::single().clean(State::before);
  meet("writers meet at a database", before, {{}, {"--rebuild"}, {}});
}

TEST_CASE("fault: writers that meet where there is no database yet leave a whole one") {
  meet("writers meet where nothing is", "/nowhere", {{}, {}, {"--rebuild"}});
}

TEST_CASE("fault: a reader outlives commits and rebuilds, and sees one state at a time") {
  const Blog blog;
  write_edition(blog, 0);
  REQUIRE(geul_index({"build", blog.folder() / "posts.jsonl", "--db", blog.database()}).status ==
          0);
  Tally tally("a reader through commits");
  auto reader = index::Reader::open({blog.database()});
  REQUIRE(reader);
  const std::size_t editions = rounds(12, 500);
  Publishing publishing(blog, editions);
  std::size_t asked = 0;
  while (!publishing.is_done()) {
    CHECK(edition_of(titles_by(*reader)));
    if (++asked % 50 == 0)
      CHECK(edition_of(hit_strings(
          json_of(blog.query({"고양이", "--limit", "50", "--format", "json"})), "title")));
  }
  CHECK(publishing.failures() == 0);
  for (std::size_t i = 0; i < editions; ++i) tally.round();
  tally.count(asked > editions ? "read in one state, oftener than commits" : "read in one state");
}

}  // namespace geul::test

// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "common/base/files.hpp"
#include "common/base/format.hpp"
#include "common/index/contents.hpp"
#include "common/index/maintenance.hpp"
#include "common/index/reader.hpp"
#include "tests/support/file_size_limit.hpp"
#include "tests/support/temporary_folder.hpp"

namespace geul::indexer {
namespace {

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

/// All that a build says.
class Recorder : public BuildListener {
 public:
  void changed(Change change, std::string_view id) override {
    said.push_back(format("{} {}", static_cast<int>(change), id));
  }
  void warned(const Warning& warning) override {
    said.push_back(format("{}:{} {}", warning.place.file, warning.place.line, warning.message));
  }
  void skipped(const Place& place, const Error& reason) override {
    said.push_back(format("{}:{} skipped: {}", place.file, place.line, reason.message));
  }
  void progressed(std::size_t done, std::size_t total) override {
    CHECK(done >= last);
    CHECK(done <= total);
    last = done;
  }

  Lines said;
  std::size_t last = 0;
};

struct Built {
  Lines said;
  Lines answers;
  std::size_t progress = 0;
};

/// The first of two lists of lines that differ; nothing where they agree.
Lines difference(const Lines& a, const Lines& b) {
  const auto [first, second] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  Lines lines;
  if (first != a.end()) lines.push_back(*first);
  if (second != b.end()) lines.push_back(*second);
  return lines;
}

/// What a database answers: each document, and for each of its terms the hits, their order and
/// their scores to the last bit.
Lines answers_of(const std::string& database) {
  Lines answers;
  auto reader = index::Reader::open({database});
  REQUIRE(reader);
  std::vector<std::string> terms;
  REQUIRE(reader->walk_terms({}, [&](std::string_view term, std::size_t documents) {
    terms.emplace_back(term);
    answers.push_back(format("{} {}", term, documents));
    return index::NextTerm::following();
  }));
  index::SearchRequest request;
  request.limit = 1000;
  request.exact_total = true;
  request.facets = {index::BuiltinFacet::tag};
  for (const std::string& term : terms) {
    request.query = index::Query::term(term);
    const auto found = reader->search(request);
    REQUIRE(found);
    std::string line = format("{} {}", term, found->total.count);
    for (const index::Hit& hit : found->hits)
      line += format(" {}={:a}", hit.document.id.str(), hit.score);
    for (const index::FacetCount& value : found->facets.front().values)
      line += format(" {}:{}", value.value, value.count);
    answers.push_back(line);
  }
  std::map<std::string, std::string> hashes;
  const auto contents = index::read_contents(database);
  REQUIRE(contents);
  for (const auto& [key, hash] : *contents) hashes.emplace(key.str(), hash.str());
  for (const auto& [key, hash] : hashes) answers.push_back(key + hash);
  return answers;
}

class Site {
 public:
  /// Writes the records of a JSON Lines file.
  void write(const std::string& records) const { folder_.write("posts.jsonl", records); }

  [[nodiscard]] BuildOptions options(std::size_t jobs) const {
    BuildOptions options;
    options.sources = {(folder_ / "posts.jsonl").string()};
    options.database = database();
    options.jobs = jobs;
    return options;
  }

  [[nodiscard]] Built build(const BuildOptions& options) const {
    Recorder recorder;
    const auto report = indexer::build(options, recorder);
    if (!report) FAIL(report.error().message);
    Built built{recorder.said, answers_of(database()), recorder.last};
    built.said.push_back(format("{} {} {} {} {} {} {}", report->indexed, report->unchanged,
                                report->removed, report->hidden, report->skipped, report->warnings,
                                report->bytes));
    return built;
  }

  [[nodiscard]] std::string database() const { return (folder_ / "db").string(); }
  /// Whether only the records and the database are in the folder.
  [[nodiscard]] bool is_clean() const {
    return std::distance(fs::directory_iterator(folder_.path()), {}) == 2;
  }

 private:
  test::TemporaryFolder folder_;
};

std::string record(const std::string& id, const std::string& body, const std::string& more = "") {
  return format(R"({{"id":"{}","title":"글 {}","tags":["가","나{}"],"body":"{}"{}}})", id, id,
                body.size() % 3, body, more) +
         "\n";
}

/// Posts of which many have the id of another one, some are hidden, some are warned of and some
/// are none.
std::string random_records(unsigned seed) {
  std::mt19937 random(seed);
  const auto draw = [&random](int least, int most) {
    return std::uniform_int_distribution(least, most)(random);
  };
  const Lines words{"고양이가", "산책한다", "두부를", "검색엔진", "색인의", "zebra", "horse"};
  const Lines more{"", "", "", "", R"(,"draft":true)", R"(,"date":"2024-02-31")"};
  std::string records;
  for (int left = draw(1, 120); left > 0; --left) {
    std::string body;
    for (int i = draw(0, 12); i >= 0; --i)
      body += words[static_cast<std::size_t>(draw(0, static_cast<int>(words.size()) - 1))] + " ";
    const std::string& extra = more[static_cast<std::size_t>(draw(0, 5))];
    records += draw(0, 9) == 0 ? "{broken\n" : record(std::to_string(draw(1, 80)), body, extra);
  }
  return records;
}

/// So many posts, long enough for a batch of segments to take several of them.
std::string plain_records(int number) {
  std::string records;
  for (int i = 0; i < number; ++i)
    records += record(std::to_string(i), format("고양이가 {} 산책한다", i));
  return records;
}

}  // namespace

TEST_CASE("build: nothing depends on the number of threads and the size of chunks") {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    const auto draw = [&random](std::size_t least, std::size_t most) {
      return std::uniform_int_distribution(least, most)(random);
    };
    const Site site;
    site.write(random_records(seed));
    const Built one = site.build(site.options(1));
    BuildOptions options = site.options(draw(2, 5));
    options.chunks = {draw(1, 40), draw(50, 20'000), draw(1, 8)};
    for (const auto mode : {index::OpenMode::update, index::OpenMode::replace}) {
      if (mode == index::OpenMode::update) fs::remove_all(site.database());
      options.mode = mode;
      const Built many = site.build(options);
      CHECK(difference(one.said, many.said).empty());
      CHECK(difference(one.answers, many.answers).empty());
      CHECK(one.progress == many.progress);
      CHECK(index::check(site.database()).value().findings.empty());
    }
    options.mode = index::OpenMode::update;
    CHECK(difference(one.answers, site.build(options).answers).empty());
    CHECK(site.is_clean());
  }
}

TEST_CASE("build: of posts with one id the first is kept, in whatever chunks they are") {
  const Site site;
  // Three chunks of two: a repeat within a chunk, in the next one, and both.
  site.write(record("a", "zebra") + record("a", "horse") + record("b", "zebra") +
             record("a", "horse") + record("b", "horse") + record("b", "horse"));
  BuildOptions options = site.options(3);
  options.chunks = {2, 1000, 2};
  const Built built = site.build(options);
  const auto skips = std::count_if(built.said.begin(), built.said.end(), [](const auto& line) {
    return line.ends_with("another post has the same id");
  });
  CHECK(skips == 4);
  CHECK(std::count(built.answers.begin(), built.answers.end(), "zebra 2") == 1);
  CHECK(std::count(built.answers.begin(), built.answers.end(), "horse 2") == 0);
  CHECK(index::check(site.database()).value().findings.empty());
}

TEST_CASE("build: one post, and none, with many threads") {
  const Site site;
  site.write(record("a", "zebra"));
  CHECK(site.build(site.options(8)).progress == 1);
  CHECK(index::read_contents(site.database()).value().size() == 1);
  site.write("");
  BuildOptions options = site.options(8);
  options.mode = index::OpenMode::replace;
  CHECK(site.build(options).progress == 0);
  CHECK(index::read_contents(site.database()).value().empty());
  CHECK(site.is_clean());
}

TEST_CASE("build: posts that are all left out write nothing to an empty database") {
  const Site site;
  site.write(record("a", "zebra", R"(,"draft":true)") + "{broken\n");
  static_cast<void>(site.build(site.options(2)));
  const auto before = fs::last_write_time(fs::path(site.database()) / "iamglass");
  static_cast<void>(site.build(site.options(2)));
  CHECK(fs::last_write_time(fs::path(site.database()) / "iamglass") == before);
  CHECK(site.is_clean());
}

TEST_CASE("build: one that is stopped leaves the old database") {
  const Site site;
  site.write(record("old", "zebra"));
  const Built before = site.build(site.options(2));
  site.write(plain_records(300));
  BuildOptions options = site.options(2);
  options.mode = index::OpenMode::replace;
  options.chunks = {50, 1 << 20, 4};
  const int last = GENERATE(0, 1, 70, 299);
  int asked = 0;
  options.stopped = [&] { return asked++ == last; };
  Recorder recorder;
  const auto report = build(options, recorder);
  REQUIRE_FALSE(report);
  CHECK(report.error().message == "the build was stopped");
  CHECK(difference(answers_of(site.database()), before.answers).empty());
  CHECK(site.is_clean());
}

/// Builds in a process of its own, no file of which may grow over 200 KB, and writes down what it
/// said. Returns the process's status, as waitpid() has it.
int build_on_full_disk(const BuildOptions& options, const fs::path& said) {
  const pid_t child = ::fork();
  if (child == 0) {
    Recorder recorder;
    const test::FileSizeLimit limit(200 << 10);
    const auto report = build(options, recorder);
    const bool is_right = !report && report.error().code == ErrorCode::io;
    std::ofstream(said) << (report ? "" : report.error().message);
    ::_exit(is_right && recorder.said.size() < 2000 ? 0 : 1);
  }
  int status = -1;
  REQUIRE(::waitpid(child, &status, 0) == child);
  return status;
}

TEST_CASE("build: one whose disk is full leaves the old database, and says where") {
  const Site site;
  site.write(record("old", "zebra"));
  const Built before = site.build(site.options(2));
  site.write(plain_records(2000));
  BuildOptions options = site.options(2);
  options.mode = index::OpenMode::replace;
  options.chunks = {400, 1 << 20, 4};
  const test::TemporaryFolder folder;
  const int status = build_on_full_disk(options, folder / "said");
  // Now and then Xapian 1.4.22 throws out of its own commit() where nothing may be thrown, which
  // ends the process: nothing that calls it can help that.
  const bool is_ended_by_xapian = WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
  if (!is_ended_by_xapian) {
    REQUIRE(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
    CHECK_THAT(read_file(folder / "said", 1 << 16).value(), Catch::Contains(site.database()));
    CHECK(site.is_clean());
  }
  CHECK(difference(answers_of(site.database()), before.answers).empty());
  CHECK(site.build(options).progress == 2000);
  CHECK(site.is_clean());
}

}  // namespace geul::indexer

// SPDX-License-Identifier: GPL-2.0-or-later
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <future>

#include "common/base/format.hpp"
#include "tests/scenario/blog.hpp"
#include "tests/support/patience.hpp"
#include "tests/support/server.hpp"

// Databases on other machines that are down, die or stall.
namespace geul::test {
namespace {

using Catch::Contains;

/// Two blogs: one here, one behind a server.
class TwoShards {
 public:
  TwoShards() {
    here_.post("here.md", "# 고양이\n\n여기서 잔다.\n");
    there_.post("there.md", "# 고양이\n\n저기서 잔다. 쿠버네티스도 안다.\n");
    REQUIRE(here_.build().status == 0);
    REQUIRE(there_.build().status == 0);
    server_.emplace(serve({there_.database()}));
  }

  [[nodiscard]] Server& server() { return *server_; }
  [[nodiscard]] std::string here() const { return here_.database(); }
  [[nodiscard]] std::string there() const { return there_.database(); }
  [[nodiscard]] const TemporaryFolder& folder() const { return here_.folder(); }

 private:
  Blog here_;
  Blog there_;
  std::optional<Server> server_;
};

using Ids = std::vector<std::string>;

RunResult ask(const std::string& here, const std::string& there,
              std::vector<std::string> more = {"고양이"}) {
  more.insert(more.begin(), {"--db", here, "--db", there, "--format", "json"});
  return geul_query(more);
}

/// An error with the shard's name, and with --partial the other's answer.
void check_left_out(const TwoShards& shards, const std::string& there) {
  const auto start = std::chrono::steady_clock::now();
  const RunResult refused = ask(shards.here(), there, {"고양이", "--timeout", "1"});
  CAPTURE(there, refused.out, refused.err);
  CHECK(refused.status == 2);
  CHECK(refused.out.empty());
  CHECK_THAT(refused.err, Contains(there) && Contains("hint: "));
  const RunResult partial = ask(shards.here(), there, {"고양이", "--timeout", "1", "--partial"});
  CAPTURE(partial.out, partial.err);
  CHECK(partial.status == 0);
  CHECK_THAT(partial.err, Contains("without " + there));
  const Json answer = json_of(partial);
  CHECK(hit_strings(answer, "id") == Ids{"here.md"});
  CHECK(answer["total"]["count"] == 1);
  CHECK(answer["partial"] == Json::array({there}));
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  CHECK(seconds.count() < 2 * 2 + 2 * most_seconds());
}

}  // namespace

TEST_CASE("remote: a shard that is down is named, or left out") {
  TwoShards shards;
  const std::string there = shards.server().address();
  CHECK(hit_strings(json_of(ask(shards.here(), there)), "id").size() == 2);
  CHECK(json_of(ask(shards.here(), there, {"고양이", "--partial"}))["partial"] == Json::array());
  shards.server().kill();
  check_left_out(shards, there);
  const RunResult nothing = geul_query({"--db", there, "고양이", "--partial"});
  CHECK(nothing.status == 2);
  CHECK_THAT(nothing.err, Contains(there));
  const RunResult not_found = ask(shards.here(), there, {"없는낱말임", "--partial"});
  CHECK(not_found.status == 1);
  const RunResult completed = ask(shards.here(), there, {"--suggest", "고", "--partial"});
  CHECK(json_of(completed)["partial"] == Json::array({there}));
}

TEST_CASE("remote: a shard that stalls before it says anything is named, or left out") {
  TwoShards shards;
  shards.server().stall();
  check_left_out(shards, shards.server().address());
}

TEST_CASE("remote: a shard to which no connection comes about is named, or left out") {
  const TwoShards shards;
  const BlackHole hole;
  check_left_out(shards, hole.address());
}

TEST_CASE("remote: a shard that stalls when it was opened already is named, or left out") {
  for (const bool partial : {false, true}) {
    TwoShards shards;
    const std::string there = shards.server().address();
    const std::string fifo = shards.folder() / "queries";
    REQUIRE(::mkfifo(fifo.c_str(), 0600) == 0);
    const int queries = ::open(fifo.c_str(), O_RDWR | O_CLOEXEC);
    auto answer = std::async(std::launch::async, [&] {
      return run(
          "/bin/sh",
          {"-c", geul::format("exec {} --db {} --db {} --timeout 1 --format jsonl --batch - {} <{}",
                              GEUL_QUERY_PROGRAM, shards.here(), there, partial ? "--partial" : "",
                              fifo)});
    });
    const std::string lines = "1\t고양이\n2\t고양이 잔다\n";
    REQUIRE(::write(queries, lines.data(), lines.size()) == static_cast<ssize_t>(lines.size()));
    // Queries are read once the databases are open, and answered once all are read.
    int unread = 1;
    while (::ioctl(queries, FIONREAD, &unread) == 0 && unread > 0 &&
           answer.wait_for(std::chrono::milliseconds(5)) != std::future_status::ready) {
    }
    shards.server().stall();
    ::close(queries);
    const RunResult result = answer.get();
    CAPTURE(result.out, result.err);
    CHECK(result.status == (partial ? 0 : 2));
    CHECK_THAT(result.err, Contains(there));
    CHECK(std::ranges::count(result.out, '\n') == (partial ? 2 : 0));
  }
}

TEST_CASE("remote: wherever in an answer a shard dies, it is named, or left out") {
  TwoShards shards;
  const std::vector<std::string> query{"쿠버네티즈 고양이", "--facets", "--explain"};
  const std::string whole = ask(shards.here(), shards.there(), query).out;
  const std::string part =
      geul_query({"--db", shards.here(), "--format", "json", query[0], query[1], query[2]}).out;
  std::size_t failed = 0;
  for (std::size_t bytes = 1; bytes < 10'000; bytes += 1 + bytes / 2) {
    const Proxy proxy(shards.server().port(), bytes, Proxy::End::hang_up);
    const RunResult result = ask(shards.here(), proxy.address(), query);
    CAPTURE(bytes, result.err);
    if (result.status == 0) {
      CHECK(result.out == whole);
      continue;
    }
    ++failed;
    CHECK(result.status == 2);
    CHECK_THAT(result.err, Contains(proxy.address()));
    auto partial = query;
    partial.push_back("--partial");
    Json left = json_of(ask(shards.here(), proxy.address(), partial));
    CHECK(left["partial"] == Json::array({proxy.address()}));
    CHECK(hit_strings(left, "id") == hit_strings(*parse_json(part), "id"));
  }
  CHECK(failed > 5);
}

TEST_CASE("remote: a shard that stalls in the middle of its answers is named, or left out") {
  TwoShards shards;
  const Proxy proxy(shards.server().port(), 500, Proxy::End::silence);
  check_left_out(shards, proxy.address());
}

TEST_CASE("remote: a shard of another schema or analysis is refused by name") {
  TwoShards shards;
  const std::string there = shards.there();
  for (const char* const key : {"geul-schema", "geul-analysis"}) {
    Blog other;
    other.post("a.md", "# 고양이\n");
    REQUIRE(other.build().status == 0);
    const RunResult changed =
        run("/usr/bin/xapian-metadata", {"set", other.database(), key, "other"});
    REQUIRE(changed.status == 0);
    const Server server = serve({other.database()});
    other.folder().write("list", "auto db\n");
    for (const std::string& name :
         {other.database().string(), server.address(), (other.folder() / "list").string()}) {
      const RunResult refused = ask(shards.here(), name, {"고양이", "--partial"});
      CAPTURE(key, name, refused.err);
      CHECK(refused.status == 2);
      CHECK_THAT(refused.err, Contains("other") && Contains("hint: "));
      CHECK_THAT(refused.err,
                 Contains(name == server.address() ? name : other.database().string()));
    }
  }
}

TEST_CASE("remote: a time is a number of seconds") {
  for (const char* const time : {"0", "-1", "3601", "soon"}) {
    const RunResult refused = geul_query({"--db", "x", "--timeout", time, "고양이"});
    CHECK(refused.status == 2);
    CHECK_THAT(refused.err, Contains("--timeout"));
  }
}

}  // namespace geul::test

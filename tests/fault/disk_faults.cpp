// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "common/base/format.hpp"
#include "tests/fault/small_disk.hpp"
#include "tests/fault/tally.hpp"
#include "tests/fault/trees.hpp"
#include "tests/fault/two_states.hpp"
#include "tests/support/random_text.hpp"

namespace geul::test {
namespace {

namespace fs = std::filesystem;
using Catch::Contains;
using Names = std::set<std::string>;
using State = TwoStates::State;

/// A command that writes to a disk, and what it takes there at the most.
struct Write {
  std::string kind;
  std::vector<std::string> arguments;
  std::size_t most_bytes;
};

/// A database on a small disk, with the state before in it, and a search exported from it.
class OnDisk {
 public:
  explicit OnDisk(const TwoStates& states) : states_(states) {}

  [[nodiscard]] const SmallDisk& disk() const { return disk_; }
  [[nodiscard]] fs::path database() const { return disk_.inside() / "db"; }

  void begin() const {
    disk_.make_room();
    for (const std::string& name : names()) fs::remove_all(disk_.outside() / name);
    copy_tree(states_.clean(State::before), disk_.outside() / "db");
    REQUIRE(run({"site", "--db", database(), "--out", disk_.inside() / "site"}).status == 0);
  }

  [[nodiscard]] RunResult run(const std::vector<std::string>& arguments) const {
    return geul_index(arguments, disk_.options());
  }
  [[nodiscard]] Answers answers() const { return answers_of(database(), disk_.options()); }
  [[nodiscard]] Answer check() const { return check_of(database(), disk_.options()); }
  [[nodiscard]] Names names() const { return names_in(disk_.outside()); }
  [[nodiscard]] auto site() const { return tree_of(disk_.outside() / "site"); }

  [[nodiscard]] std::vector<Write> writes() const {
    const std::vector<std::string> update = states_.build_at(database());
    std::vector<std::string> rebuild = update;
    rebuild.emplace_back("--rebuild");
    constexpr std::size_t kMega = std::size_t{1} << 20U;
    return {
        {"update", update, 2 * kMega},
        {"build --rebuild", rebuild, 4 * kMega},
        {"compact", {"compact", "--db", database(), "--out", disk_.inside() / "copy"}, 2 * kMega},
        {"site", {"site", "--db", database(), "--out", disk_.inside() / "site"}, 2 * kMega}};
  }

 private:
  const TwoStates& states_;
  SmallDisk disk_;
};

/// One command on a disk that is full after a random number of bytes.
void fill_disk(const OnDisk& on, const Write& write, const TwoStates& states, std::size_t free,
               Tally& tally) {
  on.begin();
  const auto site = on.site();
  const Names names = on.names();
  on.disk().leave_free(free);
  const RunResult written = on.run(write.arguments);
  CAPTURE(write.kind, free, written.status, written.err);
  tally.round();
  if (written.status == 0) {
    tally.count("fits");
  } else {
    tally.count("refused");
    CHECK(is_helpful_error(written.status, written.err));
    CHECK_THAT(written.err, Contains("No space left"));
    // Xapian 1.4's commit() may end the process, which then clears nothing away.
    const bool ended = written.err.find("terminate called") != std::string::npos;
    if (ended) tally.count("of these ended by Xapian");
    CHECK(on.answers() == states.answers(State::before));
    CHECK(on.check().status == 0);
    CHECK(on.site() == site);
    if (!ended) CHECK(on.names() == names);
    if (!ended)
      CHECK(names_in(on.disk().outside() / "db") == names_in(states.clean(State::before)));
    tally.count("last commit intact");
  }
  on.disk().make_room();
  CHECK(on.run(states.build_at(on.database())).status == 0);
  CHECK(on.answers() == states.answers(State::after));
  CHECK(on.check().status == 0);
  if (write.arguments.front() == "build") CHECK(on.names() == names);
  tally.count("next build repaired");
}

bool have_disk() {
  static const bool possible = SmallDisk::is_possible();
  if (!possible) WARN("SKIPPED: no tmpfs can be mounted here (neither root nor user namespaces)");
  return possible;
}

}  // namespace

TEST_CASE("fault: a full disk is said, and loses nothing") {
  if (!have_disk()) return;
  const TwoStates& states = TwoStates::single();
  const OnDisk on(states);
  RandomText random(seed());
  for (const Write& write : on.writes()) {
    Tally tally("disk full: " + write.kind);
    for (std::size_t round = 0; round < rounds(2, 100); ++round)
      fill_disk(on, write, states, random.below(write.most_bytes), tally);
  }
}

TEST_CASE("fault: a read-only disk answers, and refuses what writes") {
  if (!have_disk()) return;
  const TwoStates& states = TwoStates::single();
  const OnDisk on(states);
  on.begin();
  Tally tally("read-only disk");
  on.disk().make_read_only();
  const Names names = on.names();
  for (const Write& write : on.writes()) {
    tally.round();
    const RunResult written = on.run(write.arguments);
    CAPTURE(write.kind, written.err);
    CHECK(is_helpful_error(written.status, written.err));
    CHECK_THAT(written.err, Contains("Read-only file system"));
    CHECK(on.answers() == states.answers(State::before));
    CHECK(on.check().status == 0);
    tally.count("refused; answers as before");
  }
  CHECK(on.names() == names);
  on.disk().make_writable();
  CHECK(on.run(states.build_at(on.database())).status == 0);
  CHECK(on.answers() == states.answers(State::after));
}

}  // namespace geul::test

// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <catch2/catch.hpp>
#include <csignal>
#include <functional>
#include <thread>

#include "common/base/format.hpp"
#include "tests/fault/killing.hpp"
#include "tests/fault/tally.hpp"
#include "tests/fault/trees.hpp"
#include "tests/fault/two_states.hpp"
#include "tests/support/patience.hpp"
#include "tests/support/random_text.hpp"
#include "tests/support/running_program.hpp"

namespace geul::test {
namespace {

namespace fs = std::filesystem;
using State = TwoStates::State;
using Names = std::set<std::string>;
constexpr std::size_t kShort = 3;
constexpr std::size_t kLong = 100;

/// Kills a command at random: at a moment, before a call that changes a file, before one that
/// changes more than a file's bytes, in turn.
class Killer {
 public:
  /// Runs the command undisturbed, on what `prepare` puts in place.
  Killer(Command command, std::function<void()> prepare)
      : command_(std::move(command)), prepare_(std::move(prepare)) {
    prepare_();
    time_ = time_of(command_);
    if (kPatience == 1) count();  // the leak sanitizer does not work in a traced program
    if (names_ == 0) WARN("SKIPPED: killing at system calls, which cannot be traced here");
  }

  /// Puts the beginning in place and kills the command on its way from there.
  void kill() {
    prepare_();
    const std::size_t way = names_ == 0 ? 0 : round_ % 3;
    ++round_;
    if (way == 0)
      kill_after(command_, std::chrono::microseconds(below(time_.count() * 11 / 10)));
    else if (way == 1)
      kill_before_call(command_, Calls::changes, 1 + below(changes_));
    else
      kill_before_call(command_, Calls::names, 1 + below(names_));
  }

 private:
  void count() {
    prepare_();
    changes_ = count_calls(command_, Calls::changes);
    prepare_();
    names_ = count_calls(command_, Calls::names);
  }

  template <class Number>
  std::size_t below(Number bound) {
    return random_.below(static_cast<std::size_t>(bound));
  }

  Command command_;
  std::function<void()> prepare_;
  std::chrono::microseconds time_{};
  std::size_t changes_ = 0;
  std::size_t names_ = 0;
  std::size_t round_ = 0;
  RandomText random_{seed()};
};

/// Which of the states answers so; empty when none does.
std::string name_of(const Answers& answers, const TwoStates& states) {
  if (answers == states.answers(State::before)) return "killed before the exchange";
  if (answers == states.answers(State::after)) return "after it";
  return {};
}

bool are_all_none(const Answers& answers, int status) {
  return std::ranges::all_of(answers, [status](const Answer& answer) {
    return answer.status == status && (status != 2 || is_helpful_error(2, answer.err));
  });
}

/// check() is content, the next build succeeds and gives the state after, with nothing beside it.
void check_repair(const TwoStates& states, const Names& names, Tally& tally) {
  const RunResult again = geul_index(states.build_at(states.place()));
  CAPTURE(again.out, again.err);
  CHECK(again.status == 0);
  CHECK(answers_of(states.place()) == states.answers(State::after));
  CHECK(check_of(states.place()).status == 0);
  CHECK(names_in(states.work()) == names);
  tally.count("next build repaired");
}

void expect_check_content(const fs::path& database, Tally& tally) {
  const Answer checked = check_of(database);
  CAPTURE(checked.err);
  CHECK(checked.status == 0);
  if (checked.status == 0) tally.count("check content");
}

/// A build over the state before that is killed: what is found afterwards is one state, whole.
void kill_builds(const std::string& kind, const TwoStates& states,
                 const std::vector<std::string>& more) {
  Tally tally(kind);
  Command command{GEUL_INDEX_PROGRAM, states.build_at(states.place())};
  command.arguments.insert(command.arguments.end(), more.begin(), more.end());
  const auto begin = [&states] {
    states.clear();
    copy_tree(states.clean(State::before), states.place());
  };
  Killer killer(command, begin);
  for (std::size_t round = 0; round < rounds(kShort, kLong); ++round) {
    CAPTURE(round);
    killer.kill();
    tally.round();
    const std::string state = name_of(answers_of(states.place()), states);
    CHECK_FALSE(state.empty());
    tally.count(state);
    expect_check_content(states.place(), tally);
    check_repair(states, {"db"}, tally);
  }
}

}  // namespace

TEST_CASE("fault: a killed rebuild leaves the old database or the new one") {
  const TwoStates& states = TwoStates::single();
  kill_builds("kill: build --rebuild", states, {"--rebuild"});
}

TEST_CASE("fault: a killed update leaves the last commit") {
  const TwoStates& states = TwoStates::single();
  kill_builds("kill: update", states, {});
}

TEST_CASE("fault: a killed first build leaves nothing, an empty database, or the whole one") {
  const TwoStates& states = TwoStates::single();
  Tally tally("kill: first build");
  Killer killer({GEUL_INDEX_PROGRAM, states.build_at(states.place())},
                [&states] { copy_tree("/nowhere", states.place()); });
  for (std::size_t round = 0; round < rounds(kShort, kLong); ++round) {
    CAPTURE(round);
    killer.kill();
    tally.round();
    const Answers answers = answers_of(states.place());
    if (!fs::exists(states.place())) {
      CHECK(are_all_none(answers, 2));
      tally.count("no database");
    } else if (answers == states.answers(State::after)) {
      tally.count("whole");
    } else {
      CHECK(json_of(geul_index({"stats", "--db", states.place(), "--format", "json"}))
                .at("documents") == 0);
      tally.count("empty");
    }
    if (fs::exists(states.place())) expect_check_content(states.place(), tally);
    check_repair(states, {"db"}, tally);
    states.clear();
  }
}

TEST_CASE("fault: a killed update of shards leaves each at a commit") {
  const TwoStates states({"--shards", "3"});
  Tally tally("kill: update of three shards");
  Killer killer({GEUL_INDEX_PROGRAM, states.build_at(states.place())},
                [&states] { copy_tree(states.clean(State::before), states.place()); });
  for (std::size_t round = 0; round < rounds(kShort, kLong); ++round) {
    CAPTURE(round);
    killer.kill();
    tally.round();
    const Answers answers = answers_of(states.place());
    const std::string state = name_of(answers, states);
    for (const Answer& answer : answers) {
      CAPTURE(answer.err);
      CHECK((answer.status == 0 || answer.status == 1));
    }
    tally.count(state.empty() ? "some shards before, some after" : state);
    expect_check_content(states.place(), tally);
    check_repair(states, {"db"}, tally);
  }
}

TEST_CASE("fault: a killed compaction leaves no database or a whole one") {
  const TwoStates& states = TwoStates::single();
  Tally tally("kill: compact");
  const fs::path out = states.work() / "compact";
  const std::vector<std::string> compact{"compact", "--db", states.clean(State::after), "--out",
                                         out};
  Killer killer({GEUL_INDEX_PROGRAM, compact}, [&out] { fs::remove_all(out); });
  for (std::size_t round = 0; round < rounds(kShort, kLong); ++round) {
    CAPTURE(round);
    killer.kill();
    tally.round();
    tally.count(fs::exists(out) ? "whole" : "no database yet");
    if (!fs::exists(out)) CHECK(geul_index(compact).status == 0);
    CHECK(answers_of(out) == states.answers(State::after));
    expect_check_content(out, tally);
    fs::remove_all(out);
    CHECK(geul_index(compact).status == 0);
    CHECK(names_in(states.work()) == Names{"compact"});
    tally.count("next one whole");
  }
}

TEST_CASE("fault: a killed export leaves the old search or the new one") {
  const TwoStates& states = TwoStates::single();
  Tally tally("kill: site");
  const fs::path out = states.work() / "site";
  const auto write = [&out](const fs::path& database) {
    return geul_index({"site", "--db", database, "--out", out, "--quiet"}).status;
  };
  REQUIRE(write(states.clean(State::before)) == 0);
  const auto before = tree_of(out);
  REQUIRE(write(states.clean(State::after)) == 0);
  const auto after = tree_of(out);
  REQUIRE(before != after);
  const fs::path old = states.blog().folder() / "old-site";
  fs::remove_all(out);
  REQUIRE(write(states.clean(State::before)) == 0);
  fs::rename(out, old);
  Killer killer(
      {GEUL_INDEX_PROGRAM, {"site", "--db", states.clean(State::after), "--out", out, "--quiet"}},
      [&] { copy_tree(old, out); });
  for (std::size_t round = 0; round < rounds(kShort, kLong); ++round) {
    CAPTURE(round);
    killer.kill();
    tally.round();
    const auto found = tree_of(out);
    const bool is_old = found == before;
    CHECK((is_old || found == after));
    tally.count(is_old ? "killed before the exchange" : "after it");
    CHECK(write(states.clean(State::after)) == 0);
    CHECK(tree_of(out) == after);
    CHECK(names_in(states.work()) == Names{"site"});
    tally.count("next export repaired");
  }
}

TEST_CASE("fault: a killed watch leaves the last commit") {
  const TwoStates& states = TwoStates::single();
  Tally tally("kill: watch");
  RandomText random(seed());
  constexpr std::size_t kDebounce = 250;  // milliseconds, somewhat less than a watch waits
  const auto build_time = time_of({GEUL_INDEX_PROGRAM, states.build_at(states.place())});
  const auto span = static_cast<std::size_t>(
      std::chrono::duration_cast<std::chrono::milliseconds>(build_time).count() + 100);
  for (std::size_t round = 0; round < rounds(kShort, kLong); ++round) {
    CAPTURE(round);
    states.write_posts(State::before);
    copy_tree(states.clean(State::before), states.place());
    {
      RunningProgram watch(GEUL_INDEX_PROGRAM,
                           {"watch", states.blog().posts(), "--db", states.place()});
      static_cast<void>(watch.line_with("watching", RunningProgram::Stream::error));
      states.write_posts(State::after);
      std::this_thread::sleep_for(std::chrono::milliseconds(kDebounce + random.below(span)));
      watch.send(SIGKILL);
      CHECK(watch.wait() == 128 + SIGKILL);
    }
    tally.round();
    const std::string state = name_of(answers_of(states.place()), states);
    CHECK_FALSE(state.empty());
    tally.count(state);
    expect_check_content(states.place(), tally);
    check_repair(states, {"db"}, tally);
  }
}

}  // namespace geul::test

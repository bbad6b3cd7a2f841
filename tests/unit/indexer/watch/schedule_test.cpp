// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/watch/schedule.hpp"

#include <catch2/catch.hpp>

namespace geul::indexer {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using Coverage = Schedule::Coverage;
using Outcome = Schedule::Outcome;

constexpr Schedule::Time kStart{seconds(1000)};

Schedule::Time at(int ms) {
  return kStart + milliseconds(ms);
}

}  // namespace

TEST_CASE("schedule: without a change nothing is ever due") {
  Schedule schedule;
  CHECK_FALSE(schedule.due());
  schedule.updated(at(0), Outcome::done, Coverage::whole);
  CHECK_FALSE(schedule.due());
}

TEST_CASE("schedule: an update is due once a change is followed by quiet") {
  Schedule schedule;
  schedule.changed(at(0));
  CHECK(schedule.has_change());
  CHECK(schedule.due() == at(0) + Schedule::kQuiet);
  schedule.changed(at(200));
  CHECK(schedule.due() == at(200) + Schedule::kQuiet);
  schedule.updated(at(600), Outcome::done, Coverage::whole);
  CHECK_FALSE(schedule.has_change());
  CHECK_FALSE(schedule.due());
}

TEST_CASE("schedule: changes without an end put an update off no longer than promised") {
  Schedule schedule;
  int now = 0;
  for (; !schedule.due() || *schedule.due() > at(now); now += 50) schedule.changed(at(now));
  CHECK(at(now) == at(0) + Schedule::kLatest);
  // And so the next one, counted from the first change after the update.
  schedule.updated(at(now + 500), Outcome::done, Coverage::whole);
  const int again = now + 700;
  for (now = again; !schedule.due() || *schedule.due() > at(now); now += 50)
    schedule.changed(at(now));
  CHECK(at(now) == at(again) + Schedule::kLatest);
}

TEST_CASE("schedule: a burst is one update") {
  Schedule schedule;
  int updates = 0;
  for (int now = 0; now < 5000; ++now) {
    if (now < 1500) schedule.changed(at(now));
    if (!schedule.due() || *schedule.due() > at(now)) continue;
    ++updates;
    schedule.updated(at(now), Outcome::done, Coverage::whole);
  }
  CHECK(updates == 1);
}

TEST_CASE("schedule: a failure is tried again after pauses that grow up to a limit") {
  Schedule schedule;
  Schedule::Time now = kStart;
  Schedule::Duration before{0};
  for (int i = 0; i < 20; ++i) {
    schedule.updated(now, Outcome::failed, Coverage::whole);
    REQUIRE(schedule.due());
    const auto pause = *schedule.due() - now;
    CHECK(pause ==
          (i == 0 ? Schedule::kFirstPause : std::min(2 * before, Schedule::kLongestPause)));
    before = pause;
    now = *schedule.due();
  }
  CHECK(before == Schedule::kLongestPause);
  schedule.updated(now, Outcome::done, Coverage::whole);
  CHECK_FALSE(schedule.due());
  schedule.updated(now, Outcome::failed, Coverage::whole);
  CHECK(schedule.due() == now + Schedule::kFirstPause);
}

TEST_CASE("schedule: a change after a failure does not wait for the pause, nor put it off") {
  Schedule schedule;
  for (int i = 0; i < 10; ++i) schedule.updated(at(0), Outcome::failed, Coverage::whole);
  schedule.changed(at(100));
  CHECK(schedule.due() == at(100) + Schedule::kQuiet);
  Schedule busy;
  busy.updated(at(0), Outcome::failed, Coverage::whole);
  for (int now = 0; now < 1000; now += 50) busy.changed(at(now));
  CHECK(busy.due() == at(0) + Schedule::kFirstPause);
}

TEST_CASE("schedule: what is not watched is looked at now and then") {
  Schedule schedule;
  schedule.updated(at(0), Outcome::done, Coverage::partial);
  CHECK(schedule.due() == at(0) + Schedule::kPoll);
  schedule.changed(at(10));
  CHECK(schedule.due() == at(10) + Schedule::kQuiet);
  schedule.updated(at(500), Outcome::done, Coverage::partial);
  CHECK(schedule.due() == at(500) + Schedule::kPoll);
  schedule.updated(at(9000), Outcome::done, Coverage::whole);
  CHECK_FALSE(schedule.due());
}

}  // namespace geul::indexer

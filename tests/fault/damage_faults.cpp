// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>

#include "common/base/format.hpp"
#include "tests/fault/contents.hpp"
#include "tests/fault/tally.hpp"
#include "tests/fault/trees.hpp"
#include "tests/fault/two_states.hpp"
#include "tests/support/patience.hpp"
#include "tests/support/random_text.hpp"

namespace geul::test {
namespace {

namespace fs = std::filesystem;
using State = TwoStates::State;
constexpr std::chrono::seconds kLimit{10};

const std::vector<std::string>& tables() {
  static const std::vector<std::string> names{"iamglass", "postlist.glass", "position.glass",
                                              "termlist.glass", "docdata.glass"};
  return names;
}

bool has_crashed(int status) {
  return status == kHangs || status >= 128;
}

/// What becomes of a damaged database: each query answers as before or says what to do, and what
/// `check` does not find changes nothing that the database holds. Where `check` finds it, an answer
/// may differ, which is counted.
class Damage {
 public:
  Damage(const TwoStates& states, Tally& tally)
      : states_(states),
        tally_(tally),
        options_{.timeout = kLimit},
        contents_(sum_of_contents(states.clean(State::before))) {}

  void begin() const { copy_tree(states_.clean(State::before), states_.place()); }

  void judge(const std::string& file) {
    tally_.round();
    const Answer checked = check_of(states_.place(), options_);
    CAPTURE(checked.status, checked.err);
    CHECK_FALSE(has_crashed(checked.status));
    ask();
    if (checked.status == 0) {
      judge_unnoticed(file);
    } else {
      CHECK(is_helpful_error(checked.status, checked.err));
      tally_.count("caught by check");
      if (checked.err.find(file) != std::string::npos) tally_.count("its file named");
    }
    if (refused_ > 0) tally_.count("queries refuse");
    if (different_ > 0) tally_.count("answers differ");
    if (checked.status == 0 || judged_++ % kRepairs == 0) repair(checked.status == 0);
  }

 private:
  void ask() {
    different_ = 0;
    refused_ = 0;
    for (std::size_t i = 0; i < questions().size(); ++i) {
      const Answer answer = answer_of(states_.place(), questions()[i], options_);
      CAPTURE(i, answer.status, answer.err);
      CHECK_FALSE(has_crashed(answer.status));
      if (has_crashed(answer.status)) keep();
      CHECK((answer.status != 2 || is_helpful_error(2, answer.err)));
      if (answer.status == 2)
        ++refused_;
      else if (!(answer == states_.answers(State::before)[i]))
        ++different_;
    }
  }

  /// For a person to look at.
  void keep() const {
    if (const char* const folder = std::getenv("GEUL_FAULT_KEEP"); folder != nullptr)
      copy_tree(states_.place(), fs::path(folder) / std::to_string(judged_));
  }

  void judge_unnoticed(const std::string& file) {
    CHECK(different_ == 0);
    CHECK(refused_ == 0);
    const bool same = sum_of_contents(states_.place()) == contents_;
    CHECK(same);
    if (!same) keep();
    tally_.count(same ? "without effect" : format("NOT NOTICED in {}", file));
  }

  /// What a person does: builds, and where that is refused or was told to be no good, anew.
  void repair(bool is_sound) {
    Answer built = build({});
    if (!is_sound || built.status == 2) built = build({"--rebuild"});
    if (built.status == 2) {  // nothing says any more that it is geul's
      fs::remove_all(states_.place());
      built = build({});
    }
    CHECK(built.status == 0);
    CHECK(answers_of(states_.place()) == states_.answers(State::after));
    CHECK(check_of(states_.place()).status == 0);
    CHECK(names_in(states_.work()) == std::set<std::string>{"db"});
    tally_.count("repaired by a build");
  }

  Answer build(const std::vector<std::string>& more) {
    std::vector<std::string> arguments = states_.build_at(states_.place());
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Answer built = run_in_time(GEUL_INDEX_PROGRAM, arguments, options_);
    CAPTURE(more.size(), built.status, built.err);
    CHECK_FALSE(has_crashed(built.status));
    CHECK((built.status == 0 || is_helpful_error(built.status, built.err)));
    return built;
  }

  static constexpr std::size_t kRepairs = 6;  ///< one in so many of those that check finds

  const TwoStates& states_;
  Tally& tally_;
  std::size_t judged_ = 0;
  RunOptions options_;
  std::string contents_;
  std::size_t different_ = 0;
  std::size_t refused_ = 0;
};

/// Xapian has faults of its own at damaged blocks; geul's programs say so, sanitizers end them.
bool is_for_sanitizers() {
  if (kPatience > 1) WARN("SKIPPED: damage, in a build with sanitizers");
  return kPatience > 1;
}

void flip(const fs::path& file, std::uintmax_t bit) {
  std::string bytes = bytes_of(file);
  bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ static_cast<char>(1U << (bit % 8)));
  std::ofstream(file, std::ios::binary)
      .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

}  // namespace

TEST_CASE("fault: a flipped bit is found by check or changes no answer") {
  if (is_for_sanitizers()) return;
  const TwoStates& states = TwoStates::single();
  Tally tally("a flipped bit");
  Damage damage(states, tally);
  RandomText random(seed());
  for (std::size_t round = 0; round < rounds(60, 600); ++round) {
    damage.begin();
    const std::string& name = tables()[round % tables().size()];
    const fs::path file = states.place() / name;
    const std::uintmax_t bit = random.below(fs::file_size(file) * 8);
    CAPTURE(round, name, bit);
    flip(file, bit);
    damage.judge(name);
  }
}

TEST_CASE("fault: a truncated table is found, and no query answers from it") {
  if (is_for_sanitizers()) return;
  const TwoStates& states = TwoStates::single();
  Tally tally("a truncated table");
  Damage damage(states, tally);
  RandomText random(seed());
  for (std::size_t round = 0; round < rounds(5, 100); ++round) {
    damage.begin();
    const std::string& name = tables()[round % tables().size()];
    const fs::path file = states.place() / name;
    const std::uintmax_t size = random.below(fs::file_size(file));
    CAPTURE(round, name, size);
    fs::resize_file(file, size);
    damage.judge(name);
  }
}

TEST_CASE("fault: a missing table is found, and no query answers without it") {
  if (is_for_sanitizers()) return;
  const TwoStates& states = TwoStates::single();
  Tally tally("a missing table");
  Damage damage(states, tally);
  for (const std::string& name : tables()) {
    damage.begin();
    CAPTURE(name);
    fs::remove(states.place() / name);
    damage.judge(name);
  }
}

}  // namespace geul::test

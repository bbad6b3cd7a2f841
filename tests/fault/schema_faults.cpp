// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "common/index/fields.hpp"
#include "tests/fault/tally.hpp"
#include "tests/fault/trees.hpp"
#include "tests/fault/two_states.hpp"

namespace geul::test {
namespace {

using Catch::Contains;
using State = TwoStates::State;

struct Other {
  std::string kind;
  std::string key;
  std::string value;
};

std::vector<Other> others() {
  return {{"an older schema", "geul-schema", std::to_string(index::kSchemaVersion - 1)},
          {"a newer schema", "geul-schema", std::to_string(index::kSchemaVersion + 1)},
          {"another analyser", "geul-analysis", "analyser 7 of another house"},
          {"another Unicode", "geul-unicode", "3.1"}};
}

void check_refusal(const RunResult& refused, const Other& other) {
  CAPTURE(refused.err);
  CHECK(refused.status == 2);
  CHECK_THAT(refused.err, Contains(other.value) && Contains("hint: ") && Contains("--rebuild"));
}

}  // namespace

TEST_CASE("fault: a database of another version is named, left alone, and built anew on demand") {
  const TwoStates& states = TwoStates::single();
  for (const Other& other : others()) {
    Tally tally(other.kind);
    copy_tree(states.clean(State::before), states.place());
    REQUIRE(
        run("/usr/bin/xapian-metadata", {"set", states.place(), other.key, other.value}).status ==
        0);
    const auto tree = tree_of(states.place());
    for (const auto& question : questions()) {
      const Answer answer = answer_of(states.place(), question);
      check_refusal({answer.status, answer.out, answer.err}, other);
      tally.round();
      tally.count("refused with --rebuild as the hint");
    }
    const std::string database = states.place();
    const std::string site = states.work() / "site";
    for (const std::vector<std::string>& command : {states.build_at(database),
                                                    {"check", "--db", database},
                                                    {"stats", "--db", database},
                                                    {"site", "--db", database, "--out", site},
                                                    {"related", "--db", database},
                                                    {"compact", "--db", database, "--out", site}}) {
      CAPTURE(command.front());
      check_refusal(geul_index(command), other);
      tally.round();
      tally.count("refused with --rebuild as the hint");
    }
    CHECK(tree_of(states.place()) == tree);
    std::vector<std::string> rebuild = states.build_at(database);
    rebuild.emplace_back("--rebuild");
    CHECK(geul_index(rebuild).status == 0);
    CHECK(answers_of(states.place()) == states.answers(State::after));
    tally.count("built anew");
  }
}

}  // namespace geul::test

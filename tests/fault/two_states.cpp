// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/fault/two_states.hpp"

#include <catch2/catch.hpp>

#include "common/base/format.hpp"
#include "tests/support/random_text.hpp"

namespace geul::test {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t kWords = 150;

/// Words that the questions look for, among others.
std::string body(std::uint64_t number) {
  static const std::vector<std::string> stems{"고양이", "산책", "데이터", "서버", "배포",
                                              "검색",   "엔진", "장애",   "글",   "쿠버네티스",
                                              "여행",   "요리", "학교",   "책",   "알고리즘"};
  static const std::vector<std::string> tails{"이", "가", "을", "를", "에서", "으로", "했다", "의"};
  RandomText random(number);
  std::string text;
  for (std::size_t word = 0; word < kWords; ++word) {
    if (random.one_in(12)) text += "고양이가 산책한다. ";
    text += random.one_in(6) ? format("말{} ", random.below(900))
                             : random.pick(stems) + random.pick(tails) + " ";
  }
  return text;
}

/// Of its own day, so that no order is left to chance.
std::string post(int number, int edition) {
  static const std::vector<std::string> tags{"운영", "검색", "회고", "여행, 요리"};
  const auto which = static_cast<std::size_t>(number);
  return markdown(format("검색 {} {}판", number, edition),
                  format("2024-{:02}-{:02}", 1 + number / 28, 1 + number % 28),
                  tags[which % tags.size()], body(which * 2 + static_cast<unsigned>(edition)));
}

bool is_there(int number, TwoStates::State state) {
  return state == TwoStates::State::after ? number % 20 != 19 : number < TwoStates::kPosts - 12;
}

std::string name(int number) {
  return format("a{:03}.md", number);
}

}  // namespace

TwoStates::TwoStates(const std::vector<std::string>& build_options)
    : build_options_(build_options) {
  fs::create_directory(work());
  build(State::before);
  build(State::after);
  before_ = answers_of(clean(State::before));
  after_ = answers_of(clean(State::after));
  for (const Answers* answers : {&before_, &after_})
    for (const Answer& answer : *answers) REQUIRE(answer.status == 0);
  REQUIRE(before_ != after_);
}

const TwoStates& TwoStates::single() {
  static const TwoStates states;
  states.clear();
  states.write_posts(State::after);
  return states;
}

void TwoStates::clear() const {
  for (const auto& entry : fs::directory_iterator(work())) fs::remove_all(entry.path());
}

void TwoStates::build(State state) const {
  write_posts(state);
  REQUIRE(geul_index(build_at(clean(state))).status == 0);
}

std::size_t TwoStates::unmoved() {
  std::size_t posts = 0;
  for (int i = 0; i < TwoStates::kPosts; ++i)
    if (is_there(i, State::before) && is_there(i, State::after)) ++posts;
  return posts;
}

void TwoStates::write_posts(State state) const {
  const bool is_after = state == State::after;
  for (int i = 0; i < TwoStates::kPosts; ++i) {
    if (!is_there(i, state))
      blog_.remove(name(i));
    else
      blog_.post(name(i), post(i, is_after && i % 3 == 0 ? 1 : 0));
  }
}

std::vector<std::string> TwoStates::build_at(const fs::path& database) const {
  std::vector<std::string> arguments{"build", blog_.posts(), "--db", database};
  arguments.insert(arguments.end(), build_options_.begin(), build_options_.end());
  return arguments;
}

}  // namespace geul::test

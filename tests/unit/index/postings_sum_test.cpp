// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/postings_sum.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "tests/unit/index/index_fixture.hpp"

namespace geul::index {
namespace {

std::vector<Posting> sample() {
  return {{"검색", 7, {100, 101, 340}}, {"엔진", 2, {102, 200}}, {"B검색", 7, {}}, {"Q01", 0, {}}};
}

TEST_CASE("the sum of postings does not depend on their order") {
  std::vector<Posting> postings = sample();
  const std::string sum = sum_of(postings, "hash");
  CHECK(sum.size() == kPostingsSumBytes);
  std::mt19937 random(1);
  for (int i = 0; i < 20; ++i) {
    std::ranges::shuffle(postings, random);
    CHECK(sum_of(postings, "hash") == sum);
  }
}

TEST_CASE("the sum of postings tells every changed bit of a number") {
  const std::string sum = sum_of(sample(), "hash");
  for (unsigned bit = 0; bit < 32; ++bit) {
    for (std::size_t term = 0; term < sample().size(); ++term) {
      std::vector<Posting> postings = sample();
      postings[term].frequency ^= 1U << bit;
      CHECK(sum_of(postings, "hash") != sum);
    }
    for (std::size_t place = 0; place < 3; ++place) {
      std::vector<Posting> postings = sample();
      postings[0].positions[place] ^= 1U << bit;
      CHECK(sum_of(postings, "hash") != sum);
    }
  }
}

TEST_CASE("the sum of postings tells another content hash") {
  CHECK(sum_of(sample(), "hash") != sum_of(sample(), "hasi"));
}

TEST_CASE("the sum of postings tells terms that trade their numbers, and lost ones") {
  const std::string sum = sum_of(sample(), "hash");
  std::vector<Posting> postings = sample();
  std::swap(postings[0].positions, postings[1].positions);
  CHECK(sum_of(postings, "hash") != sum);
  postings = sample();
  std::swap(postings[0].frequency, postings[1].frequency);
  CHECK(sum_of(postings, "hash") != sum);
  postings = sample();
  postings.pop_back();
  CHECK(sum_of(postings, "hash") != sum);
  postings = sample();
  postings[2].term = "B검섹";
  CHECK(sum_of(postings, "hash") != sum);
}

}  // namespace
}  // namespace geul::index

// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "common/text/utf8.hpp"
#include "indexer/site/range_writer.hpp"
#include "tests/support/random_text.hpp"

namespace geul::indexer::site {
namespace {

using File = std::vector<std::string>;

struct Parted {
  std::vector<File> files;
  FileRange range;
};

/// Keys of which each takes as many bytes as it has, their own stems.
Parted part(const std::set<std::string>& keys, RangeRules rules) {
  Parted parted;
  RangeWriter<std::string> writer(rules, [&](const File& rows) {
    parted.files.push_back(rows);
    return static_cast<std::uint32_t>(parted.files.size());
  });
  for (const std::string& key : keys) writer.add(key, key, {key}, key.size());
  parted.range = std::move(writer).finish();
  return parted;
}

std::set<std::string> random_keys(std::uint64_t seed, std::size_t count) {
  test::RandomText random(seed);
  std::set<std::string> keys;
  while (keys.size() < count) keys.insert(random.word());
  return keys;
}

}  // namespace

TEST_CASE("ranges: every key is in the last file whose first is not behind it") {
  const auto keys = random_keys(1, 3000);
  const Parted parted = part(keys, {400, 1000, 4});
  REQUIRE(parted.files.size() > 20);
  REQUIRE(parted.range.firsts.size() == parted.files.size());
  CHECK(parted.range.firsts.front().empty());
  for (std::size_t file = 0; file < parted.files.size(); ++file)
    for (const std::string& key : parted.files[file]) {
      const auto behind = std::ranges::upper_bound(parted.range.firsts, key);
      CHECK(behind - parted.range.firsts.begin() - 1 == static_cast<std::ptrdiff_t>(file));
    }
}

TEST_CASE("ranges: files keep to the rules' sizes") {
  const RangeRules rules{400, 1000, 4};
  const Parted parted = part(random_keys(2, 3000), rules);
  for (std::size_t i = 0; i < parted.files.size(); ++i) {
    std::size_t bytes = 0;
    for (const std::string& key : parted.files[i]) bytes += key.size();
    if (parted.files[i].size() > 1) CHECK(bytes <= rules.most);
    if (i + 1 < parted.files.size())
      CHECK(bytes + parted.files[i + 1].front().size() >= rules.least);
  }
}

TEST_CASE("ranges: another key changes the file that it is in, and few others") {
  auto keys = random_keys(3, 3000);
  const Parted before = part(keys, {400, 2000, 4});
  keys.insert("나비");
  const Parted after = part(keys, {400, 2000, 4});
  const std::set<File> old(before.files.begin(), before.files.end());
  const auto changed =
      std::ranges::count_if(after.files, [&](const File& file) { return !old.contains(file); });
  CHECK(changed >= 1);
  CHECK(changed <= 8);
}

TEST_CASE("ranges: keys of one stem stay together unless they are too many") {
  std::size_t files = 0;
  RangeWriter<int> writer(
      {10, 40, 1}, [&](const std::vector<int>&) { return static_cast<std::uint32_t>(++files); });
  for (int i = 0; i < 8; ++i) writer.add("a" + std::to_string(i), "a", {i}, 5);
  CHECK(files == 0);
  writer.add("a8", "a", {8}, 5);
  CHECK(files == 1);
  writer.add("b", "b", {9}, 20);
  writer.add("c", "c", {9}, 20);
  CHECK(files == 2);
}

TEST_CASE("ranges: files grow with the root of the pages, in steps of doublings") {
  const RangeRules rules{4096, 10240, 2};
  CHECK(scaled(rules, 0) == RangeRules{2048, 5120, 2});
  CHECK(scaled(rules, 374) == RangeRules{2048, 5120, 2});
  CHECK(scaled(rules, 375) == RangeRules{2896, 7240, 2});
  CHECK(scaled(rules, 750).least == Approx(4096).epsilon(0.001));
  CHECK(scaled(rules, 1499) == scaled(rules, 750));
  CHECK(scaled(rules, 12'000).least == Approx(4 * 4096).epsilon(0.002));
}

TEST_CASE("separator: the shortest front behind the text before, in whole code points") {
  CHECK(separator("가나", "다라") == "다");
  CHECK(separator("가나", "가다라") == "가다");
  CHECK(separator("가", "가나다") == "가나");
  CHECK(separator("", "가나") == "가");
  const auto keys = random_keys(4, 2000);
  for (auto key = std::next(keys.begin()); key != keys.end(); ++key) {
    const std::string between = separator(*std::prev(key), *key);
    CHECK((*std::prev(key) < between && between <= *key && key->starts_with(between)));
    CHECK(text::is_utf8(between));
  }
}

}  // namespace geul::indexer::site

// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/scenario/layouts.hpp"

#include <stdexcept>

#include "common/base/format.hpp"
#include "tests/support/random_text.hpp"

namespace geul::test {
namespace {

constexpr std::size_t kRecords = 60;

/// Of few words and few dates, so that many weigh the same; every fifth is like the one before.
std::string record(std::size_t number, std::uint64_t seed) {
  RandomText random(seed * 1000 + (number % 5 == 4 ? number - 1 : number));
  const std::vector<std::string> words{"검색",       "엔진",     "색인",     "회고",
                                       "쿠버네티스", "컬리를",   "이직했다", "고양이",
                                       "데이터",     "알고리즘", "k8s",      "서버"};
  const auto some = [&](std::size_t count) {
    std::string text;
    while (count-- > 0) text += random.pick(words) + ' ';
    return text;
  };
  const Json json{{"id", geul::format("record/{}", number)},
                  {"title", some(2)},
                  {"date", geul::format("202{}-0{}-11", random.below(5), 1 + random.below(9))},
                  {"tags", Json::array({random.pick(words), random.pick(words)})},
                  {"categories", Json::array({random.pick(words)})},
                  {"author", random.one_in(2) ? "이서윤" : "글지기"},
                  {"series", some(1)},
                  {"body", some(4 + random.below(12)) + random.text(6)}};
  return to_json_text(json) + '\n';
}

}  // namespace

Spread::Spread(std::uint64_t seed) : seed_(seed) {
  folder_.write("geul.yaml", "facets: [series]\n");
  write_records();
  build(folder_ / "one");
  build(folder_ / "shards", {"--shards", std::to_string(kShards)});
  for (std::size_t i = 0; i < kShards; ++i) servers_.push_back(serve({shard(i)}));
  servers_.push_back(serve({folder_ / "shards"}));
  add_layouts();
}

std::string Spread::shard(std::size_t number) const {
  return folder_ / ("shards/" + std::to_string(number));
}

/// A fifth of the records goes with each change, a fifth is new, and of the others some are written
/// anew.
void Spread::write_records() {
  std::string lines;
  ids_.clear();
  for (std::size_t number = first_; number < first_ + kRecords; ++number) {
    const bool is_new = number % 7 == 3;
    lines += record(number, is_new ? seed_ + first_ : seed_);
    ids_.push_back(geul::format("record/{}", number));
  }
  folder_.write("records.jsonl", lines);
}

void Spread::change() {
  first_ += kRecords / 5;
  write_records();
  build(folder_ / "one");
  build(folder_ / "shards");
}

void Spread::build(const std::string& database, const std::vector<std::string>& more) const {
  std::vector<std::string> arguments{
      "build",    project_folder() / "data/posts", folder_ / "records.jsonl",
      "--config", folder_ / "geul.yaml",           "--db",
      database};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const RunResult built = geul_index(arguments);
  if (built.status != 0) throw std::runtime_error("cannot build: " + built.err);
}

void Spread::add_layouts() {
  std::vector<std::string> addresses;
  for (const Server& server : servers_) addresses.push_back(server.address());
  const std::string whole = addresses.back();
  addresses.pop_back();
  std::string list = "# the shards, in their order\n";
  for (std::size_t i = 0; i < kShards; ++i)
    list +=
        i == 1 ? geul::format("remote {}\n", addresses[i]) : geul::format("auto shards/{}\n", i);
  folder_.write("list", list);
  layouts_ = {{"one database", {folder_ / "one"}},
              {"a sharded database", {folder_ / "shards"}},
              {"its shards", {shard(0), shard(1), shard(2)}},
              {"servers", addresses},
              {"a list of folders and a server", {folder_ / "list"}},
              {"one server of all shards", {whole}}};
}

RunResult ask(const Layout& layout, std::vector<std::string> arguments, const RunOptions& options) {
  for (const std::string& database : layout.databases) {
    arguments.push_back("--db");
    arguments.push_back(database);
  }
  return geul_query(arguments, options);
}

}  // namespace geul::test

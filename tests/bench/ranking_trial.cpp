// SPDX-License-Identifier: GPL-2.0-or-later
// ranking_trial DB QUERIES: asks the queries (id, tab, text) of a file under ranking profiles.
//
// Each line of the standard input is one profile: "k1=0.9 pair=1.2", what differs from the shipped
// one. Each is answered by a line a query, its id and the best documents with tabs between, and an
// empty line.
#include <array>
#include <charconv>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>

#include "common/index/reader.hpp"
#include "query/answer.hpp"
#include "query/batch.hpp"

namespace {

using geul::index::RankingProfile;

constexpr std::size_t kDepth = 11;  // ten, and the query's own document

struct Number {
  std::string_view name;
  double RankingProfile::*member;
};
constexpr std::array kNumbers{
    Number{"k1", &RankingProfile::k1},
    Number{"b", &RankingProfile::b},
    Number{"min_length", &RankingProfile::min_length},
    Number{"variant", &RankingProfile::variant},
    Number{"alternate", &RankingProfile::alternate},
    Number{"pair", &RankingProfile::pair},
    Number{"crossing_pair", &RankingProfile::crossing_pair},
    Number{"tail_pair", &RankingProfile::tail_pair},
    Number{"part", &RankingProfile::part},
    Number{"latin", &RankingProfile::latin},
    Number{"digit", &RankingProfile::digit},
    Number{"function_word", &RankingProfile::function_word},
    Number{"topic_slope", &RankingProfile::topic_slope},
    Number{"coverage", &RankingProfile::coverage},
};

bool set(RankingProfile& profile, const std::string& setting) {
  const std::size_t equals = setting.find('=');
  if (equals == std::string::npos) return false;
  for (const Number& number : kNumbers) {
    if (number.name != std::string_view(setting).substr(0, equals)) continue;
    const char* const end = setting.data() + setting.size();
    return std::from_chars(setting.data() + equals + 1, end, profile.*number.member).ptr == end;
  }
  return false;
}

std::optional<RankingProfile> read_profile(const std::string& line) {
  RankingProfile profile;
  std::istringstream in(line);
  for (std::string setting; in >> setting;)
    if (!set(profile, setting)) return std::nullopt;
  return profile;
}

std::string read_file(const char* path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

bool ask(geul::query::Searcher& searcher, const geul::query::Batch& batch,
         const RankingProfile& profile) {
  geul::query::Request request;
  request.limit = kDepth;
  request.ranking = profile;
  request.blank = geul::query::Blank::finds_nothing;
  for (const auto& query : batch.queries) {
    const auto answer = searcher.answer(query.query, request, geul::query::Detail::names);
    if (!answer) return false;
    std::cout << query.id;
    for (const auto& shown : answer->hits) std::cout << '\t' << shown.hit.document.id.str();
    std::cout << '\n';
  }
  std::cout << std::endl;  // the asker waits for it
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: ranking_trial DB QUERIES <PROFILES\n";
    return 2;
  }
  auto reader = geul::index::Reader::open({argv[1]});
  if (!reader) {
    std::cerr << reader.error().message << '\n';
    return 2;
  }
  geul::query::Searcher searcher(*std::move(reader));
  const geul::query::Batch batch = geul::query::read_batch(read_file(argv[2]));
  for (std::string line; std::getline(std::cin, line);) {
    const auto profile = read_profile(line);
    if (!profile) {
      std::cerr << "ranking_trial: no such profile: " << line << '\n';
      return 2;
    }
    if (!ask(searcher, batch, *profile)) return 2;
  }
  return 0;
}

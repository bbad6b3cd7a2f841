// SPDX-License-Identifier: GPL-2.0-or-later
// What C++ makes of queries and dates, for the tests of the browser's grammar.
//
//     grammar_oracle YYYYMMDD [FACET...] < questions > answers
//
// A question a line, of JSON: ["query", "검색 -엔진"] or ["date", "지난달"]; an answer a line.
// Offsets are bytes.
#include <array>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "common/analysis/analyzer.hpp"
#include "common/base/json.hpp"
#include "query/parse/days.hpp"
#include "query/parse/meant.hpp"

namespace geul {
namespace {

constexpr std::array<std::string_view, 7> kFamilies{
    "word", "variant", "part", "pair", "crossing_pair", "tail_pair", "alternate"};
constexpr std::array<std::string_view, 8> kScripts{"other", "latin", "digit", "hangul",
                                                   "han",   "kana",  "emoji", "mark"};
constexpr std::array<std::string_view, 3> kOccurrences{"plain", "must", "must_not"};
constexpr std::array<std::string_view, 8> kKinds{"words", "phrase", "prefix", "name",
                                                 "days",  "list",   "all",    "any"};
constexpr std::array<std::string_view, 3> kExtents{"something", "blank", "nothing_left"};

template <std::size_t N, typename Enum>
std::string_view name_in(const std::array<std::string_view, N>& names, Enum value) {
  return names.at(static_cast<std::size_t>(value));
}

int number_of(const Day& day) {
  return (day.year * 100 + day.month) * 100 + day.day;
}

Json describe(const index::DayRange& days) {
  return {{"first", number_of(days.first)}, {"last", number_of(days.last)}};
}

Json describe(const query::MeantWord& word) {
  Json terms = Json::array();
  for (const query::MeantTerm& term : word.terms)
    terms.push_back({{"family", name_in(kFamilies, term.family)},
                     {"script", name_in(kScripts, term.script)},
                     {"term", term.term}});
  return {{"surface", word.surface},
          {"begin", word.span.begin},
          {"end", word.span.end},
          {"terms", std::move(terms)}};
}

Json describe(const query::MeantNode& node) {
  Json words = Json::array();
  for (const query::MeantWord& word : node.words) words.push_back(describe(word));
  Json children = Json::array();
  for (const query::MeantNode& child : node.children) children.push_back(describe(child));
  Json out{{"kind", name_in(kKinds, node.kind)},
           {"occurrence", name_in(kOccurrences, node.occurrence)},
           {"begin", node.span.begin},
           {"end", node.span.end},
           {"text", node.text},
           {"words", std::move(words)},
           {"alternatives", Json::array()},
           {"isFunctionWord", node.is_function_word},
           {"children", std::move(children)}};
  if (node.field) out["field"] = index::info(*node.field).name;
  if (node.facet) out["facet"] = node.facet->str();
  if (node.kind == query::MeantNode::Kind::days) out["days"] = describe(node.days);
  return out;
}

Json messages(const std::vector<query::Note>& typed, const std::vector<query::Note>& meant) {
  Json out = Json::array();
  for (const query::Note& note : typed) out.push_back(note.message);
  for (const query::Note& note : meant) out.push_back(note.message);
  return out;
}

class Oracle {
 public:
  Oracle(const Day& today, std::vector<index::FacetKey> facets)
      : today_(today), facets_(std::move(facets)) {}

  Json answer(const std::string& question, const std::string& text) {
    if (question == "query") return query(text);
    if (question == "date") return date(text);
    return nullptr;
  }

 private:
  Json query(const std::string& text) {
    const query::TypedQuery typed = query::parse(text, facets_);
    const query::MeantQuery meant = query::resolve(typed, analyzer_, today_);
    return {{"text", typed.text},
            {"typed", to_string(typed.root)},
            {"meant", to_string(meant.root)},
            {"root", describe(meant.root)},
            {"extent", name_in(kExtents, meant.extent)},
            {"notes", messages(typed.notes, meant.notes)}};
  }

  [[nodiscard]] Json date(const std::string& text) const {
    const auto date = query::read_date(text, today_);
    const auto days = query::read_days(text, today_);
    Json out{{"written", query::is_written_as_days(text)}, {"date", nullptr}, {"days", nullptr}};
    if (date) out["date"] = describe(*date);
    if (days)
      out["days"] = {{"days", describe(*days)}, {"isReversed", query::is_reversed(text, today_)}};
    return out;
  }

  analysis::Analyzer analyzer_;
  Day today_;
  std::vector<index::FacetKey> facets_;
};

}  // namespace
}  // namespace geul

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  const int day = static_cast<int>(std::strtol(argv[1], nullptr, 10));
  std::vector<geul::index::FacetKey> facets;
  facets.reserve(static_cast<std::size_t>(argc));
  for (int i = 2; i < argc; ++i) facets.emplace_back(argv[i]);
  geul::Oracle oracle({day / 10000, day / 100 % 100, day % 100}, std::move(facets));
  for (std::string line; std::getline(std::cin, line);) {
    const auto question = geul::parse_json(line);
    if (!question) return 2;
    const geul::Json answer =
        oracle.answer((*question)[0].get<std::string>(), (*question)[1].get<std::string>());
    std::cout << geul::to_json_text(answer) << '\n';
  }
  return 0;
}

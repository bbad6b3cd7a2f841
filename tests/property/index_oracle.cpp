// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/property/index_oracle.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include "common/text/normalize.hpp"

namespace geul::test {

using index::BuiltinFacet;
using index::Document;
using index::Facet;
using index::Query;

namespace {

bool starts_in_a_family(const std::string& begin) {
  return std::any_of(begin.begin(), begin.end(), [](char c) { return c < 'A' || c > 'Z'; });
}

bool within(const std::optional<LocalTime>& date, const index::DayRange& days) {
  return date && days.first <= date->day && date->day <= days.last;
}

std::set<std::string> folded(const std::vector<std::string>& names) {
  std::set<std::string> values;
  for (const std::string& name : names)
    if (std::string value = text::fold_name(name); !value.empty()) values.insert(std::move(value));
  return values;
}

}  // namespace

std::set<std::string> facet_values(const Document& document, const Facet& facet) {
  if (facet == Facet(BuiltinFacet::tag)) return folded(document.tags);
  if (facet == Facet(BuiltinFacet::category)) return folded(document.categories);
  if (facet == Facet(BuiltinFacet::author)) return folded(document.authors);
  for (const index::FacetValues& values : document.facets)
    if (facet == Facet(values.key)) return folded(values.values);
  if (!document.date || facet.key() != nullptr) return {};
  const std::string day = to_iso(document.date->day);
  if (facet == Facet(BuiltinFacet::year)) return {day.substr(0, 4)};
  if (facet == Facet(BuiltinFacet::month)) return {day.substr(0, 7)};
  if (facet == Facet(BuiltinFacet::day)) return {day};
  return {day.substr(0, 4), day.substr(0, 7), day};
}

Oracle::Oracle(std::vector<Document> documents) : documents_(std::move(documents)) {
  analysis::Analyzer analyzer;
  std::set<std::string> vocabulary;
  for (const Document& document : documents_) {
    auto& positions = positions_.emplace_back();
    for (index::Posting& posting :
         index::make_postings(document, ContentHash("x"), analyzer).terms) {
      vocabulary.insert(posting.term);
      positions[posting.term] = std::move(posting.positions);
    }
  }
  vocabulary_.assign(vocabulary.begin(), vocabulary.end());
}

bool Oracle::has_phrase(const Query& query, std::size_t document) const {
  const auto at = [&](const Query& term) -> const std::vector<std::uint32_t>* {
    const auto found = positions_[document].find(term.text());
    return found == positions_[document].end() ? nullptr : &found->second;
  };
  const auto* const first = at(query.children().front());
  if (first == nullptr) return false;
  return std::any_of(first->begin(), first->end(), [&](std::uint32_t begin) {
    std::uint32_t position = begin;
    return std::all_of(query.children().begin(), query.children().end(), [&](const Query& term) {
      const auto* const positions = at(term);
      return positions != nullptr &&
             std::find(positions->begin(), positions->end(), position++) != positions->end();
    });
  });
}

/// Some choice of one position for each term, all different, lies within the window. Windows begin
/// at a position of one of the terms.
bool Oracle::has_near(const Query& query, std::size_t document) const {
  std::vector<std::vector<std::uint32_t>> positions;
  for (const Query& term : query.children()) {
    const auto found = positions_[document].find(term.text());
    if (found == positions_[document].end()) return false;
    positions.push_back(found->second);
  }
  const auto window = static_cast<std::uint32_t>(query.factor());
  const std::function<bool(std::size_t, std::set<std::uint32_t>&, std::uint32_t)> place =
      [&](std::size_t term, std::set<std::uint32_t>& taken, std::uint32_t begin) {
        if (term == positions.size()) return true;
        return std::any_of(positions[term].begin(), positions[term].end(), [&](std::uint32_t at) {
          if (at < begin || at >= begin + window || !taken.insert(at).second) return false;
          const bool placed = place(term + 1, taken, begin);
          taken.erase(at);
          return placed;
        });
      };
  for (const auto& list : positions)
    for (const std::uint32_t begin : list) {
      std::set<std::uint32_t> taken;
      if (place(0, taken, begin)) return true;
    }
  return false;
}

bool Oracle::matches(const Query& query, std::size_t document) const {
  const std::vector<Query>& children = query.children();
  const auto child = [&](const Query& part) { return matches(part, document); };
  switch (query.kind()) {
    case Query::Kind::nothing:
      return false;
    case Query::Kind::everything:
      return true;
    case Query::Kind::term:
      return positions_[document].contains(query.text());
    case Query::Kind::any:
    case Query::Kind::alike:
      return std::any_of(children.begin(), children.end(), child);
    case Query::Kind::all:
    case Query::Kind::filtered:
      return std::all_of(children.begin(), children.end(), child);
    case Query::Kind::boosted:
    case Query::Kind::scaled:
    case Query::Kind::bonus:
      return child(children.front());
    case Query::Kind::without:
      return child(children.front()) && std::none_of(children.begin() + 1, children.end(), child);
    case Query::Kind::phrase:
      return has_phrase(query, document);
    case Query::Kind::near:
      return has_near(query, document);
    case Query::Kind::prefix:
      return starts_in_a_family(query.text()) &&
             std::any_of(positions_[document].begin(), positions_[document].end(),
                         [&](const auto& term) { return term.first.starts_with(query.text()); });
    case Query::Kind::days:
      return within(documents_[document].date, query.days());
  }
  return false;
}

std::set<std::string> Oracle::matches(const index::SearchRequest& request,
                                      const Facet* left_out) const {
  std::set<std::string> ids;
  for (std::size_t i = 0; i < documents_.size(); ++i) {
    const bool passes = std::all_of(
        request.filters.begin(), request.filters.end(), [&](const index::FacetFilter& filter) {
          return (left_out != nullptr && filter.facet.slot() == left_out->slot()) ||
                 matches(filter.query, i);
        });
    if (passes && matches(request.query, i)) ids.insert(documents_[i].id.str());
  }
  return ids;
}

std::map<std::string, std::size_t> Oracle::facet(const index::SearchRequest& request,
                                                 const Facet& facet) const {
  const std::set<std::string> ids = matches(request, &facet);
  std::map<std::string, std::size_t> counts;
  for (const Document& document : documents_) {
    if (!ids.contains(document.id.str())) continue;
    for (const std::string& value : facet_values(document, facet)) ++counts[value];
  }
  return counts;
}

}  // namespace geul::test

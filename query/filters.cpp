// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/filters.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "query/parse/passage.hpp"

namespace geul::query {
namespace {

using index::BuiltinFacet;
using index::Facet;
using index::Query;

/// What finds the posts that have one value of a facet. A date's value is put as the facet has it.
Result<Query> value_query(const Facet& facet, std::string& value, const Request& request,
                          analysis::Analyzer& analyzer, const Frequency& frequency,
                          std::vector<Note>& notes) {
  if (facet.shape() != index::FacetShape::names)
    return read_period(facet, value, request.today).map([](const index::DayRange& days) {
      return Query::within(days);
    });
  Passage passage;
  passage.add(value, 0);
  const std::vector<MeantWord> words = passage.analyze(analyzer).front();
  return facet.key() != nullptr ? plan_facet(*facet.key(), value, words, frequency, notes)
                                : plan_name(*facet.field(), value, words, frequency, notes);
}

/// The options --tag, --category and --author are selections like others.
std::vector<Selection> selections_of(const Request& request) {
  std::vector<Selection> selections;
  const auto add = [&selections](BuiltinFacet facet, const std::vector<std::string>& names) {
    for (const std::string& name : names)
      selections.push_back({std::string(index::info(facet).name), name});
  };
  add(BuiltinFacet::tag, request.tags);
  add(BuiltinFacet::category, request.categories);
  add(BuiltinFacet::author, request.authors);
  selections.insert(selections.end(), request.where.begin(), request.where.end());
  return selections;
}

/// Years, months and days are values of one facet, the date: any of them will do.
void add_filter(std::vector<index::FacetFilter>& filters, const Facet& facet,
                std::vector<std::string> values, Query query) {
  const auto same = std::ranges::find_if(filters, [&facet](const index::FacetFilter& filter) {
    return filter.facet.slot() == facet.slot();
  });
  if (same == filters.end()) {
    filters.push_back({facet, std::move(values), std::move(query)});
    return;
  }
  std::ranges::move(values, std::back_inserter(same->selected));
  same->query = Query::any({std::move(same->query), std::move(query)});
}

}  // namespace

Result<std::vector<index::FacetFilter>> filters_for(const Request& request,
                                                    const std::vector<index::FacetKey>& keys,
                                                    analysis::Analyzer& analyzer,
                                                    const Frequency& frequency,
                                                    std::vector<Note>& notes) {
  auto selected = by_facet(selections_of(request), keys);
  if (!selected) return fail(selected.error());
  std::vector<index::FacetFilter> filters;
  for (FacetSelection& selection : *selected) {
    std::vector<Query> any;
    for (std::string& value : selection.values) {
      auto query = value_query(selection.facet, value, request, analyzer, frequency, notes);
      if (!query) return fail(query.error());
      any.push_back(*std::move(query));
    }
    add_filter(filters, selection.facet, std::move(selection.values), Query::any(std::move(any)));
  }
  if (request.days) filters.push_back({BuiltinFacet::date, {}, Query::within(*request.days)});
  return filters;
}

}  // namespace geul::query

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "common/base/calendar.hpp"
#include "common/index/profile.hpp"
#include "common/index/query.hpp"
#include "common/index/reader.hpp"
#include "query/facets.hpp"
#include "query/render/excerpt.hpp"

namespace geul::query {

/// What a query finds in which nothing was typed.
enum class Blank { lists, finds_nothing };

/// What restricts and shapes an answer beside the query itself.
struct Request {
  std::vector<std::string> tags;        ///< any of them; as typed
  std::vector<std::string> categories;  ///< any of them
  std::vector<std::string> authors;     ///< any of them
  std::vector<Selection> where;         ///< by any facet: any of one's values, all facets
  std::optional<index::DayRange> days;
  Day today;  ///< where the user is: what 어제 and "last month" in a query depend on
  index::Sort sort = index::Sort::relevance;
  std::size_t offset = 0;
  std::size_t limit = 10;
  FacetChoice facets;
  index::FacetOrder facet_order = index::FacetOrder::count;
  std::size_t facet_limit = 0;  ///< values of each facet (limit_values); 0: all
  index::RankingProfile ranking;
  Blank blank = Blank::lists;
  std::optional<int> half_life;  ///< days in which recency halves; none: dates do not rank
  bool explain = false;          ///< work out the shares of each hit's score
  ExcerptLength excerpt;
};

}  // namespace geul::query

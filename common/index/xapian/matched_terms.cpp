// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/xapian/matched_terms.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace geul::index {
namespace {

using Terms = std::vector<std::string>;

/// Looked up in all terms of the document.
Terms matched_in_document(const Xapian::Document& document, const Terms& terms) {
  Terms matched;
  auto at = document.termlist_begin();
  for (const std::string& term : terms) {
    at.skip_to(term);
    if (at == document.termlist_end()) break;
    if (*at == term) matched.push_back(term);
  }
  return matched;
}

/// Places on the page, by the numbers of their documents.
std::vector<std::size_t> by_number(const std::vector<RankedMatch>& page) {
  std::vector<std::size_t> places(page.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::ranges::sort(places, {}, [&page](std::size_t place) { return page[place].number; });
  return places;
}

/// Looked up in each term's list of documents.
std::vector<Terms> matched_by_lists(const Xapian::Database& database, const Found& found) {
  std::vector<Terms> matched(found.page.size());
  const std::vector<std::size_t> places = by_number(found.page);
  for (const std::string& term : found.terms) {
    auto at = database.postlist_begin(term);
    const auto end = database.postlist_end(term);
    for (const std::size_t place : places) {
      if (at == end) break;
      const Xapian::docid number = found.page[place].number;
      at.skip_to(number);
      if (at != end && *at == number) matched[place].push_back(term);
    }
  }
  return matched;
}

}  // namespace

std::vector<Terms> matched_terms(const Xapian::Database& database, const Found& found,
                                 Where where) {
  constexpr std::size_t kManyTerms = 100;
  if (where == Where::here && found.terms.size() < kManyTerms)
    return matched_by_lists(database, found);
  std::vector<Terms> matched;
  for (const RankedMatch& match : found.page)
    matched.push_back(matched_in_document(database.get_document(match.number), found.terms));
  return matched;
}

}  // namespace geul::index

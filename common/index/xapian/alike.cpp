// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/xapian/alike.hpp"

#include <algorithm>

namespace geul::index {
namespace {

/// Whether something stands behind the field's prefix and the pair mark: "S" would be all words of
/// all titles.
bool names_a_family(const std::string& begin) {
  return begin.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") != std::string::npos;
}

}  // namespace

bool is_storable(const std::string& term) {
  return !term.empty() && term.size() <= kMaxIndexTermBytes && term.find('\0') == std::string::npos;
}

const std::vector<PrefixExpansion::Term>& PrefixExpansion::terms_of(const std::string& begin) {
  const auto [known, is_new] = known_.try_emplace(begin);
  if (is_new) known->second = expand(begin);
  if (is_new) expanded_ += known->second.size();
  return known->second;
}

std::vector<PrefixExpansion::Term> PrefixExpansion::expand(const std::string& begin) const {
  std::vector<Term> terms;
  if (!is_storable(begin) || !names_a_family(begin)) return terms;
  const std::size_t room = std::min(kMaxExpansion, kMaxTotalExpansion - expanded_);
  const auto end = database_.allterms_end(begin);
  for (auto term = database_.allterms_begin(begin); term != end && terms.size() < room; ++term)
    terms.push_back({*term, term.get_termfreq()});
  return terms;
}

}  // namespace geul::index

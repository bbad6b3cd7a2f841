// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/page_terms.hpp"

#include <algorithm>
#include <optional>

#include "common/index/postings.hpp"
#include "indexer/site/term_file.hpp"

namespace geul::indexer::site {
namespace {

using index::Field;

std::uint8_t bit_of(Field field) {
  switch (field) {
    case Field::title:
      return kTitleBit;
    case Field::heading:
      return kHeadingBit;
    case Field::code:
      return kCodeBit;
    case Field::summary:
      return kSummaryBit;
    case Field::tag:
    case Field::category:
    case Field::author:
      return kNameBit;
    case Field::body:
    case Field::path:
      break;
  }
  return 0;
}

/// Gathers a page's tokens piece by piece.
class Finder {
 public:
  Finder(const Units& units, analysis::Analyzer& analyzer, const index::FieldWeights& weights)
      : units_(units), analyzer_(analyzer), weights_(weights) {}

  void add(Field field, std::string_view text) {
    if (field == Field::heading) section_ = section_ ? *section_ + 1 : 0;
    const auto weight = static_cast<std::uint32_t>(weights_.*index::info(field).weight_in);
    if (weight == 0) return;
    analyzer_.analyze(text, [&](const analysis::Token& token) {
      if (!index::is_storable(token.term)) return;
      auto& terms = is_pair(token.family) ? terms_.pairs : terms_.words;
      auto found = terms.find(token.term);
      if (found == terms.end()) found = terms.try_emplace(std::string(token.term)).first;
      count(found->second, field, weight, token.span.begin);
    });
  }
  [[nodiscard]] PageTerms take() && { return std::move(terms_); }

 private:
  void count(TermPlaces& places, Field field, std::uint32_t weight, std::size_t offset) {
    places.frequency += weight;
    terms_.length += weight;
    // Kept the other way round until all is known: body is the rule.
    places.fields |= field == Field::body ? std::uint8_t{kNotBodyBit} : bit_of(field);
    const std::optional<std::uint32_t> unit = unit_of(field, offset);
    if (!unit) return;
    if (places.units.empty() || places.units.back().first != *unit)
      places.units.emplace_back(*unit, 0);
    places.units.back().second += weight;
  }
  [[nodiscard]] std::optional<std::uint32_t> unit_of(Field field, std::size_t offset) const {
    if (field == Field::summary) return 0;
    if (field == Field::heading) return units_.unit_of_heading(*section_);
    if (field == Field::body) return units_.unit_of(*section_, PartKind::prose, offset);
    if (field == Field::code) return units_.unit_of(*section_, PartKind::code, offset);
    return std::nullopt;
  }

  const Units& units_;
  analysis::Analyzer& analyzer_;
  const index::FieldWeights& weights_;
  std::optional<std::size_t> section_;
  PageTerms terms_;
};

void finish(TermMap<TermPlaces>& terms, bool pairs) {
  for (auto& [term, places] : terms)
    places.fields =
        pairs ? std::uint8_t{0} : static_cast<std::uint8_t>(places.fields ^ kNotBodyBit);
}

}  // namespace

std::uint32_t TermPlaces::best_unit() const noexcept {
  const auto best =
      std::ranges::max_element(units, {}, &std::pair<std::uint32_t, std::uint32_t>::second);
  return best == units.end() ? 0 : best->first;
}

PageTerms find_terms(const index::Document& document, const Units& units,
                     analysis::Analyzer& analyzer, const index::FieldWeights& weights) {
  Finder finder(units, analyzer, weights);
  index::visit_pieces(document,
                      [&](Field field, std::string_view text) { finder.add(field, text); });
  PageTerms terms = std::move(finder).take();
  finish(terms.words, false);
  finish(terms.pairs, true);
  return terms;
}

}  // namespace geul::indexer::site

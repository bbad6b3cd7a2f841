// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/postings.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <string_view>
#include <unordered_map>

#include "common/index/facets.hpp"
#include "common/index/postings_sum.hpp"
#include "common/index/query.hpp"
#include "common/index/record.hpp"
#include "common/index/title_terms.hpp"

namespace geul::index {
namespace {

using analysis::Family;
using analysis::Token;

struct TermHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view term) const noexcept {
    return std::hash<std::string_view>{}(term);
  }
};

/// Where a term stands.
struct Place {
  std::uint32_t position = 0;
  Field field = Field::title;
};

struct Occurrences {
  std::array<std::uint32_t, kFields.size()> counts = {};
  std::vector<Place> places;
};

using Terms = std::unordered_map<std::string, Occurrences, TermHash, std::equal_to<>>;

Occurrences& at(Terms& terms, std::string_view term) {
  const auto found = terms.find(term);
  return found != terms.end() ? found->second : terms[std::string(term)];
}

/// Gathers the tokens of a document's pieces.
class Collector {
 public:
  explicit Collector(analysis::Analyzer& analyzer) : analyzer_(analyzer) {}

  void add(Field field, std::string_view text) {
    std::uint32_t last = 0;
    analyzer_.analyze(text, [&](const Token& token) {
      last = std::max(last, token.position);
      if (is_storable(token.term)) count(field, token);
    });
    base_ += last + kPositionGap;
  }
  [[nodiscard]] const Terms& words() const noexcept { return words_; }
  [[nodiscard]] const Terms& pairs() const noexcept { return pairs_; }

 private:
  void count(Field field, const Token& token) {
    const bool pair = is_pair(token.family);
    Occurrences& occurrences = at(pair ? pairs_ : words_, token.term);
    ++occurrences.counts[static_cast<std::size_t>(field)];
    if (!pair) occurrences.places.push_back({base_ + token.position, field});
  }

  analysis::Analyzer& analyzer_;
  std::uint32_t base_ = kFirstPosition;
  Terms words_;
  Terms pairs_;
};

std::uint32_t common_frequency(const Occurrences& occurrences, const FieldWeights& weights) {
  std::uint32_t frequency = 0;
  for (const FieldInfo& row : kFields)
    frequency += occurrences.counts[static_cast<std::size_t>(row.field)] *
                 static_cast<std::uint32_t>(weights.*row.weight_in);
  return frequency;
}

/// The positions of the places that `wanted` takes. Places of one piece may come out of order
/// where a variant stands behind a longer name.
template <class Wanted>
std::vector<std::uint32_t> positions_of(const Occurrences& occurrences, const Wanted& wanted) {
  std::vector<std::uint32_t> positions;
  for (const Place& place : occurrences.places)
    if (wanted(place.field)) positions.push_back(place.position);
  std::sort(positions.begin(), positions.end());
  positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
  return positions;
}

void put_word(const std::string& term, const Occurrences& occurrences, const FieldWeights& weights,
              std::vector<Posting>& out) {
  const auto counts = [&weights](Field field) { return weights.*info(field).weight_in > 0; };
  if (const std::uint32_t frequency = common_frequency(occurrences, weights); frequency > 0)
    out.push_back({term, frequency, positions_of(occurrences, counts)});
  for (const FieldInfo& row : kFields) {
    const std::uint32_t count = occurrences.counts[static_cast<std::size_t>(row.field)];
    if (count == 0) continue;
    Posting posting{word_term(row.field, term), 0, {}};
    if (row.kind != FieldKind::words)
      posting.positions =
          positions_of(occurrences, [&row](Field field) { return field == row.field; });
    out.push_back(std::move(posting));
  }
}

void put_pair(const std::string& term, const Occurrences& occurrences, const FieldWeights& weights,
              std::vector<Posting>& out) {
  if (const std::uint32_t frequency = common_frequency(occurrences, weights); frequency > 0)
    out.push_back({pair_term(term), frequency, {}});
  for (const FieldInfo& row : kFields) {
    const std::uint32_t count = occurrences.counts[static_cast<std::size_t>(row.field)];
    if (count > 0 && row.kind != FieldKind::words)
      out.push_back({pair_term(row.field, term), 0, {}});
  }
}

void put_names(Field field, const std::vector<std::string>& names, std::vector<Posting>& out) {
  for (const std::string& name : kept_names(names))
    if (std::string term = name_term(field, name); !term.empty())
      out.push_back({std::move(term), 0, {}});
}

void put_facet(const FacetValues& facet, analysis::Analyzer& analyzer, std::vector<Posting>& out) {
  for (const std::string& value : kept_names(facet.values)) {
    if (std::string term = facet_term(facet.key, value); !term.empty())
      out.push_back({std::move(term), 0, {}});
    analyzer.analyze(value, [&](const Token& token) {
      if (!is_storable(token.term)) return;
      out.push_back({is_pair(token.family) ? facet_pair_term(facet.key, token.term)
                                           : facet_word_term(facet.key, token.term),
                     0,
                     {}});
    });
  }
}

void put_title(const Document& document, std::vector<Posting>& out) {
  const std::string day = document.date ? to_sort_key(*document.date).substr(0, 8) : "";
  for (std::string& term : title_terms(document.title, day))
    out.push_back({std::move(term), 0, {}});
}

/// The first eight bytes of a term as a number that sorts as they do.
std::uint64_t head_of(std::string_view term) {
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < sizeof head; ++i)
    head = head << 8U | (i < term.size() ? static_cast<unsigned char>(term[i]) : 0U);
  return head;
}

/// Heads and numbers are sorted, and each posting moved once: most comparisons end in the head.
void sort_terms(std::vector<Posting>& terms) {
  struct Key {
    std::uint64_t head;
    std::size_t number;
  };
  std::vector<Key> keys;
  keys.reserve(terms.size());
  for (std::size_t i = 0; i < terms.size(); ++i) keys.push_back({head_of(terms[i].term), i});
  std::sort(keys.begin(), keys.end(), [&terms](const Key& a, const Key& b) {
    return a.head != b.head ? a.head < b.head : terms[a.number].term < terms[b.number].term;
  });
  std::vector<Posting> sorted;
  sorted.reserve(terms.size());
  for (const Key& key : keys)
    if (sorted.empty() || sorted.back().term != terms[key.number].term)
      sorted.push_back(std::move(terms[key.number]));
  terms = std::move(sorted);
}

using Values = std::vector<std::pair<Slot, std::string>>;

void put_value(Values& values, Slot slot, std::string bytes) {
  std::pair value(slot, std::move(bytes));
  values.insert(std::ranges::lower_bound(values, value), std::move(value));
}

}  // namespace

bool is_storable(std::string_view term) noexcept {
  constexpr std::size_t kLongestPrefix = kFacetWordPrefix.size() + kMaxFacetKeyBytes + 2;
  return !term.empty() && term.size() <= kMaxIndexTermBytes - kLongestPrefix &&
         term.find('\0') == std::string_view::npos && !(term.front() >= 'A' && term.front() <= 'Z');
}

void visit_pieces(const Document& document,
                  const std::function<void(Field field, std::string_view text)>& take) {
  take(Field::title, document.title);
  for (const std::string& tag : document.tags) take(Field::tag, tag);
  for (const std::string& category : document.categories) take(Field::category, category);
  for (const std::string& author : document.authors) take(Field::author, author);
  take(Field::summary, document.summary);
  for (const Section& section : document.sections) {
    take(Field::heading, section.heading);
    take(Field::body, section.text);
    take(Field::code, section.code);
  }
  take(Field::path, document.id.str());  // the path as the site has it
}

bool may_have_positions(std::string_view term) noexcept {
  const bool is_plain = term.empty() || term.front() < 'A' || term.front() > 'Z';
  return is_plain || std::ranges::any_of(kFields, [term](const FieldInfo& row) {
           return row.kind != FieldKind::words && term.starts_with(row.prefix) &&
                  !term.substr(row.prefix.size()).starts_with(kPairMark);
         });
}

std::size_t Postings::bytes() const noexcept {
  // A term costs its tree node and a string; measured against the heap's growth.
  constexpr std::size_t kTermOverhead = 160;
  std::size_t bytes = record.size() + 512;
  for (const Posting& posting : terms)
    bytes += posting.term.size() + kTermOverhead + posting.positions.size() * sizeof(std::uint32_t);
  for (const auto& [slot, value] : values) bytes += value.size() + kTermOverhead;
  return bytes;
}

std::vector<std::pair<Slot, std::string>> values_of(const Document& document,
                                                    const ContentHash& hash) {
  const std::string date = document.date ? to_sort_key(*document.date) : std::string();
  std::vector<std::pair<Slot, std::string>> values{
      {Slot::date, date},
      {Slot::tags, pack_names(kept_names(document.tags))},
      {Slot::day, date.substr(0, 8)},
      {Slot::oldest, date.empty() ? "~" : date},
      {Slot::hash, hash.str()},
      {Slot::categories, pack_names(kept_names(document.categories))},
      {Slot::authors, pack_names(kept_names(document.authors))},
  };
  for (const FacetValues& facet : document.facets)
    values.emplace_back(slot_of(facet.key), pack_names(kept_names(facet.values)));
  std::erase_if(values, [](const auto& value) { return value.second.empty(); });
  std::sort(values.begin(), values.end());
  return values;
}

Postings make_postings(const Document& document, const ContentHash& hash,
                       analysis::Analyzer& analyzer, Positions positions,
                       const FieldWeights& weights) {
  Collector collector(analyzer);
  visit_pieces(document, [&](Field field, std::string_view text) { collector.add(field, text); });
  Postings postings;
  postings.key = key_of(document.id);
  for (const auto& [term, occurrences] : collector.words())
    put_word(term, occurrences, weights, postings.terms);
  for (const auto& [term, occurrences] : collector.pairs())
    put_pair(term, occurrences, weights, postings.terms);
  put_names(Field::tag, document.tags, postings.terms);
  put_names(Field::category, document.categories, postings.terms);
  put_names(Field::author, document.authors, postings.terms);
  for (const FacetValues& facet : document.facets) put_facet(facet, analyzer, postings.terms);
  put_title(document, postings.terms);
  postings.terms.push_back({postings.key.str(), 0, {}});
  sort_terms(postings.terms);
  if (positions == Positions::leave_out)
    for (Posting& posting : postings.terms) posting.positions.clear();
  postings.values = values_of(document, hash);
  put_value(postings.values, Slot::postings, sum_of(postings.terms, hash.str()));
  postings.record = encode_record(document);
  return postings;
}

}  // namespace geul::index

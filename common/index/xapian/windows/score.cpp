// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/xapian/windows/score.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <string_view>
#include <utility>

namespace geul::index {
namespace {

using Kind = Query::Kind;

/// Terms by themselves, which Xapian weighs as one.
bool is_terms(const Query& query) {
  return query.kind() == Kind::term || query.kind() == Kind::prefix || query.kind() == Kind::alike;
}

bool is_part(const Query& query) {
  if (query.kind() == Kind::scaled) return is_terms(query.children().front());
  return is_terms(query) || query.kind() == Kind::bonus;
}

bool weighs_nothing(const Query& query) {
  return query.kind() == Kind::nothing || query.kind() == Kind::everything ||
         query.kind() == Kind::days || (query.kind() == Kind::scaled && query.factor() == 0);
}

/// The children from one on, if each is a part.
bool take_parts(const Query& query, std::size_t from, RankedQuery& ranked) {
  for (std::size_t i = from; i < query.children().size(); ++i) {
    if (!is_part(query.children()[i])) return false;
    ranked.parts.push_back(&query.children()[i]);
  }
  return true;
}

double usable(double factor) {
  return std::isfinite(factor) && factor > 0 ? factor : 0;
}

}  // namespace

bool split(const Query& query, RankedQuery& ranked) {
  ranked = {&query, {}};
  if (weighs_nothing(query)) return true;
  if (is_part(query)) {
    ranked.parts.push_back(&query);
    return true;
  }
  if (query.kind() == Kind::any) return take_parts(query, 0, ranked);
  if (query.kind() == Kind::without) {
    const bool done = split(query.children().front(), ranked);
    ranked.match = &query;
    return done;
  }
  return query.kind() == Kind::boosted && weighs_nothing(query.children().front()) &&
         take_parts(query, 1, ranked);
}

WindowScore::WindowScore(const std::vector<const Query*>& parts, WindowContext& context,
                         const Bm25& bm25)
    : context_(context), bm25_(bm25) {
  for (const Query* part : parts) {
    if (part->kind() == Kind::bonus)
      take_bonus(*part);
    else if (part->kind() == Kind::scaled)
      take_terms(part->children().front(), usable(part->factor()));
    else
      take_terms(*part, 1);
  }
  join_same();
}

void WindowScore::take_terms(const Query& query, double factor) {
  if (query.kind() == Kind::prefix) return take_prefix(query, factor);
  std::vector<TermPostings*> lists;
  const auto add = [this, &lists](const Query& term) {
    if (is_storable(term.text())) lists.push_back(&context_.postings.of(term.text()));
  };
  if (query.kind() == Kind::term) add(query);
  std::ranges::for_each(query.children(), add);
  take_alike(std::move(lists), factor);
}

void WindowScore::take_prefix(const Query& query, double factor) {
  std::vector<TermPostings*> lists;
  for (const auto& expanded : context_.expansion.terms_of(query.text()))
    lists.push_back(&context_.postings.of(expanded.term));
  take_alike(std::move(lists), factor);
}

void WindowScore::take_alike(std::vector<TermPostings*> lists, double factor) {
  if (lists.empty() || factor == 0) return;
  std::vector<AlikePart<int>> parts;
  parts.reserve(lists.size());
  for (const TermPostings* list : lists) parts.push_back({list->frequency(), parts.size(), 0});
  const Xapian::doccount documents = context_.databases.all.get_doccount();
  const auto joined = join_alike(std::move(parts), documents, [](int, int) { return 0; });
  terms_.push_back({std::move(lists), bm25_.term_weight(joined.documents, factor)});
}

/// A list goes forward alone: it is read once for all parts that it has a share in, and by windows
/// if one of them is a group.
void WindowScore::join_same() {
  std::map<std::string_view, Weighted> singles;
  std::erase_if(terms_, [&singles](Weighted& terms) {
    if (terms.lists.size() > 1) {
      for (TermPostings* list : terms.lists) list->set_matched();
      return false;
    }
    const auto [same, is_new] = singles.try_emplace(terms.lists.front()->term(), terms);
    if (!is_new) same->second.weight += terms.weight;
    return true;
  });
  for (auto& single : singles) terms_.push_back(std::move(single.second));
  std::ranges::stable_sort(terms_, std::ranges::greater{}, &Weighted::weight);
}

void WindowScore::take_bonus(const Query& query) {
  Bonus bonus{match_in_windows(query.children().front(), context_), usable(query.factor())};
  if (bonus.match->cost() < WindowMatch::Cost::positions) {
    bonuses_.push_back(std::move(bonus));
  } else {
    most_by_positions_ += bonus.weight;
    by_positions_.push_back(std::move(bonus));
  }
}

void WindowScore::weigh(Xapian::docid first, const WindowBits& documents, double least) {
  first_ = first;
  documents.for_each([this](std::uint32_t offset) { weights_[offset] = 0; });
  if (!terms_.empty()) measure(documents);
  for (const Weighted& terms : terms_) {
    if (terms.lists.size() > 1)
      add_together(terms, documents);
    else if (terms.is_matched())
      add_one(*terms.lists.front(), terms.weight, documents);
  }
  for (const Bonus& bonus : bonuses_) add_bonus(bonus, documents);
  add_optional(documents, least);
}

/// Adds the terms that nothing but the weight depends on, to documents that they may still bring
/// among the best: Turtle and Flood's "max_score" (1995), a term at a time. Endings and the
/// borders of words are in most documents and weigh little.
void WindowScore::add_optional(const WindowBits& documents, double least) {
  constexpr double kRounding = 1e-6;
  double left = most_by_positions_;
  for (const Weighted& terms : terms_)
    if (!terms.is_matched()) left += terms.weight;
  WindowBits open = documents;
  for (const Weighted& terms : terms_) {
    if (terms.is_matched()) continue;
    WindowBits close;
    open.for_each([&](std::uint32_t offset) {
      if (weights_[offset] + left + kRounding >= least) close.set(offset);
    });
    open = close;
    TermPostings& list = *terms.lists.front();
    if (is_sparse(list, open))
      add_by_jumps(list, terms.weight, open);
    else
      add_one(list, terms.weight, open);
    left -= terms.weight;
  }
}

/// Whether jumping from document to document is cheaper than reading all of the list's.
bool WindowScore::is_sparse(const TermPostings& list, const WindowBits& documents) const {
  constexpr double kJump = 4;  // costs as much as so many steps
  const double share = static_cast<double>(list.frequency()) /
                       static_cast<double>(context_.databases.all.get_lastdocid());
  return kJump * static_cast<double>(documents.count()) < share * kWindowDocuments;
}

void WindowScore::add_bonus(const Bonus& bonus, const WindowBits& documents) {
  bonus.match->among(first_, documents).for_each([&](std::uint32_t offset) {
    weights_[offset] += bonus.weight;
  });
}

void WindowScore::measure(const WindowBits& documents) {
  documents.for_each([this](std::uint32_t offset) {
    lengths_[offset] = context_.databases.all.get_doclength(first_ + offset);
    norms_[offset] = bm25_.norm(lengths_[offset]);
  });
}

void WindowScore::add_one(TermPostings& list, double weight, const WindowBits& documents) {
  list.move_to(first_);
  for (const auto& [offset, occurrences] : list.postings())
    if (documents.test(offset))
      weights_[offset] += Bm25::weight(weight, norms_[offset], occurrences);
}

void WindowScore::add_by_jumps(TermPostings& list, double weight, const WindowBits& documents) {
  documents.for_each([&](std::uint32_t offset) {
    if (const std::uint32_t occurrences = list.occurrences_in(first_ + offset); occurrences > 0)
      weights_[offset] += Bm25::weight(weight, norms_[offset], occurrences);
  });
}

void WindowScore::add_together(const Weighted& terms, const WindowBits& documents) {
  WindowBits having;
  for (TermPostings* list : terms.lists) {
    list->move_to(first_);
    for (const auto& [offset, occurrences] : list->postings()) {
      if (!having.test(offset)) occurrences_[offset] = 0;
      having.set(offset);
      occurrences_[offset] += occurrences;
    }
  }
  (having & documents).for_each([&](std::uint32_t offset) {
    const std::uint32_t occurrences = std::min(occurrences_[offset], lengths_[offset]);
    weights_[offset] += Bm25::weight(terms.weight, norms_[offset], occurrences);
  });
}

void WindowScore::add_positions(const WindowBits& documents) {
  for (const Bonus& bonus : by_positions_) add_bonus(bonus, documents);
}

}  // namespace geul::index

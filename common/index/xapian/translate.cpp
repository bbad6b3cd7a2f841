// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/xapian/translate.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <queue>
#include <string>
#include <utility>
#include <vector>

#include "common/base/format.hpp"
#include "common/index/fields.hpp"

namespace geul::index {
namespace {

using XQuery = Xapian::Query;

constexpr std::size_t kLargeGroup = 256;

bool is_storable(const std::string& term) {
  return !term.empty() && term.size() <= kMaxIndexTermBytes && term.find('\0') == std::string::npos;
}

/// Whether something stands behind the field's prefix and the pair mark: "S" would be all words of
/// all titles.
bool names_a_family(const std::string& begin) {
  return begin.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") != std::string::npos;
}

/// Undated documents have an empty value, which lies before every begin. '~' lies behind the
/// digits of every time of the last day.
XQuery days_query(const DayRange& days) {
  const auto key = [](const Day& day) {
    return format("{:04}{:02}{:02}", day.year, day.month, day.day);
  };
  return {XQuery::OP_VALUE_RANGE, static_cast<Xapian::valueno>(Slot::date), key(days.first),
          key(days.last) + "~"};
}

double weight_of(const Query& query) {
  const double factor = query.factor();
  return std::isfinite(factor) && factor > 0 ? factor : 0;
}

/// Whether a query looks for words that stand in a row or near each other.
bool asks_for_positions(const Query& query, std::size_t depth) {
  if (query.kind() == Query::Kind::phrase || query.kind() == Query::Kind::near) return true;
  return depth < kMaxQueryDepth &&
         std::any_of(query.children().begin(), query.children().end(),
                     [depth](const Query& child) { return asks_for_positions(child, depth + 1); });
}

/// A part of a synonym on its way up.
struct Branch {
  Xapian::doccount documents = 0;  ///< that have it; of several terms, as Xapian guesses
  std::size_t number = 0;          ///< in the order of making
  XQuery query;

  friend bool operator>(const Branch& a, const Branch& b) {
    return std::pair(a.documents, a.number) > std::pair(b.documents, b.number);
  }
};

/// Any of the branches, weighed as one term. How frequent Xapian guesses that to be depends on the
/// order in which it joins them, by their frequencies in each shard: so they are joined here, in
/// the order and by the guess that it has for one database of all `documents`.
XQuery synonym_of(std::vector<Branch> branches, Xapian::doccount documents) {
  if (branches.empty()) return XQuery::MatchNothing;
  std::size_t made = branches.size();
  std::priority_queue queue(std::greater<>{}, std::move(branches));
  while (queue.size() > 1) {
    const Branch one = queue.top();
    queue.pop();
    const Branch other = queue.top();
    queue.pop();
    const double a = one.documents;
    const double b = other.documents;
    const double both = documents == 0 ? 0 : a + b - a * b / documents;
    queue.push({static_cast<Xapian::doccount>(std::lround(both)), made++,
                XQuery(XQuery::OP_SYNONYM, one.query, other.query)});
  }
  return queue.top().query;
}

class Translator {
 public:
  explicit Translator(const Xapian::Database& database)
      : database_(database), has_positions_(database.has_positions()) {}

  XQuery translate(const Query& query, Use use, std::size_t depth) {
    if (depth > kMaxQueryDepth) {
      refuse(format("the query is nested deeper than {} levels", kMaxQueryDepth),
             "use fewer parentheses");
      return XQuery::MatchNothing;
    }
    switch (query.kind()) {
      case Query::Kind::nothing:
        return XQuery::MatchNothing;
      case Query::Kind::everything:
        return {0.0, XQuery::MatchAll};
      case Query::Kind::term:
        return term(query.text());
      case Query::Kind::prefix:
        return prefix(query.text());
      case Query::Kind::days:
        return days_query(query.days());
      case Query::Kind::any:
        return any(query, 0, use, depth);
      case Query::Kind::all:
        return joined(XQuery::OP_AND, query, use, depth);
      case Query::Kind::alike:
        return alike(query, use, depth);
      case Query::Kind::phrase:
        return joined(has_positions_ ? XQuery::OP_PHRASE : XQuery::OP_AND, query, use, depth);
      case Query::Kind::near:
        return has_positions_ ? near(query, use, depth) : XQuery::MatchNothing;
      case Query::Kind::without:
        return {XQuery::OP_AND_NOT, first(query, use, depth), any(query, 1, Use::match, depth)};
      case Query::Kind::scaled:
      case Query::Kind::bonus:
      case Query::Kind::boosted:
      case Query::Kind::filtered:
        break;
    }
    return use == Use::rank ? weighted(query, depth) : unweighted(query, depth);
  }
  [[nodiscard]] const std::optional<Error>& refusal() const noexcept { return refusal_; }

 private:
  void refuse(std::string message, std::string hint) {
    refusal_ = Error{ErrorCode::limit, std::move(message), std::move(hint)};
  }

  XQuery term(const std::string& term) {
    if (++terms_ > kMaxQueryTerms)
      refuse(format("the query has more than {} terms", kMaxQueryTerms), "use fewer words");
    return is_storable(term) && !refusal_ ? XQuery(term) : XQuery::MatchNothing;
  }

  XQuery prefix(const std::string& begin) {
    if (!is_storable(begin) || !names_a_family(begin)) return XQuery::MatchNothing;
    const std::size_t room = std::min(kMaxExpansion, kMaxTotalExpansion - expanded_);
    std::vector<Branch> found;
    const auto end = database_.allterms_end(begin);
    for (auto term = database_.allterms_begin(begin); term != end && found.size() < room; ++term)
      found.push_back({term.get_termfreq(), found.size(), XQuery(*term)});
    expanded_ += found.size();
    return synonym_of(std::move(found), database_.get_doccount());
  }

  /// The children from one on, any of which will do.
  ///
  /// Xapian joins terms by a tree that grows as deep as there are terms in no document, and walks
  /// all of it at each step: 16,000 of them took 4 seconds. They are left out of large groups;
  /// in small ones asking for each would cost more.
  XQuery any(const Query& query, std::size_t from, Use use, std::size_t depth) {
    std::vector<XQuery> parts = children(query, from, use, depth);
    drop_missing(parts);
    return {XQuery::OP_OR, parts.begin(), parts.end()};
  }

  void drop_missing(std::vector<XQuery>& parts) const {
    if (parts.size() > kLargeGroup)
      std::erase_if(parts, [this](const XQuery& part) { return is_missing(part); });
  }

  [[nodiscard]] bool is_missing(const XQuery& part) const {
    XQuery leaf = part;
    while (leaf.get_type() == XQuery::OP_SCALE_WEIGHT) leaf = leaf.get_subquery(0);
    return leaf.get_type() == XQuery::LEAF_TERM && !database_.term_exists(*leaf.get_terms_begin());
  }

  /// What acts on weights, where there are weights.
  XQuery weighted(const Query& query, std::size_t depth) {
    const XQuery base = first(query, Use::rank, depth);
    if (query.kind() == Query::Kind::scaled) return {weight_of(query), base};
    if (query.kind() == Query::Kind::boosted) return boosted(base, query, depth);
    if (query.kind() == Query::Kind::filtered) return filtered(base, query, depth);
    auto* const source = new Xapian::FixedWeightPostingSource(weight_of(query));
    const XQuery constant(source->release());  // the query owns it from here on
    return {XQuery::OP_FILTER, constant, base};
  }

  /// Among the branches of an OP_OR, Xapian 1.4.22 gives a bonus for words near each other to
  /// documents that have none of them; each such bonus is therefore added on its own.
  XQuery boosted(const XQuery& base, const Query& query, std::size_t depth) {
    std::vector<XQuery> apart;
    std::vector<XQuery> together;
    for (std::size_t i = 1; i < query.children().size(); ++i) {
      const Query& child = query.children()[i];
      (asks_for_positions(child, depth) ? apart : together)
          .push_back(translate(child, Use::rank, depth + 1));
    }
    drop_missing(together);
    XQuery sum(XQuery::OP_AND_MAYBE, base, {XQuery::OP_OR, together.begin(), together.end()});
    for (const XQuery& bonus : apart) sum = {XQuery::OP_AND_MAYBE, sum, bonus};
    return sum;
  }

  XQuery unweighted(const Query& query, std::size_t depth) {
    const XQuery base = first(query, Use::match, depth);
    return query.kind() == Query::Kind::filtered ? filtered(base, query, depth) : base;
  }

  XQuery filtered(const XQuery& base, const Query& query, std::size_t depth) {
    std::vector<XQuery> parts = children(query, 1, Use::match, depth);
    parts.insert(parts.begin(), base);
    return {XQuery::OP_FILTER, parts.begin(), parts.end()};
  }

  XQuery first(const Query& query, Use use, std::size_t depth) {
    return translate(query.children().front(), use, depth + 1);
  }

  std::vector<XQuery> children(const Query& query, std::size_t from, Use use, std::size_t depth) {
    std::vector<XQuery> translated;
    for (std::size_t i = from; i < query.children().size(); ++i)
      translated.push_back(translate(query.children()[i], use, depth + 1));
    return translated;
  }

  XQuery joined(XQuery::op op, const Query& query, Use use, std::size_t depth) {
    const std::vector<XQuery> parts = children(query, 0, use, depth);
    return {op, parts.begin(), parts.end()};
  }

  XQuery alike(const Query& query, Use use, std::size_t depth) {
    std::vector<Branch> branches;
    for (XQuery& part : children(query, 0, use, depth)) {
      const bool is_term = part.get_type() == XQuery::LEAF_TERM;
      const auto documents = is_term ? database_.get_termfreq(*part.get_terms_begin()) : 0;
      branches.push_back({documents, branches.size(), std::move(part)});
    }
    return synonym_of(std::move(branches), database_.get_doccount());
  }

  XQuery near(const Query& query, Use use, std::size_t depth) {
    const std::vector<XQuery> parts = children(query, 0, use, depth);
    return {XQuery::OP_NEAR, parts.begin(), parts.end(),
            static_cast<Xapian::termcount>(query.factor())};
  }

  const Xapian::Database& database_;
  bool has_positions_;
  std::size_t terms_ = 0;
  std::size_t expanded_ = 0;
  std::optional<Error> refusal_;
};

}  // namespace

Result<Xapian::Query> translate(const Query& query, Use use, const Xapian::Database& database) {
  Translator translator(database);
  Xapian::Query translated = translator.translate(query, use, 0);
  if (translator.refusal()) return fail(*translator.refusal());
  return translated;
}

}  // namespace geul::index

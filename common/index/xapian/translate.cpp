// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/xapian/translate.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "common/index/fields.hpp"
#include "common/index/xapian/alike.hpp"
#include "common/index/xapian/day_keys.hpp"

namespace geul::index {
namespace {

using XQuery = Xapian::Query;

constexpr std::size_t kLargeGroup = 256;

XQuery days_query(const DayRange& days) {
  const DayKeys keys(days);
  return {XQuery::OP_VALUE_RANGE, static_cast<Xapian::valueno>(Slot::date), keys.first, keys.last};
}

double weight_of(const Query& query) {
  const double factor = query.factor();
  return std::isfinite(factor) && factor > 0 ? factor : 0;
}

using Branch = AlikePart<XQuery>;

/// Any of the branches, weighed as one term.
XQuery synonym_of(std::vector<Branch> branches, Xapian::doccount documents) {
  if (branches.empty()) return XQuery::MatchNothing;
  const auto join = [](const XQuery& one, const XQuery& other) {
    return XQuery(XQuery::OP_SYNONYM, one, other);
  };
  return join_alike(std::move(branches), documents, join).part;
}

class Translator {
 public:
  explicit Translator(const Xapian::Database& database)
      : database_(database),
        has_positions_(database.has_positions()),
        has_gaps_(database.size() == 1 && database.get_lastdocid() != database.get_doccount()) {}

  XQuery translate(const Query& query, Use use) {
    switch (query.kind()) {
      case Query::Kind::nothing:
        return XQuery::MatchNothing;
      case Query::Kind::everything:
        return {0.0, XQuery::MatchAll};
      case Query::Kind::term:
        return use == Use::rank ? term(query.text()) : unweighted_term(query.text());
      case Query::Kind::prefix:
        return prefix(query.text());
      case Query::Kind::days:
        return days_query(query.days());
      case Query::Kind::any:
        return any(query, 0, use);
      case Query::Kind::all:
        return joined(XQuery::OP_AND, query, use);
      case Query::Kind::alike:
        return alike(query, use);
      case Query::Kind::phrase:
        return has_positions_ ? positioned(XQuery::OP_PHRASE, query)
                              : joined(XQuery::OP_AND, query, use);
      case Query::Kind::near:
        return has_positions_ ? positioned(XQuery::OP_NEAR, query) : XQuery::MatchNothing;
      case Query::Kind::without:
        return {XQuery::OP_AND_NOT, first(query, use), any(query, 1, Use::match)};
      case Query::Kind::scaled:
      case Query::Kind::bonus:
      case Query::Kind::boosted:
      case Query::Kind::filtered:
        break;
    }
    return use == Use::rank ? weighted(query) : unweighted(query);
  }

 private:
  static XQuery term(const std::string& term) {
    return is_storable(term) ? XQuery(term) : XQuery::MatchNothing;
  }

  /// Xapian 1.4.22 reads all documents in place of a term that is in each and weighs nothing, and
  /// where numbers are missing among them loses its way ("Unexpected end of posting list"). Here it
  /// is told to, in a way that works and still names the term.
  [[nodiscard]] XQuery unweighted_term(const std::string& text) const {
    XQuery found = term(text);
    if (!has_gaps_ || found.empty() || database_.get_termfreq(text) < database_.get_doccount())
      return found;
    return {XQuery::OP_AND_MAYBE, XQuery::MatchAll, found};
  }

  XQuery prefix(const std::string& begin) {
    std::vector<Branch> found;
    for (const PrefixExpansion::Term& expanded : expansion_.terms_of(begin))
      found.push_back({expanded.documents, found.size(), XQuery(expanded.term)});
    return synonym_of(std::move(found), database_.get_doccount());
  }

  /// The children from one on, any of which will do.
  ///
  /// Xapian joins terms by a tree that grows as deep as there are terms in no document, and walks
  /// all of it at each step: 16,000 of them took 4 seconds. They are left out of large groups;
  /// in small ones asking for each would cost more.
  XQuery any(const Query& query, std::size_t from, Use use) {
    std::vector<XQuery> parts = children(query, from, use);
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
  XQuery weighted(const Query& query) {
    const double weight = weight_of(query);
    const XQuery base = first(query, weight == 0 ? Use::match : Use::rank);
    if (query.kind() == Query::Kind::scaled) return {weight, base};
    if (query.kind() == Query::Kind::boosted) return boosted(base, query);
    if (query.kind() == Query::Kind::filtered) return filtered(base, query);
    auto* const source = new Xapian::FixedWeightPostingSource(weight_of(query));
    const XQuery constant(source->release());  // the query owns it from here on
    return {XQuery::OP_FILTER, constant, base};
  }

  /// Among the branches of an OP_OR, Xapian 1.4.22 gives a bonus for words near each other to
  /// documents that have none of them; each such bonus is therefore added on its own.
  XQuery boosted(const XQuery& base, const Query& query) {
    std::vector<XQuery> apart;
    std::vector<XQuery> together;
    for (std::size_t i = 1; i < query.children().size(); ++i) {
      const Query& child = query.children()[i];
      (looks_at_positions(child) ? apart : together).push_back(translate(child, Use::rank));
    }
    drop_missing(together);
    XQuery sum(XQuery::OP_AND_MAYBE, base, {XQuery::OP_OR, together.begin(), together.end()});
    for (const XQuery& bonus : apart) sum = {XQuery::OP_AND_MAYBE, sum, bonus};
    return sum;
  }

  XQuery unweighted(const Query& query) {
    const XQuery base = first(query, Use::match);
    return query.kind() == Query::Kind::filtered ? filtered(base, query) : base;
  }

  XQuery filtered(const XQuery& base, const Query& query) {
    std::vector<XQuery> parts = children(query, 1, Use::match);
    parts.insert(parts.begin(), base);
    return {XQuery::OP_FILTER, parts.begin(), parts.end()};
  }

  XQuery first(const Query& query, Use use) { return translate(query.children().front(), use); }

  std::vector<XQuery> children(const Query& query, std::size_t from, Use use) {
    std::vector<XQuery> translated;
    for (std::size_t i = from; i < query.children().size(); ++i)
      translated.push_back(translate(query.children()[i], use));
    return translated;
  }

  XQuery joined(XQuery::op op, const Query& query, Use use) {
    const std::vector<XQuery> parts = children(query, 0, use);
    return {op, parts.begin(), parts.end()};
  }

  XQuery alike(const Query& query, Use use) {
    std::vector<Branch> branches;
    for (XQuery& part : children(query, 0, use)) {
      const bool is_term = part.get_type() == XQuery::LEAF_TERM;
      const auto documents = is_term ? database_.get_termfreq(*part.get_terms_begin()) : 0;
      branches.push_back({documents, branches.size(), std::move(part)});
    }
    return synonym_of(std::move(branches), database_.get_doccount());
  }

  static XQuery positioned(XQuery::op op, const Query& query) {
    std::vector<XQuery> words;
    for (const Query& word : query.children()) words.push_back(term(word.text()));
    const auto window = static_cast<Xapian::termcount>(query.factor());
    return {op, words.begin(), words.end(), op == XQuery::OP_NEAR ? window : 0};
  }

  const Xapian::Database& database_;
  bool has_positions_;
  bool has_gaps_;
  PrefixExpansion expansion_{database_};
};

}  // namespace

Result<Xapian::Query> translate(const Query& query, Use use, const Xapian::Database& database) {
  if (Result<void> fits = check_size(query); !fits) return fail(fits.error());
  return Translator(database).translate(query, use);
}

}  // namespace geul::index

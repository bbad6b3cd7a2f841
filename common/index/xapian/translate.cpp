// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/xapian/translate.hpp"

#include <cmath>
#include <string>
#include <vector>

#include "common/base/format.hpp"
#include "common/index/fields.hpp"

namespace geul::index {
namespace {

using XQuery = Xapian::Query;

bool is_storable(const std::string& term) {
  return !term.empty() && term.size() <= kMaxIndexTermBytes && term.find('\0') == std::string::npos;
}

XQuery term_query(const std::string& term) {
  return is_storable(term) ? XQuery(term) : XQuery::MatchNothing;
}

/// Whether something stands behind the field's prefix and the pair mark: "S" would be all words of
/// all titles.
bool names_a_family(const std::string& begin) {
  return begin.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") != std::string::npos;
}

XQuery prefix_query(const std::string& begin, const Xapian::Database& database) {
  if (!is_storable(begin) || !names_a_family(begin)) return XQuery::MatchNothing;
  std::vector<XQuery> terms;
  const auto end = database.allterms_end(begin);
  for (auto term = database.allterms_begin(begin); term != end && terms.size() < kMaxExpansion;
       ++term)
    terms.emplace_back(*term);
  return {XQuery::OP_SYNONYM, terms.begin(), terms.end()};
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

class Translator {
 public:
  explicit Translator(const Xapian::Database& database) : database_(database) {}

  XQuery translate(const Query& query, std::size_t depth) {
    if (depth > kMaxQueryDepth) {
      too_deep_ = true;
      return XQuery::MatchNothing;
    }
    switch (query.kind()) {
      case Query::Kind::nothing:
        return XQuery::MatchNothing;
      case Query::Kind::everything:
        return {0.0, XQuery::MatchAll};
      case Query::Kind::term:
        return term_query(query.text());
      case Query::Kind::prefix:
        return prefix_query(query.text(), database_);
      case Query::Kind::days:
        return days_query(query.days());
      case Query::Kind::scaled:
        return {weight_of(query), first(query, depth)};
      case Query::Kind::bonus:
        return bonus(query, depth);
      case Query::Kind::any:
        return joined(XQuery::OP_OR, query, depth);
      case Query::Kind::all:
        return joined(XQuery::OP_AND, query, depth);
      case Query::Kind::phrase:
        return joined(XQuery::OP_PHRASE, query, depth);
      case Query::Kind::filtered:
        return joined(XQuery::OP_FILTER, query, depth);
      case Query::Kind::boosted:
        return {XQuery::OP_AND_MAYBE, first(query, depth), others(query, depth)};
      case Query::Kind::without:
        return {XQuery::OP_AND_NOT, first(query, depth), others(query, depth)};
    }
    return XQuery::MatchNothing;
  }
  [[nodiscard]] bool too_deep() const noexcept { return too_deep_; }

 private:
  XQuery first(const Query& query, std::size_t depth) {
    return translate(query.children().front(), depth + 1);
  }

  std::vector<XQuery> children(const Query& query, std::size_t from, std::size_t depth) {
    std::vector<XQuery> translated;
    for (std::size_t i = from; i < query.children().size(); ++i)
      translated.push_back(translate(query.children()[i], depth + 1));
    return translated;
  }

  XQuery joined(XQuery::op op, const Query& query, std::size_t depth) {
    const std::vector<XQuery> parts = children(query, 0, depth);
    return {op, parts.begin(), parts.end()};
  }

  XQuery others(const Query& query, std::size_t depth) {
    const std::vector<XQuery> parts = children(query, 1, depth);
    return {XQuery::OP_OR, parts.begin(), parts.end()};
  }

  XQuery bonus(const Query& query, std::size_t depth) {
    auto* const source = new Xapian::FixedWeightPostingSource(weight_of(query));
    const XQuery constant(source->release());  // the query owns it from here on
    return {XQuery::OP_FILTER, constant, first(query, depth)};
  }

  const Xapian::Database& database_;
  bool too_deep_ = false;
};

}  // namespace

Result<Xapian::Query> translate(const Query& query, const Xapian::Database& database) {
  Translator translator(database);
  Xapian::Query translated = translator.translate(query, 0);
  if (translator.too_deep())
    return fail(ErrorCode::limit,
                format("the query is nested deeper than {} levels", kMaxQueryDepth),
                "use fewer parentheses");
  return translated;
}

}  // namespace geul::index

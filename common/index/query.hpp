// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "common/base/calendar.hpp"
#include "common/base/result.hpp"

namespace geul::index {

/// Days from `first` to `last`, both included; an open end is the first or last day there is.
struct DayRange {
  Day first{1, 1, 1};
  Day last{9999, 12, 31};

  friend constexpr bool operator==(const DayRange&, const DayRange&) = default;
};

/// The executed query: what the index is asked, in terms as they are stored. A value; the third
/// of the three forms of a query (query/parse/GRAMMAR.md), and the only one that index/ knows.
class Query {
 public:
  enum class Kind : std::uint8_t {
    nothing,     ///< matches no document
    everything,  ///< matches all, weight 0
    term,        ///< documents with the term
    any,         ///< documents of at least one child; weights add up
    all,         ///< documents of every child; weights add up
    boosted,     ///< documents of the first child; the weights of the others count where they match
    filtered,    ///< documents of every child; only the first child's weight counts
    without,     ///< documents of the first child and of no other
    alike,       ///< documents of at least one child (a term); they weigh as if they were one term
    phrase,      ///< the children (terms with positions) one right behind the other
    near,        ///< the children (terms with positions) within `factor` positions, in any order
    prefix,      ///< documents with a term that begins so; at most kMaxExpansion terms
    scaled,      ///< the child, its weight times `factor`
    bonus,       ///< documents of the child with the constant weight `factor`; where it asks for
                 ///< positions, among the boosts of `boosted` alone (Xapian miscounts it in `any`)
    days,        ///< documents dated within `days`
  };

  [[nodiscard]] static Query nothing();
  [[nodiscard]] static Query everything();
  /// Expects 1 to kMaxIndexTermBytes bytes without NUL; other terms match nothing.
  [[nodiscard]] static Query term(std::string term);
  /// Without children: nothing. With one: the child.
  [[nodiscard]] static Query any(std::vector<Query> children);
  /// Without children: everything. With one: the child.
  [[nodiscard]] static Query all(std::vector<Query> children);
  /// These three, without a second argument's children: the first.
  [[nodiscard]] static Query boosted(Query base, std::vector<Query> boosts);
  [[nodiscard]] static Query filtered(Query base, std::vector<Query> filters);
  [[nodiscard]] static Query without(Query base, std::vector<Query> excluded);
  /// Without terms: nothing. With one: that term. Terms without positions (pairs, whole names,
  /// `body` and `code` under their prefix) are behind no other, so such a phrase matches nothing.
  [[nodiscard]] static Query phrase(std::vector<std::string> terms);
  /// Without terms: nothing. With one: that term.
  [[nodiscard]] static Query alike(std::vector<std::string> terms);
  /// Terms as for phrase(). Expects window >= the number of terms; smaller ones count as that.
  [[nodiscard]] static Query near(std::vector<std::string> terms, std::size_t window);
  /// Terms of one family: `begin` is a family's prefix and at least one byte of its terms.
  /// Shorter ones match nothing.
  [[nodiscard]] static Query prefix(std::string begin);
  /// Expects factor >= 0 and finite; others count as 0.
  [[nodiscard]] static Query scaled(double factor, Query child);
  [[nodiscard]] static Query bonus(double weight, Query child);
  [[nodiscard]] static Query within(DayRange days);

  [[nodiscard]] Kind kind() const noexcept { return kind_; }
  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  [[nodiscard]] const std::vector<Query>& children() const noexcept { return children_; }
  [[nodiscard]] double factor() const noexcept { return factor_; }
  [[nodiscard]] const DayRange& days() const noexcept { return days_; }

  /// For --analyze and tests: (any 컬리 (scaled 0.85 B컬리)). Prefixed terms as they are stored,
  /// in quotes where they hold spaces or parentheses.
  [[nodiscard]] std::string to_string() const;

 private:
  explicit Query(Kind kind) : kind_(kind) {}
  Query(Kind kind, std::vector<Query> children) : kind_(kind), children_(std::move(children)) {}

  static Query of_terms(Kind kind, std::vector<std::string> terms);
  static Query with_first(Kind kind, Query first, std::vector<Query> others);

  Kind kind_;
  double factor_ = 1;
  DayRange days_;
  std::string text_;
  std::vector<Query> children_;
};

/// The longest term Xapian stores (it refuses 246 bytes, and a refusal would cost the batch).
inline constexpr std::size_t kMaxIndexTermBytes = 240;
/// A prefix stands for this many terms at the most, in the order of their bytes, and the prefixes
/// of one query together for kMaxTotalExpansion: later ones for fewer or none.
inline constexpr std::size_t kMaxExpansion = 2000;
inline constexpr std::size_t kMaxTotalExpansion = 10'000;
/// Queries nested deeper or with more terms are refused by Reader::search() (ErrorCode::limit).
inline constexpr std::size_t kMaxQueryDepth = 256;
inline constexpr std::size_t kMaxQueryTerms = 20'000;

/// Whether a query asks for words in a row or near each other.
[[nodiscard]] bool looks_at_positions(const Query& query);

/// Errors  limit: nested deeper than kMaxQueryDepth; more than kMaxQueryTerms terms.
[[nodiscard]] Result<void> check_size(const Query& query);

}  // namespace geul::index

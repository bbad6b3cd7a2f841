// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/query.hpp"

#include <algorithm>
#include <utility>

#include "common/base/format.hpp"

namespace geul::index {
namespace {

void print(const Query& query, std::size_t depth, std::string& out);

void print_group(std::string_view head, const Query& query, std::size_t depth, std::string& out) {
  out.append("(").append(head);
  for (const Query& child : query.children()) {
    out += ' ';
    print(child, depth + 1, out);
  }
  out += ')';
}

std::string_view name_of(Query::Kind kind) {
  switch (kind) {
    case Query::Kind::nothing:
      return "nothing";
    case Query::Kind::everything:
      return "everything";
    case Query::Kind::term:
      return "term";
    case Query::Kind::any:
      return "any";
    case Query::Kind::all:
      return "all";
    case Query::Kind::boosted:
      return "boosted";
    case Query::Kind::filtered:
      return "filtered";
    case Query::Kind::without:
      return "without";
    case Query::Kind::phrase:
      return "phrase";
    case Query::Kind::alike:
      return "alike";
    case Query::Kind::near:
      return "near";
    case Query::Kind::prefix:
      return "prefix";
    case Query::Kind::scaled:
      return "scaled";
    case Query::Kind::bonus:
      return "bonus";
    case Query::Kind::days:
      return "days";
  }
  return "nothing";
}

/// Terms of whole names may hold spaces and parentheses; those are quoted.
std::string quoted(const std::string& term) {
  if (term.find_first_of(" ()\"\\") == std::string::npos) return term;
  std::string text = "\"";
  for (const char c : term) {
    if (c == '"' || c == '\\') text += '\\';
    text += c;
  }
  return text + '"';
}

void print(const Query& query, std::size_t depth, std::string& out) {
  const std::string_view name = name_of(query.kind());
  if (depth > kMaxQueryDepth) {
    out += "...";
  } else if (query.kind() == Query::Kind::term) {
    out += quoted(query.text());
  } else if (query.kind() == Query::Kind::prefix) {
    out += format("(prefix {})", quoted(query.text()));
  } else if (query.kind() == Query::Kind::days) {
    out += format("(days {}..{})", to_iso(query.days().first), to_iso(query.days().last));
  } else if (query.kind() == Query::Kind::scaled || query.kind() == Query::Kind::bonus ||
             query.kind() == Query::Kind::near) {
    print_group(format("{} {}", name, query.factor()), query, depth, out);
  } else if (query.children().empty()) {
    out += name;
  } else {
    print_group(name, query, depth, out);
  }
}

/// Counts the terms and stops at the first level that is too deep.
Result<void> measure(const Query& query, std::size_t depth, std::size_t& terms) {
  if (depth > kMaxQueryDepth)
    return fail(ErrorCode::limit,
                format("the query is nested deeper than {} levels", kMaxQueryDepth),
                "use fewer parentheses");
  if (query.kind() == Query::Kind::term && ++terms > kMaxQueryTerms)
    return fail(ErrorCode::limit, format("the query has more than {} terms", kMaxQueryTerms),
                "use fewer words");
  for (const Query& child : query.children())
    if (Result<void> fits = measure(child, depth + 1, terms); !fits) return fits;
  return {};
}

}  // namespace

bool looks_at_positions(const Query& query) {
  return query.kind() == Query::Kind::phrase || query.kind() == Query::Kind::near ||
         std::ranges::any_of(query.children(), looks_at_positions);
}

Result<void> check_size(const Query& query) {
  std::size_t terms = 0;
  return measure(query, 0, terms);
}

Query Query::nothing() {
  return Query(Kind::nothing);
}

Query Query::everything() {
  return Query(Kind::everything);
}

Query Query::term(std::string term) {
  Query query(Kind::term);
  query.text_ = std::move(term);
  return query;
}

Query Query::any(std::vector<Query> children) {
  if (children.empty()) return nothing();
  if (children.size() == 1) return std::move(children.front());
  return {Kind::any, std::move(children)};
}

Query Query::all(std::vector<Query> children) {
  if (children.empty()) return everything();
  if (children.size() == 1) return std::move(children.front());
  return {Kind::all, std::move(children)};
}

Query Query::with_first(Kind kind, Query first, std::vector<Query> others) {
  if (others.empty()) return first;
  others.insert(others.begin(), std::move(first));
  return {kind, std::move(others)};
}

Query Query::boosted(Query base, std::vector<Query> boosts) {
  return with_first(Kind::boosted, std::move(base), std::move(boosts));
}

Query Query::filtered(Query base, std::vector<Query> filters) {
  return with_first(Kind::filtered, std::move(base), std::move(filters));
}

Query Query::without(Query base, std::vector<Query> excluded) {
  return with_first(Kind::without, std::move(base), std::move(excluded));
}

Query Query::of_terms(Kind kind, std::vector<std::string> terms) {
  std::vector<Query> children;
  children.reserve(terms.size());
  for (std::string& word : terms) children.push_back(term(std::move(word)));
  if (children.empty()) return nothing();
  if (children.size() == 1) return std::move(children.front());
  return {kind, std::move(children)};
}

Query Query::phrase(std::vector<std::string> terms) {
  return of_terms(Kind::phrase, std::move(terms));
}

Query Query::alike(std::vector<std::string> terms) {
  return of_terms(Kind::alike, std::move(terms));
}

Query Query::near(std::vector<std::string> terms, std::size_t window) {
  Query query = of_terms(Kind::near, std::move(terms));
  if (query.kind_ != Kind::near) return query;
  query.factor_ = static_cast<double>(std::max(window, query.children_.size()));
  return query;
}

Query Query::prefix(std::string begin) {
  Query query(Kind::prefix);
  query.text_ = std::move(begin);
  return query;
}

Query Query::scaled(double factor, Query child) {
  Query query(Kind::scaled);
  query.children_.push_back(std::move(child));
  query.factor_ = factor;
  return query;
}

Query Query::bonus(double weight, Query child) {
  Query query(Kind::bonus);
  query.children_.push_back(std::move(child));
  query.factor_ = weight;
  return query;
}

Query Query::within(DayRange days) {
  Query query(Kind::days);
  query.days_ = days;
  return query;
}

std::string Query::to_string() const {
  std::string text;
  print(*this, 0, text);
  return text;
}

}  // namespace geul::index

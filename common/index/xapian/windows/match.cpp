// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/xapian/windows/match.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "common/index/xapian/day_keys.hpp"
#include "common/index/xapian/windows/positions.hpp"
#include "common/index/xapian/windows/values.hpp"

namespace geul::index {
namespace {

using Match = std::unique_ptr<WindowMatch>;
using Cost = WindowMatch::Cost;

class TermMatch final : public WindowMatch {
 public:
  explicit TermMatch(TermPostings& postings) : postings_(postings) { postings.set_matched(); }

  [[nodiscard]] Cost cost() const noexcept override { return Cost::bits; }
  [[nodiscard]] Xapian::doccount most() const noexcept override { return postings_.frequency(); }
  [[nodiscard]] WindowBits among(Xapian::docid first, const WindowBits& candidates) override {
    postings_.move_to(first);
    return postings_.postings().empty() ? WindowBits() : candidates & postings_.bits();
  }

 private:
  TermPostings& postings_;
};

/// One that consists of others.
class GroupMatch : public WindowMatch {
 public:
  explicit GroupMatch(std::vector<Match> children) : children_(std::move(children)) {}

  [[nodiscard]] Cost cost() const noexcept override {
    Cost cost = Cost::bits;
    for (const Match& child : children_) cost = std::max(cost, child->cost());
    return cost;
  }

 protected:
  [[nodiscard]] std::vector<Match>& children() noexcept { return children_; }
  [[nodiscard]] const std::vector<Match>& children() const noexcept { return children_; }

 private:
  std::vector<Match> children_;
};

class AnyMatch final : public GroupMatch {
 public:
  explicit AnyMatch(std::vector<Match> alternatives) : GroupMatch(std::move(alternatives)) {
    std::ranges::stable_sort(children(), {}, [](const Match& child) { return child->cost(); });
  }

  [[nodiscard]] Xapian::doccount most() const noexcept override {
    Xapian::doccount most = 0;
    for (const Match& child : children())
      most += std::min(child->most(), ~Xapian::doccount{0} - most);
    return most;
  }
  [[nodiscard]] WindowBits among(Xapian::docid first, const WindowBits& candidates) override {
    WindowBits found;
    for (const Match& child : children())
      found |= child->cost() == Cost::bits ? child->among(first, candidates)
                                           : child->among(first, candidates - found);
    return found;
  }
};

class AllMatch final : public GroupMatch {
 public:
  explicit AllMatch(std::vector<Match> wanted) : GroupMatch(std::move(wanted)) {
    std::ranges::stable_sort(
        children(), {}, [](const Match& child) { return std::pair(child->cost(), child->most()); });
  }

  [[nodiscard]] Xapian::doccount most() const noexcept override {
    Xapian::doccount most = ~Xapian::doccount{0};
    for (const Match& child : children()) most = std::min(most, child->most());
    return most;
  }
  [[nodiscard]] WindowBits among(Xapian::docid first, const WindowBits& candidates) override {
    WindowBits left = candidates;
    for (const Match& child : children()) {
      if (left.none()) break;
      left = child->among(first, left);
    }
    return left;
  }
};

class WithoutMatch final : public WindowMatch {
 public:
  WithoutMatch(Match wanted, Match excluded)
      : wanted_(std::move(wanted)), excluded_(std::move(excluded)) {}

  [[nodiscard]] Cost cost() const noexcept override {
    return std::max(wanted_->cost(), excluded_->cost());
  }
  [[nodiscard]] Xapian::doccount most() const noexcept override { return wanted_->most(); }
  [[nodiscard]] WindowBits among(Xapian::docid first, const WindowBits& candidates) override {
    const WindowBits found = wanted_->among(first, candidates);
    return found.none() ? found : found - excluded_->among(first, found);
  }

 private:
  Match wanted_;
  Match excluded_;
};

class DaysMatch final : public WindowMatch {
 public:
  DaysMatch(const SearchedDatabases& databases, const DayRange& days)
      : dates_(databases, Slot::date), keys_(days), most_(databases.all.get_doccount()) {}

  [[nodiscard]] Cost cost() const noexcept override { return Cost::value; }
  [[nodiscard]] Xapian::doccount most() const noexcept override { return most_; }
  [[nodiscard]] WindowBits among(Xapian::docid first, const WindowBits& candidates) override {
    WindowBits found;
    candidates.for_each([&](std::uint32_t offset) {
      const std::string date = dates_.of(first + offset);
      if (date >= keys_.first && date <= keys_.last) found.set(offset);
    });
    return found;
  }

 private:
  SlotValues dates_;
  DayKeys keys_;
  Xapian::doccount most_;
};

/// Words in a row, or near each other: of the documents that have all of them, those where their
/// positions say so.
class PositionMatch final : public WindowMatch {
 public:
  PositionMatch(const Query& query, Match words, const SearchedDatabases& databases)
      : databases_(databases), query_(query), words_(std::move(words)) {}

  [[nodiscard]] Cost cost() const noexcept override { return Cost::positions; }
  [[nodiscard]] Xapian::doccount most() const noexcept override { return words_->most(); }
  [[nodiscard]] WindowBits among(Xapian::docid first, const WindowBits& candidates) override {
    std::vector<Xapian::docid> numbers;
    words_->among(first, candidates).for_each([&](std::uint32_t offset) {
      numbers.push_back(first + offset);
    });
    WindowBits found;
    if (numbers.empty()) return found;
    for (const Xapian::docid number : those_with_positions(databases_, query_, numbers))
      found.set(number - first);
    return found;
  }

 private:
  const SearchedDatabases& databases_;
  const Query& query_;
  Match words_;
};

/// Makes the match of a query from those of its parts.
class Maker {
 public:
  explicit Maker(WindowContext& context) : context_(context) {}

  [[nodiscard]] Match make(const Query& query) {
    switch (query.kind()) {
      case Query::Kind::nothing:
        break;
      case Query::Kind::everything:
        return every();
      case Query::Kind::term:
        if (is_storable(query.text())) return one(query.text());
        break;
      case Query::Kind::prefix:
        return beginning(query.text());
      case Query::Kind::days:
        return std::make_unique<DaysMatch>(context_.databases, query.days());
      case Query::Kind::any:
      case Query::Kind::alike:
        return any(children(query, 0));
      case Query::Kind::all:
      case Query::Kind::filtered:
        return all(query);
      case Query::Kind::without:
        return without(query);
      case Query::Kind::phrase:
      case Query::Kind::near:
        return positioned(query);
      case Query::Kind::scaled:
      case Query::Kind::bonus:
      case Query::Kind::boosted:
        return make(query.children().front());
    }
    return any({});
  }

 private:
  [[nodiscard]] Match one(const std::string& term) {
    return std::make_unique<TermMatch>(context_.postings.of(term));
  }
  [[nodiscard]] Match every() { return one(""); }
  static Match any(std::vector<Match> alternatives) {
    return std::make_unique<AnyMatch>(std::move(alternatives));
  }
  [[nodiscard]] Match all(const Query& query) {
    return std::make_unique<AllMatch>(children(query, 0));
  }
  /// The wanted first: prefixes share what room there is in this order.
  [[nodiscard]] Match without(const Query& query) {
    Match wanted = make(query.children().front());
    return std::make_unique<WithoutMatch>(std::move(wanted), any(children(query, 1)));
  }
  [[nodiscard]] Match beginning(const std::string& begin) {
    std::vector<Match> terms;
    for (const auto& expanded : context_.expansion.terms_of(begin))
      terms.push_back(one(expanded.term));
    return any(std::move(terms));
  }
  [[nodiscard]] std::vector<Match> children(const Query& query, std::size_t from) {
    std::vector<Match> made;
    for (std::size_t i = from; i < query.children().size(); ++i)
      made.push_back(make(query.children()[i]));
    return made;
  }
  /// A database without positions knows phrases by their words alone (translate.cpp).
  [[nodiscard]] Match positioned(const Query& query) {
    if (context_.has_positions)
      return std::make_unique<PositionMatch>(query, all(query), context_.databases);
    return query.kind() == Query::Kind::phrase ? all(query) : any({});
  }

  WindowContext& context_;
};

}  // namespace

std::unique_ptr<WindowMatch> match_in_windows(const Query& query, WindowContext& context) {
  return Maker(context).make(query);
}

}  // namespace geul::index

// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/xapian/windows/positions.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace geul::index {
namespace {

using Numbers = std::vector<Xapian::docid>;

/// Tells Xapian's matcher which documents of a shard to look at.
class Candidates final : public Xapian::PostingSource {
 public:
  explicit Candidates(Numbers numbers) : numbers_(std::move(numbers)) {}

  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return size(); }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return size(); }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return size(); }
  void init(const Xapian::Database& /*shard*/) override {
    next_ = 0;
    is_begun_ = false;
  }
  void next(double /*least*/) override {
    if (std::exchange(is_begun_, true)) ++next_;
  }
  void skip_to(Xapian::docid number, double /*least*/) override {
    is_begun_ = true;
    const auto from = numbers_.begin() + static_cast<std::ptrdiff_t>(next_);
    next_ =
        static_cast<std::size_t>(std::lower_bound(from, numbers_.end(), number) - numbers_.begin());
  }
  [[nodiscard]] bool at_end() const override { return next_ >= numbers_.size(); }
  [[nodiscard]] Xapian::docid get_docid() const override { return numbers_[next_]; }

 private:
  [[nodiscard]] Xapian::doccount size() const {
    return static_cast<Xapian::doccount>(numbers_.size());
  }

  Numbers numbers_;
  std::size_t next_ = 0;
  bool is_begun_ = false;
};

Xapian::Query in_xapian(const Query& query) {
  std::vector<std::string> terms;
  for (const Query& child : query.children()) terms.push_back(child.text());
  if (query.kind() == Query::Kind::phrase)
    return {Xapian::Query::OP_PHRASE, terms.begin(), terms.end()};
  return {Xapian::Query::OP_NEAR, terms.begin(), terms.end(),
          static_cast<Xapian::termcount>(query.factor())};
}

Numbers those_in_shard(const Xapian::Database& shard, const Xapian::Query& query, Numbers numbers) {
  const auto most = static_cast<Xapian::doccount>(numbers.size());
  auto* const candidates = new Candidates(std::move(numbers));
  const Xapian::Query among(candidates->release());  // the query owns it from here on
  Xapian::Enquire enquire(shard);
  enquire.set_query({Xapian::Query::OP_FILTER, among, query});
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Xapian::MSet found = enquire.get_mset(0, most);
  Numbers those;
  those.reserve(found.size());
  for (auto match = found.begin(); match != found.end(); ++match) those.push_back(*match);
  return those;
}

}  // namespace

Numbers those_with_positions(const SearchedDatabases& databases, const Query& query,
                             const Numbers& documents) {
  const Xapian::Query wanted = in_xapian(query);
  std::vector<Numbers> by_shard(databases.shards.size());
  for (const Xapian::docid document : documents) {
    const auto [shard, number] = databases.place_of(document);
    by_shard[shard].push_back(number);
  }
  Numbers those;
  for (std::size_t shard = 0; shard < by_shard.size(); ++shard) {
    const Xapian::Database& database = databases.shards[shard];
    // Xapian asks the one shard whether it has positions, and takes a phrase for its words if not.
    if (by_shard[shard].empty() || !database.has_positions()) continue;
    for (const Xapian::docid number : those_in_shard(database, wanted, std::move(by_shard[shard])))
      those.push_back(databases.number_of({shard, number}));
  }
  std::ranges::sort(those);
  return those;
}

}  // namespace geul::index

// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/xapian/windows/postings.hpp"

#include <utility>

namespace geul::index {

TermPostings::TermPostings(const SearchedDatabases& databases, std::string term)
    : databases_(databases),
      term_(std::move(term)),
      frequency_(term_.empty() ? databases.all.get_doccount() : databases.all.get_termfreq(term_)) {
  for (const Xapian::Database& shard : databases.shards)
    lists_.push_back({shard.postlist_begin(term_), shard.postlist_end(term_)});
}

void TermPostings::move_to(Xapian::docid first) {
  if (first_ == first) return;
  first_ = first;
  if (!postings_.empty()) bits_ = WindowBits();
  postings_.clear();
  for (std::size_t shard = 0; shard < lists_.size(); ++shard)
    if (lists_[shard].at != lists_[shard].end) read(shard, first);
}

void TermPostings::read(std::size_t shard, Xapian::docid first) {
  auto& [at, end] = lists_[shard];
  const auto begin = databases_.place_of(first);
  // Of the shards before the one that has `first`, the next document.
  const Xapian::docid from = begin.number + (shard < begin.shard ? 1 : 0);
  if (*at < from) at.skip_to(from);
  for (; at != end; ++at) {
    const std::uint32_t offset = databases_.number_of({shard, *at}) - first;
    if (offset >= kWindowDocuments) return;
    postings_.push_back({offset, at.get_wdf()});
    bits_.set(offset);
  }
}

std::uint32_t TermPostings::occurrences_in(Xapian::docid number) {
  const auto place = databases_.place_of(number);
  auto& [at, end] = lists_[place.shard];
  if (at != end && *at < place.number) at.skip_to(place.number);
  return at != end && *at == place.number ? at.get_wdf() : 0;
}

TermPostings& QueryPostings::of(const std::string& term) {
  std::unique_ptr<TermPostings>& list = lists_[term];
  if (!list) list = std::make_unique<TermPostings>(databases_, term);
  return *list;
}

std::vector<std::string> QueryPostings::terms() const {
  std::vector<std::string> terms;
  for (const auto& entry : lists_)
    if (!entry.first.empty()) terms.push_back(entry.first);
  return terms;
}

}  // namespace geul::index

// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/xapian/windows/postings.hpp"

#include <utility>

namespace geul::index {

TermPostings::TermPostings(const Xapian::Database& database, std::string term)
    : term_(std::move(term)),
      frequency_(term_.empty() ? database.get_doccount() : database.get_termfreq(term_)),
      at_(database.postlist_begin(term_)),
      end_(database.postlist_end(term_)) {}

void TermPostings::move_to(Xapian::docid first) {
  if (first_ == first) return;
  first_ = first;
  if (!postings_.empty()) bits_ = WindowBits();
  postings_.clear();
  if (at_ != end_) read(first);
}

void TermPostings::read(Xapian::docid first) {
  if (*at_ < first) at_.skip_to(first);
  for (; at_ != end_; ++at_) {
    const std::uint32_t offset = *at_ - first;
    if (offset >= kWindowDocuments) return;
    postings_.push_back({offset, at_.get_wdf()});
    bits_.set(offset);
  }
}

std::uint32_t TermPostings::occurrences_in(Xapian::docid number) {
  if (at_ != end_ && *at_ < number) at_.skip_to(number);
  return at_ != end_ && *at_ == number ? at_.get_wdf() : 0;
}

TermPostings& QueryPostings::of(const std::string& term) {
  std::unique_ptr<TermPostings>& list = lists_[term];
  if (!list) list = std::make_unique<TermPostings>(database_, term);
  return *list;
}

std::vector<std::string> QueryPostings::terms() const {
  std::vector<std::string> terms;
  for (const auto& entry : lists_)
    if (!entry.first.empty()) terms.push_back(entry.first);
  return terms;
}

}  // namespace geul::index

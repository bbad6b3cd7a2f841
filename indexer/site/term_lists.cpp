// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/term_lists.hpp"

#include <algorithm>

#include "indexer/site/payload.hpp"

namespace geul::indexer::site {

void TermLists::append(TermMap<List>& lists, const TermMap<TermPlaces>& terms, std::uint32_t page) {
  for (const auto& [term, places] : terms) {
    List& list = lists[term];
    ++list.documents;
    PayloadWriter posting;
    posting.integer(page);
    posting.integer(places.frequency);
    posting.integer(places.best_unit());
    posting.u8(places.fields);
    list.postings += posting.bytes();
  }
}

void TermLists::add(std::uint32_t page, const PageTerms& terms) {
  append(words_, terms.words, page);
  append(pairs_, terms.pairs, page);
}

TermRow TermLists::row_of(const std::string& text, bool pair, const List& list) {
  TermRow row{text, pair, {}};
  row.postings.reserve(list.documents);
  PayloadReader in(list.postings);
  for (std::uint32_t i = 0; i < list.documents; ++i) {
    TermPosting posting;
    posting.page = in.integer();
    posting.frequency = in.integer();
    posting.unit = in.integer();
    posting.fields = in.u8();
    row.postings.push_back(posting);
  }
  return row;
}

void TermLists::visit(const std::function<void(TermRow&& row)>& take) const {
  struct Entry {
    const std::string* text;
    bool pair;
    const List* list;
  };
  std::vector<Entry> entries;
  entries.reserve(words_.size() + pairs_.size());
  for (const auto& [text, list] : words_) entries.push_back({&text, false, &list});
  for (const auto& [text, list] : pairs_) entries.push_back({&text, true, &list});
  std::ranges::sort(entries, [](const Entry& a, const Entry& b) {
    const int order = a.text->compare(*b.text);
    return order != 0 ? order < 0 : a.pair < b.pair;
  });
  for (const Entry& entry : entries) take(row_of(*entry.text, entry.pair, *entry.list));
}

std::vector<TermLists::WordCount> TermLists::words() const {
  std::vector<WordCount> words;
  words.reserve(words_.size());
  for (const auto& [text, list] : words_) words.push_back({text, list.documents});
  std::ranges::sort(words, {}, &WordCount::word);
  return words;
}

}  // namespace geul::indexer::site

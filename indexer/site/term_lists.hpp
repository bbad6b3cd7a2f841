// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "indexer/site/page_terms.hpp"
#include "indexer/site/term_file.hpp"

namespace geul::indexer::site {

/// The postings of all pages, kept as varints: some 5 bytes a posting and 100 a term, 15 MB for a
/// thousand long posts.
class TermLists {
 public:
  /// Expects pages in ascending order.
  void add(std::uint32_t page, const PageTerms& terms);

  /// Shows the rows in the order of term files, one in memory at a time.
  void visit(const std::function<void(TermRow&& row)>& take) const;

  /// Words and the pages that have each, by their bytes.
  struct WordCount {
    std::string_view word;
    std::uint32_t documents;
  };
  [[nodiscard]] std::vector<WordCount> words() const;

 private:
  struct List {
    std::uint32_t documents = 0;
    std::string postings;  ///< page, frequency, unit, fields of each
  };
  static void append(TermMap<List>& lists, const TermMap<TermPlaces>& terms, std::uint32_t page);
  static TermRow row_of(const std::string& text, bool pair, const List& list);

  TermMap<List> words_;
  TermMap<List> pairs_;
};

}  // namespace geul::indexer::site

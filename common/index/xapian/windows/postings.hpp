// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "common/index/xapian/databases.hpp"
#include "common/index/xapian/windows/bits.hpp"

namespace geul::index {

/// The documents of one term, window by window. Of several databases each is read for itself:
/// Xapian, which can read them as one, looks at all of them for each document.
class TermPostings {
 public:
  struct Posting {
    std::uint32_t offset = 0;  ///< in the window
    std::uint32_t occurrences = 0;
  };

  /// The empty term is in every document.
  TermPostings(const SearchedDatabases& databases, std::string term);

  [[nodiscard]] const std::string& term() const noexcept { return term_; }
  /// Documents in all.
  [[nodiscard]] Xapian::doccount frequency() const noexcept { return frequency_; }

  /// Those from `first` on. Expects  windows in ascending order; any may be left out.
  /// Cost  some 12 ns a document.
  void move_to(Xapian::docid first);
  /// How often a document has the term, where its window is not read.
  /// Expects  documents in ascending order, and no move_to() to their window.
  /// Cost  some ns for each document that is passed over.
  [[nodiscard]] std::uint32_t occurrences_in(Xapian::docid number);

  /// Whether anything else asks for its windows, so that they are read in any case.
  [[nodiscard]] bool is_matched() const noexcept { return is_matched_; }
  void set_matched() noexcept { is_matched_ = true; }
  /// In any order.
  [[nodiscard]] const std::vector<Posting>& postings() const noexcept { return postings_; }
  [[nodiscard]] const WindowBits& bits() const noexcept { return bits_; }

 private:
  struct List {
    Xapian::PostingIterator at;
    Xapian::PostingIterator end;
  };

  void read(std::size_t shard, Xapian::docid first);

  const SearchedDatabases& databases_;
  std::string term_;
  Xapian::doccount frequency_;
  std::vector<List> lists_;  ///< by shard
  Xapian::docid first_ = 0;
  bool is_matched_ = false;
  std::vector<Posting> postings_;
  WindowBits bits_;
};

/// The terms of a search, each read once however often it is asked for.
class QueryPostings {
 public:
  explicit QueryPostings(const SearchedDatabases& databases) : databases_(databases) {}

  /// Valid for as long as this object. Expects  what Xapian takes for a term, or an empty one.
  [[nodiscard]] TermPostings& of(const std::string& term);
  /// The terms asked for so far, in the order of their bytes.
  [[nodiscard]] std::vector<std::string> terms() const;

 private:
  const SearchedDatabases& databases_;
  std::map<std::string, std::unique_ptr<TermPostings>> lists_;
};

}  // namespace geul::index

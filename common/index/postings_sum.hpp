// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/postings.hpp"

namespace geul::index {

/// What the postings of one document come to, kept with the document: Xapian has no checksums, and
/// a changed position or frequency is a number like another. The order in which they are added does
/// not matter, so that they can be added up from the terms' side as from the document's.
///
/// Limits  against chance alone: who makes a sum fit can.
class PostingsSum {
 public:
  /// The document's content hash, which is a number like another too.
  explicit PostingsSum(std::string_view hash = {}) noexcept : terms_(term(hash)) {}

  /// A term as the sum knows it.
  using Term = std::uint64_t;
  [[nodiscard]] static Term term(std::string_view bytes) noexcept;

  void add(Term term, std::uint32_t frequency) noexcept;
  /// Ascending; none add nothing.
  void add(Term term, std::span<const std::uint32_t> positions) noexcept;

  /// Eight bytes for the terms with their frequencies, and eight for positions.
  [[nodiscard]] std::string terms() const;
  [[nodiscard]] std::string positions() const;

 private:
  std::uint64_t terms_;
  std::uint64_t positions_ = 0;
};

inline constexpr std::size_t kPostingsSumBytes = 16;

/// Of all postings of a document and its content hash: sixteen bytes, the terms' and the
/// positions'.
[[nodiscard]] std::string sum_of(const std::vector<Posting>& postings, std::string_view hash);

}  // namespace geul::index

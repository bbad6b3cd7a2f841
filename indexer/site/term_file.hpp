// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.hpp"

namespace geul::indexer::site {

/// Bits of TermPosting::fields.
enum FieldBit : std::uint8_t {
  kTitleBit = 1,
  kHeadingBit = 2,
  kCodeBit = 4,
  kSummaryBit = 8,
  kNameBit = 16,  ///< tag, category or author
  kNotBodyBit = 32,
};

/// A page that has a term.
struct TermPosting {
  std::uint32_t page = 0;
  std::uint32_t frequency = 0;  ///< weighted, at least 1
  std::uint32_t unit = 0;
  std::uint8_t fields = 0;  ///< of FieldBit; of a pair 0

  friend bool operator==(const TermPosting&, const TermPosting&) = default;
};

/// A term of a term file.
struct TermRow {
  std::string text;
  bool pair = false;
  std::vector<TermPosting> postings;  ///< by page, at least one

  friend bool operator==(const TermRow&, const TermRow&) = default;
};

/// The payload of a file. Expects rows by their texts, a pair behind the word of the same text.
[[nodiscard]] std::string encode_terms(const std::vector<TermRow>& rows);
/// Bytes that a row takes in it, behind `before`.
[[nodiscard]] std::size_t encoded_bytes(const TermRow& row, std::string_view before);

/// Errors  malformed.
[[nodiscard]] Result<std::vector<TermRow>> decode_terms(std::string_view payload);

}  // namespace geul::indexer::site

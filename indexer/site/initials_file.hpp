// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.hpp"

namespace geul::indexer::site {

/// The leading consonants of a word as compatibility jamo, 검색 -> ㄱㅅ; empty for a word that is
/// not of Hangul syllables alone.
[[nodiscard]] std::string initials_of(std::string_view word);

struct InitialsRow {
  std::string word;
  std::uint32_t documents = 0;

  friend bool operator==(const InitialsRow&, const InitialsRow&) = default;
};

/// The payload of an initials file. Expects rows by initials, then by bytes.
[[nodiscard]] std::string encode_initials(const std::vector<InitialsRow>& rows);
[[nodiscard]] std::size_t encoded_bytes(const InitialsRow& row, std::string_view before);

/// Errors  malformed.
[[nodiscard]] Result<std::vector<InitialsRow>> decode_initials(std::string_view payload);

}  // namespace geul::indexer::site

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace geul::index {

/// The terms by which titles are completed: a title's folded text from each of its words on, so
/// that walking them in order finds every title with words that begin so.
///
///     title_terms("[JPA] 데이터 적재", "20220728")  ->  XL0[jpa] 데이터 적재␟20220728
///                                                      XL0jpa] 데이터 적재␟20220728
///                                                      XL1데이터 적재␟20220728, XL1적재␟20220728
///
/// A word begins behind white space, and with the first letter behind signs. `0` marks those before
/// or with the title's first letter.
///
/// Expects  `day` as YYYYMMDD, or empty for a post without a date.
/// Returns  up to kMaxTitleStarts terms, none for a title without visible characters. Texts are cut
///          to kMaxTitleTermBytes.
[[nodiscard]] std::vector<std::string> title_terms(std::string_view title, std::string_view day);

inline constexpr std::size_t kMaxTitleStarts = 32;
inline constexpr std::size_t kMaxTitleTermBytes = 120;

/// Where in a title a text begins.
enum class TitlePlace { front, inside };

/// What all such terms begin with, in front of the text.
[[nodiscard]] std::string title_prefix(TitlePlace place);

/// A title term as read.
struct TitleTerm {
  std::string_view text;
  std::string_view day;  ///< YYYYMMDD; "00000000" without a date
};
/// Expects `rest` to be what stands behind title_prefix(); nothing for what is no such term.
[[nodiscard]] std::optional<TitleTerm> read_title_term(std::string_view rest);

}  // namespace geul::index

// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/graphemes.hpp"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <cstdlib>

namespace geul::text {
namespace {

/// The part of a text that decides about its borders up to `offset`: one character more.
std::string_view with_next(std::string_view utf8, std::size_t offset) {
  constexpr std::size_t kLongestCharacter = 4;
  return utf8.substr(0, offset + kLongestCharacter);
}

}  // namespace

bool extends_grapheme(char32_t code_point) noexcept {
  switch (u_getIntPropertyValue(static_cast<UChar32>(code_point), UCHAR_GRAPHEME_CLUSTER_BREAK)) {
    case U_GCB_EXTEND:
    case U_GCB_SPACING_MARK:
    case U_GCB_ZWJ:
      return true;
    default:
      return false;
  }
}

std::size_t last_grapheme_border(std::string_view utf8, std::size_t offset) {
  if (offset == 0 || offset >= utf8.size()) return offset;
  const std::string_view part = with_next(utf8, offset);
  UErrorCode status = U_ZERO_ERROR;
  UText text = UTEXT_INITIALIZER;
  utext_openUTF8(&text, part.data(), static_cast<std::int64_t>(part.size()), &status);
  UBreakIterator* const breaks = ubrk_open(UBRK_CHARACTER, "", nullptr, 0, &status);
  ubrk_setUText(breaks, &text, &status);
  if (U_FAILURE(status)) std::abort();  // ICU without its own data
  const auto wanted = static_cast<std::int32_t>(offset);
  std::int32_t border = ubrk_first(breaks);
  for (std::int32_t next = border; next != UBRK_DONE && next <= wanted; next = ubrk_next(breaks))
    border = next;
  ubrk_close(breaks);
  utext_close(&text);
  return static_cast<std::size_t>(border);
}

}  // namespace geul::text

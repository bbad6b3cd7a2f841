// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/graphemes.hpp"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include "common/text/icu_status.hpp"

namespace geul::text {
namespace {

/// The part of a text that decides about its borders up to `offset`: one character more.
std::string_view with_next(std::string_view utf8, std::size_t offset) {
  constexpr std::size_t kLongestCharacter = 4;
  return utf8.substr(0, offset + kLongestCharacter);
}

/// A walk over the borders of a text, which must outlive it.
class Borders {
 public:
  explicit Borders(std::string_view utf8) {
    UErrorCode status = U_ZERO_ERROR;
    utext_openUTF8(&text_, utf8.data(), static_cast<std::int64_t>(utf8.size()), &status);
    breaks_ = ubrk_open(UBRK_CHARACTER, "", nullptr, 0, &status);
    ubrk_setUText(breaks_, &text_, &status);
    if (U_FAILURE(status)) close();
    expect_success(status, "break characters");
    static_cast<void>(ubrk_first(breaks_));
  }
  ~Borders() { close(); }
  Borders(const Borders&) = delete;
  Borders& operator=(const Borders&) = delete;
  Borders(Borders&&) = delete;
  Borders& operator=(Borders&&) = delete;

  /// The next border; `none` behind the last.
  std::size_t next(std::size_t none) {
    const std::int32_t border = ubrk_next(breaks_);
    return border == UBRK_DONE ? none : static_cast<std::size_t>(border);
  }

 private:
  void close() {
    ubrk_close(breaks_);
    utext_close(&text_);
  }

  UText text_ = UTEXT_INITIALIZER;
  UBreakIterator* breaks_ = nullptr;
};

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
  Borders borders(with_next(utf8, offset));
  std::size_t border = 0;
  for (std::size_t next = 0; next <= offset; next = borders.next(offset + 1)) border = next;
  return border;
}

std::size_t first_grapheme_end(std::string_view utf8) {
  return utf8.empty() ? 0 : Borders(utf8).next(utf8.size());
}

}  // namespace geul::text

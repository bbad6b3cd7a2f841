// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/combining.hpp"

#include <unicode/uchar.h>

#include "common/text/utf8.hpp"

namespace geul::text {
namespace {

bool is_combining(char32_t c) {
  constexpr char32_t kFirst = 0x300;
  return c >= kFirst && u_getCombiningClass(static_cast<UChar32>(c)) != 0;
}

/// The code point of which a byte is a part.
char32_t around(std::string_view utf8, std::size_t at) {
  while (at > 0 && (static_cast<unsigned char>(utf8[at]) & 0xC0U) == 0x80U) --at;
  return next_code_point(utf8, at);
}

/// A run that is too long is longer than this in bytes, and so holds one of its multiples.
bool may_have_long_run(std::string_view utf8) {
  constexpr std::size_t kStride = 2 * kMaxCombining;
  for (std::size_t at = 0; at < utf8.size(); at += kStride)
    if (is_combining(around(utf8, at))) return true;
  return false;
}

}  // namespace

bool has_long_run(std::string_view utf8) {
  if (!may_have_long_run(utf8)) return false;
  std::size_t run = 0;
  for (std::size_t at = 0; at < utf8.size() && run <= kMaxCombining;)
    run = is_combining(next_code_point(utf8, at)) ? run + 1 : 0;
  return run > kMaxCombining;
}

void visit_bounded(std::string_view utf8, const std::function<void(const ByteSpan&)>& keep) {
  std::size_t kept = 0;  // from here on, up to `at`, all is
  std::size_t run = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t begin = at;
    run = is_combining(next_code_point(utf8, at)) ? run + 1 : 0;
    if (run <= kMaxCombining) continue;
    if (begin > kept) keep({kept, begin});
    kept = at;
  }
  if (kept < utf8.size()) keep({kept, utf8.size()});
}

}  // namespace geul::text

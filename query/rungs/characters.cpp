// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/rungs/characters.hpp"

#include "common/text/utf8.hpp"

namespace geul::query {

std::u16string to_utf16(std::string_view utf8) {
  constexpr char32_t kLargest = 0xFFFF;
  constexpr char16_t kReplacement = 0xFFFD;
  std::u16string characters;
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = text::next_code_point(utf8, at);
    characters += c > kLargest ? kReplacement : static_cast<char16_t>(c);
  }
  return characters;
}

std::string to_utf8(std::u16string_view characters) {
  std::string utf8;
  for (const char16_t c : characters) text::append_utf8(utf8, c);
  return utf8;
}

}  // namespace geul::query

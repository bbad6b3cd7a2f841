// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/utf8.hpp"

#include <unicode/utf8.h>

#include <cstdint>

namespace geul::text {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

/// The code point at `offset`, or a negative number for an ill-formed part; moves behind it.
UChar32 decode(std::string_view bytes, std::size_t& offset) noexcept {
  const auto* const data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  UChar32 code_point = 0;
  U8_NEXT(data, offset, bytes.size(), code_point);
  return code_point;
}

std::size_t ascii_prefix(std::string_view bytes, std::size_t offset) noexcept {
  while (offset < bytes.size() && static_cast<unsigned char>(bytes[offset]) < 0x80) ++offset;
  return offset;
}

}  // namespace

bool is_utf8(std::string_view bytes) noexcept {
  std::size_t offset = 0;
  for (;;) {
    offset = ascii_prefix(bytes, offset);
    if (offset == bytes.size()) return true;
    if (decode(bytes, offset) < 0) return false;
  }
}

std::string to_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  std::size_t offset = 0;
  while (offset < bytes.size()) {
    const std::size_t begin = offset;
    if (decode(bytes, offset) < 0) {
      append_utf8(out, kReplacement);
    } else {
      out.append(bytes, begin, offset - begin);
    }
  }
  return out;
}

char32_t next_code_point(std::string_view utf8, std::size_t& offset) noexcept {
  const UChar32 code_point = decode(utf8, offset);
  return code_point < 0 ? kReplacement : static_cast<char32_t>(code_point);
}

// NOLINTNEXTLINE(readability-function-size): the nesting is that of U8_APPEND_UNSAFE.
void append_utf8(std::string& out, char32_t code_point) {
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF))
    code_point = kReplacement;
  std::uint8_t bytes[U8_MAX_LENGTH] = {};
  std::size_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, code_point);
  out.append(reinterpret_cast<const char*>(bytes), length);
}

std::string_view clip(std::string_view utf8, std::size_t max_bytes) noexcept {
  if (utf8.size() <= max_bytes) return utf8;
  while (max_bytes > 0 && U8_IS_TRAIL(static_cast<std::uint8_t>(utf8[max_bytes]))) --max_bytes;
  return utf8.substr(0, max_bytes);
}

}  // namespace geul::text

// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/borders.hpp"

#include <algorithm>
#include <optional>

#include "common/text/graphemes.hpp"
#include "common/text/utf8.hpp"

namespace geul::query {
namespace {

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

char32_t code_point_at(std::string_view text, std::size_t offset) {
  return text::next_code_point(text, offset);
}

char32_t code_point_before(std::string_view text, std::size_t offset) {
  return code_point_at(text, backward(text, offset, 1));
}

/// Characters that neither end in something that joins nor are joined to what is before them.
bool is_plain(char32_t c) {
  return (c > U' ' && c < 0x7F) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x4E00 && c <= 0x9FFF);
}

bool starts_word(std::string_view text, std::size_t offset) {
  return offset == 0 ||
         (is_white_space(code_point_before(text, offset)) && is_safe_cut(text, offset));
}

bool ends_word(std::string_view text, std::size_t offset) {
  return offset == text.size() || (is_white_space(code_point_at(text, offset)) &&
                                   is_safe_cut(text, forward(text, offset, 1)));
}

bool ends_sentence(char32_t c) {
  return c == U'.' || c == U'!' || c == U'?' || c == 0x3002 || c == 0xFF01 || c == 0xFF1F ||
         c == 0x2026;
}

/// Quotes and brackets that close behind the full stop: "간다."
bool closes(char32_t c) {
  return c == U'"' || c == U'\'' || c == U')' || c == U']' || c == 0x2019 || c == 0x201D ||
         (c >= 0x3009 && c <= 0x3011 && c % 2 == 1);
}

/// Whether what ends at `offset`, above 0, is a sentence.
bool is_behind_sentence(std::string_view text, std::size_t offset) {
  constexpr int kMostClosing = 3;
  for (int i = 0; i < kMostClosing && offset > 0 && closes(code_point_before(text, offset)); ++i)
    offset = backward(text, offset, 1);
  return offset > 0 && ends_sentence(code_point_before(text, offset));
}

/// Behind a full stop and white space, or on a new line.
bool starts_sentence(std::string_view text, std::size_t offset) {
  if (offset == 0) return true;
  if (!starts_word(text, offset)) return false;
  const std::size_t space = backward(text, offset, 1);
  return text[space] == '\n' || (space > 0 && is_behind_sentence(text, space));
}

bool ends_sentence_at(std::string_view text, std::size_t offset) {
  if (offset == text.size()) return true;
  if (!ends_word(text, offset) || offset == 0) return false;
  return text[offset] == '\n' || is_behind_sentence(text, offset);
}

/// The last offset in [low, high] that `wanted` takes.
template <class Wanted>
std::optional<std::size_t> last_within(std::string_view text, std::size_t low, std::size_t high,
                                       const Wanted& wanted) {
  for (std::size_t at = high;; at = backward(text, at, 1)) {
    if (at < low) return std::nullopt;
    if (wanted(text, at)) return at;
    if (at == 0) return std::nullopt;
  }
}

/// The first offset in [low, high] that `wanted` takes.
template <class Wanted>
std::optional<std::size_t> first_within(std::string_view text, std::size_t low, std::size_t high,
                                        const Wanted& wanted) {
  for (std::size_t at = low; at <= high; at = forward(text, at, 1)) {
    if (wanted(text, at)) return at;
    if (at == text.size()) break;
  }
  return std::nullopt;
}

/// The last border of graphemes up to `offset`, found from the last safe cut before it.
std::size_t grapheme_border(std::string_view text, std::size_t offset) {
  const std::size_t safe = last_within(text, 0, offset, is_safe_cut).value_or(0);
  return safe + text::last_grapheme_border(text.substr(safe), offset - safe);
}

}  // namespace

bool is_white_space(char32_t c) noexcept {
  return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

std::size_t forward(std::string_view text, std::size_t offset, std::size_t count) {
  for (; count > 0 && offset < text.size(); --count) {
    ++offset;
    while (offset < text.size() && is_continuation(text[offset])) ++offset;
  }
  return offset;
}

std::size_t backward(std::string_view text, std::size_t offset, std::size_t count) {
  for (; count > 0 && offset > 0; --count) {
    --offset;
    while (offset > 0 && is_continuation(text[offset])) --offset;
  }
  return offset;
}

std::size_t count_code_points(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view part = text.substr(begin, end - begin);
  return static_cast<std::size_t>(
      std::ranges::count_if(part, [](char c) { return !is_continuation(c); }));
}

bool is_safe_cut(std::string_view text, std::size_t offset) {
  if (offset == 0 || offset >= text.size()) return true;
  const char32_t before = code_point_before(text, offset);
  const char32_t behind = code_point_at(text, offset);
  if (is_plain(before)) return is_plain(behind) || is_white_space(behind);
  if (before == U'\r' && behind == U'\n') return false;
  return is_white_space(before) && (is_plain(behind) || !text::extends_grapheme(behind));
}

std::size_t start_before(std::string_view text, std::size_t lowest, std::size_t low,
                         std::size_t offset) {
  if (const auto sentence = first_within(text, low, offset, starts_sentence)) return *sentence;
  if (const auto sentence = last_within(text, lowest, low, starts_sentence)) return *sentence;
  if (const auto word = first_within(text, low, offset, starts_word)) return *word;
  if (const auto safe = first_within(text, low, offset, is_safe_cut)) return *safe;
  return grapheme_border(text, offset);
}

std::size_t end_within(std::string_view text, std::size_t begin, std::size_t low,
                       std::size_t high) {
  if (const auto sentence = last_within(text, low, high, ends_sentence_at)) return *sentence;
  if (const auto word = last_within(text, low, high, ends_word)) return *word;
  if (const auto safe = last_within(text, low, high, is_safe_cut)) return *safe;
  return begin + text::last_grapheme_border(text.substr(begin), high - begin);
}

}  // namespace geul::query

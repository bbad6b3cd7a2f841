// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/analysis/name.hpp"

#include <algorithm>

#include "common/analysis/run_text.hpp"
#include "common/analysis/token.hpp"

namespace geul::analysis {
namespace {

constexpr std::size_t kMaxChainUnits = 3;
constexpr std::size_t kMaxChainBytes = 4;
constexpr std::size_t kDigitGroup = 3;

bool is_chain(char connector) noexcept {
  return connector == '/' || connector == '&';
}

bool is_connector(char32_t c) noexcept {
  return c == '.' || c == '_' || c == '-' || c == '\'' || c == '/' || c == '&';
}

bool is_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}

bool all_digits(std::string_view text) noexcept {
  return std::all_of(text.begin(), text.end(), is_digit);
}

}  // namespace

void Name::clear() noexcept {
  size_ = 0;
  digit_groups_ = 0;
  folded_.clear();
}

/// Whether `folded` is one more group of three digits behind a comma.
bool Name::takes_digits(std::string_view folded, const Piece& piece) const noexcept {
  const std::string_view before = text(last());
  return !piece.letters && folded.size() == kDigitGroup && all_digits(folded) &&
         all_digits(before) && (digit_groups_ != 0 || before.size() <= kDigitGroup) &&
         before.size() + kDigitGroup <= kMaxTermBytes;
}

bool Name::takes(char32_t connector, std::string_view folded, const Piece& piece) const {
  if (connector == ',') return takes_digits(folded, piece);
  return is_connector(connector) && size_ < units_.size();
}

void Name::add(char connector, std::string_view folded, const Piece& piece) {
  const std::string_view term = clip_to_term(folded);
  if (connector == ',') {
    Unit& number = units_[size_ - 1];
    number.span.end = piece.span.end;
    number.size += term.size();
    number.plain = false;
    ++digit_groups_;
  } else {
    units_[size_++] = {piece.span,    folded_.size(), term.size(),        connector,
                       piece.letters, piece.plain,    piece.ends_in_digit};
    digit_groups_ = 0;
  }
  folded_ += term;
}

bool Name::is_short_chain() const noexcept {
  if (size_ < 2 || size_ > kMaxChainUnits) return false;
  for (std::size_t i = 0; i < size_; ++i)
    if (units_[i].size > kMaxChainBytes || (i != 0 && !is_chain(units_[i].connector))) return false;
  return true;
}

bool Name::fits_a_term(UnitRange word) const noexcept {
  std::size_t bytes = word.size() - 1;
  for (std::size_t i = word.begin; i < word.end; ++i) bytes += units_[i].size;
  return word.size() <= kMaxUnits && bytes <= kMaxTermBytes;
}

UnitRange Name::next_word(std::size_t from) const noexcept {
  if (from == size_) return {from, from};
  if (is_short_chain()) return {from, size_};
  UnitRange segment{from, from + 1};
  while (segment.begin != 0 && !is_chain(units_[segment.begin].connector)) --segment.begin;
  while (segment.end < size_ && !is_chain(units_[segment.end].connector)) ++segment.end;
  return fits_a_term(segment) ? segment : UnitRange{from, from + 1};
}

UnitRange Name::without_possessive(UnitRange word) const noexcept {
  const Unit& last = units_[word.end - 1];
  const bool possessive = word.size() > 1 && last.connector == '\'' && text(last) == "s";
  return {word.begin, word.end - (possessive ? 1U : 0U)};
}

bool Name::is_clitic(std::size_t i) const noexcept {
  constexpr std::size_t kMaxCliticBytes = 2;
  return i != 0 && units_[i].connector == '\'' && units_[i].size <= kMaxCliticBytes;
}

void Name::append_to(std::string& out, UnitRange units) const {
  for (std::size_t i = units.begin; i < units.end; ++i) {
    if (i != units.begin) out += units_[i].connector;
    out += text(units_[i]);
  }
}

namespace {

bool is_upper(char c) noexcept {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) noexcept {
  return c >= 'a' && c <= 'z';
}

/// Between `i - 1` and `i`: useState before S, HTMLParser and utf8Text before P and T.
bool begins_camel_part(std::string_view raw, std::size_t i) noexcept {
  if (!is_upper(raw[i])) return false;
  if (is_lower(raw[i - 1])) return true;
  return i + 1 < raw.size() && is_lower(raw[i + 1]);
}

void add_part(CamelParts& parts, UnitRange part) noexcept {
  if (part.size() > 1 && parts.size < parts.parts.size()) parts.parts[parts.size++] = part;
}

}  // namespace

CamelParts camel_parts(std::string_view raw) noexcept {
  CamelParts parts;
  std::size_t begin = 0;
  for (std::size_t i = 1; i < raw.size(); ++i) {
    if (!begins_camel_part(raw, i)) continue;
    add_part(parts, {begin, i});
    begin = i;
  }
  if (begin != 0) add_part(parts, {begin, raw.size()});
  return parts;
}

}  // namespace geul::analysis

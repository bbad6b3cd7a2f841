// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/analysis/scanner.hpp"

#include <array>

#include "common/analysis/characters.hpp"
#include "common/text/utf8.hpp"

namespace geul::analysis {
namespace {

/// Whether runs of a kind end where ICU sees a break.
bool minds_breaks(Kind kind) noexcept {
  return kind == Kind::alnum || kind == Kind::emoji;
}

bool is_single(Kind kind) noexcept {
  return kind == Kind::space || kind == Kind::symbol || kind == Kind::end;
}

}  // namespace

struct Scanner::Character {
  char32_t code_point = 0;
  std::size_t end = 0;
  CharacterClass what;
};

void Scanner::reset(std::string_view text) {
  text_ = text;
  at_ = 0;
  word_ = {};
  breaker_.reset(text);
}

Scanner::Character Scanner::read(std::size_t offset) const noexcept {
  Character character;
  character.end = offset;
  character.code_point = text::next_code_point(text_, character.end);
  character.what = class_of(character.code_point);
  return character;
}

/// Expects offsets that never decrease.
bool Scanner::is_break(std::size_t offset) {
  while (word_.span.end < offset && breaker_.next(word_)) continue;
  return word_.span.end == offset;
}

Piece Scanner::next() {
  Piece piece;
  piece.span = {at_, at_};
  if (at_ == text_.size()) return piece;
  const Character first = read(at_);
  piece.kind = first.what.mark ? Kind::symbol : first.what.kind;
  piece.symbol = narrow(first.code_point);
  piece.plain = first.what.plain;
  piece.letters = first.what.letter;
  piece.ends_in_digit = first.what.digit;
  piece.span.end = at_ = first.end;
  if (!is_single(piece.kind)) extend(piece);
  return piece;
}

void Scanner::extend(Piece& piece) {
  while (at_ != text_.size()) {
    const Character character = read(at_);
    const CharacterClass& what = character.what;
    if (!what.mark && (what.kind != piece.kind || (minds_breaks(piece.kind) && is_break(at_))))
      break;
    piece.plain = piece.plain && what.plain;
    if (!what.mark) {
      piece.letters = piece.letters || what.letter;
      piece.ends_in_digit = what.digit;
    }
    at_ = character.end;
  }
  piece.span.end = at_;
}

}  // namespace geul::analysis

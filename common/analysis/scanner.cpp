// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/analysis/scanner.hpp"

#include <array>

#include "common/analysis/characters.hpp"
#include "common/text/utf8.hpp"

namespace geul::analysis {
namespace {

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

/// Whether `next` begins a run of its own although it is of the piece's kind. Between ASCII letters
/// and digits no break can be (UAX #29, WB5 and WB8 to WB10), so ICU is not asked: most posts are
/// Korean and ASCII, and its walk would be half the cost.
bool Scanner::parts(const Piece& piece, const CharacterClass& next) {
  if (piece.kind != Kind::alnum && piece.kind != Kind::emoji) return false;
  return !(piece.plain && next.plain) && is_break(at_);
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
    if (!what.mark && (what.kind != piece.kind || parts(piece, what))) break;
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

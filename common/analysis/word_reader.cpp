// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/analysis/word_reader.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "common/analysis/core/porter.hpp"
#include "common/analysis/core/terms.hpp"
#include "common/text/utf8.hpp"

namespace geul::analysis {
namespace {

core::Run run_of(std::u16string_view syllables) noexcept {
  return {syllables.data(), syllables.size()};
}

text::Script script_of(Kind kind) noexcept {
  switch (kind) {
    case Kind::han:
      return text::Script::han;
    case Kind::kana:
      return text::Script::kana;
    case Kind::emoji:
      return text::Script::emoji;
    default:
      return text::Script::hangul;
  }
}

text::Script script_of(const Unit& unit) noexcept {
  return unit.letters ? text::Script::latin : text::Script::digit;
}

text::Script script_of(const Name& name, UnitRange units) noexcept {
  for (std::size_t i = units.begin; i < units.end; ++i)
    if (name.unit(i).letters) return text::Script::latin;
  return text::Script::digit;
}

bool is_english(std::string_view folded) noexcept {
  return std::all_of(folded.begin(), folded.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// ㅋㅋㅋㅋㅋ -> ㅋㅋㅋ: of one jamo at most three in a row.
void shorten_repetitions(std::string_view folded, std::string& out) {
  constexpr int kMaxRepetitions = 3;
  out.clear();
  char32_t last = 0;
  int count = 0;
  for (std::size_t offset = 0; offset < folded.size();) {
    const char32_t c = text::next_code_point(folded, offset);
    count = c == last ? count + 1 : 1;
    last = c;
    if (count <= kMaxRepetitions) text::append_utf8(out, c);
  }
}

}  // namespace

void WordReader::read(std::string_view text, const Analyzer::Sink& sink) {
  text_ = text;
  scanner_.reset(text);
  emitter_.begin(sink);
  context_ = {};
  unit_syllables_ = 0;
  ahead_ = scanner_.next();
  second_ = scanner_.next();
  while (ahead_.kind != Kind::end) read_word();
}

void WordReader::advance() {
  ahead_ = second_;
  second_ = scanner_.next();
}

void WordReader::read_word() {
  switch (ahead_.kind) {
    case Kind::space:
    case Kind::symbol:
      return read_mark();
    case Kind::hangul:
      return read_hangul();
    case Kind::alnum:
      return read_name();
    default:
      return read_plain();
  }
}

void WordReader::read_mark() {
  context_.pass_mark(ahead_);
  advance();
}

void WordReader::read_hangul() {
  const ByteSpan span = ahead_.span;
  std::u16string_view syllables = folder_.syllables(text_, ahead_);
  if (syllables.empty()) return read_plain();
  syllables.remove_prefix(std::exchange(unit_syllables_, 0));
  if (syllables.empty()) return advance();
  const core::Before before{context_.attachment_at(span.begin), context_.last_of_key()};
  const char16_t last =
      emitter_.emit_hangul(run_of(syllables), before, span, context_.hangul_begin());
  context_.pass_hangul(span, last);
  advance();
}

/// The end of a word, moved behind a bare particle that stands directly at it.
std::size_t WordReader::take_particle(std::size_t end, core::Attachment attachment) {
  if (ahead_.kind != Kind::hangul || ahead_.span.begin != end) return end;
  const std::u16string_view syllables = particle_folder_.syllables(text_, ahead_);
  if (!core::is_bare_particle(run_of(syllables), attachment)) return end;
  const std::size_t particle_end = ahead_.span.end;
  advance();
  return particle_end;
}

/// Hanja, kana, emoji, lone jamo and old Hangul: the run whole, and its pairs where words are not
/// parted by spaces.
void WordReader::read_plain() {
  const Piece piece = ahead_;
  const text::Script script = script_of(piece.kind);
  const std::string_view folded = folder_.fold(text_, piece);
  if (piece.kind == Kind::jamo)
    shorten_repetitions(folded, term_);
  else
    term_ = clip_to_term(folded);
  advance();
  const std::size_t end = take_particle(piece.span.end, core::Attachment::word);
  context_.pass_word(end, core::Attachment::word);
  emitter_.begin_word();
  const ByteSpan span{piece.span.begin, end};
  emitter_.emit(Family::word, script, clip_to_term(term_), span);
  if (piece.kind == Kind::han || piece.kind == Kind::kana) emit_pairs(folded, script, span);
}

void WordReader::emit_pairs(std::string_view folded, text::Script script, ByteSpan span) {
  PairWalk pairs(folded);
  for (std::string_view pair = pairs.next(); !pair.empty(); pair = pairs.next())
    emitter_.emit(Family::pair, script, pair, span);
}

/// The units ahead, as far as they may be one name.
void WordReader::collect_units() {
  name_.clear();
  name_.add('\0', folder_.fold(text_, ahead_), ahead_);
  advance();
  while (ahead_.kind == Kind::symbol && second_.kind == Kind::alnum) {
    const std::string_view folded = folder_.fold(text_, second_);
    if (!name_.takes(ahead_.symbol, folded, second_)) return;
    name_.add(static_cast<char>(ahead_.symbol), folded, second_);
    advance();
    advance();
  }
}

/// ++ behind letters, # behind one letter unless a word follows (a#b is an address).
Suffix WordReader::take_suffix(std::size_t& end) {
  const Unit& last = name_.last();
  if (ahead_.kind != Kind::symbol || !last.letters) return Suffix::none;
  if (ahead_.symbol == '+' && second_.kind == Kind::symbol && second_.symbol == '+') {
    end = second_.span.end;
    advance();
    advance();
    return Suffix::plus_plus;
  }
  const bool word_follows = second_.kind == Kind::alnum && second_.letters;
  if (ahead_.symbol != '#' || last.size != 1 || word_follows) return Suffix::none;
  end = ahead_.span.end;
  advance();
  return Suffix::sharp;
}

/// The unit that stands directly behind the digits at hand.
void WordReader::read_unit(NameFrame& frame) {
  if (frame.suffix != Suffix::none || frame.dotted) return;
  if (ahead_.kind != Kind::hangul || ahead_.span.begin != frame.end) return;
  if (name_.next_word(0).end != name_.size()) return;
  for (std::size_t i = 0; i < name_.size(); ++i)
    if (name_.unit(i).letters) return;
  frame.unit = number_unit(particle_folder_.syllables(text_, ahead_));
  if (frame.unit.syllables == 0) return;
  term_.clear();
  name_.append_to(term_, name_.next_word(0));
  frame.number = write_out(term_, frame.unit.zeros);
}

/// By the number itself, and by its digits as a part of it.
void WordReader::emit_number(const NameFrame& frame) {
  const ByteSpan span{frame.begin, frame.end};
  emitter_.begin_word();
  emitter_.emit(Family::word, text::Script::digit, clip_to_term(frame.number), span);
  term_.clear();
  name_.append_to(term_, name_.next_word(0));
  emitter_.emit(Family::part, text::Script::digit, clip_to_term(term_), span);
}

void WordReader::read_name() {
  NameFrame frame;
  frame.begin = ahead_.span.begin;
  frame.dotted = ahead_.letters && ahead_.plain && context_.has_leading_dot(frame.begin);
  if (frame.dotted) frame.begin = context_.dot_begin();
  collect_units();
  frame.end = name_.last().span.end;
  frame.suffix = take_suffix(frame.end);
  read_unit(frame);
  const std::size_t digits_end = frame.end;
  const auto attachment = frame.suffix == Suffix::none && name_.last().ends_in_digit
                              ? core::Attachment::number
                              : core::Attachment::word;
  frame.end = take_particle(frame.end, attachment);
  context_.pass_word(frame.end, attachment);
  if (frame.number.empty()) return emit_name(frame);
  emit_number(frame);
  if (frame.end == digits_end) unit_syllables_ = frame.unit.syllables;
}

void WordReader::emit_name(const NameFrame& frame) {
  for (UnitRange word = name_.next_word(0); word.size() != 0; word = name_.next_word(word.end)) {
    const bool first = word.begin == 0;
    const bool last = word.end == name_.size();
    const ByteSpan span{first ? frame.begin : name_.unit(word.begin).span.begin,
                        last ? frame.end : name_.unit(word.end - 1).span.end};
    emitter_.begin_word();
    emit_word(word, span, first && frame.dotted, last ? frame.suffix : Suffix::none);
  }
}

void WordReader::emit_word(UnitRange word, ByteSpan span, bool dotted, Suffix suffix) {
  const UnitRange kept = name_.without_possessive(word);
  if (kept.size() == 1 && !dotted && suffix == Suffix::none) {
    emit_unit(Family::word, name_.unit(kept.begin), span);
    return;
  }
  term_ = dotted ? "." : "";
  name_.append_to(term_, kept);
  if (suffix != Suffix::none) term_ += suffix == Suffix::sharp ? "#" : "++";
  emitter_.emit(Family::word, script_of(name_, kept), clip_to_term(term_), span);
  for (std::size_t i = kept.begin; i < kept.end; ++i)
    if (!name_.is_clitic(i)) emit_unit(Family::part, name_.unit(i), name_.unit(i).span);
}

/// A unit as a term, and the parts of its camel case.
void WordReader::emit_unit(Family family, const Unit& unit, ByteSpan span) {
  emit_english(family, script_of(unit), name_.text(unit), span);
  if (!unit.plain || unit.span.size() > kMaxTermBytes) return;
  const CamelParts camel = camel_parts(slice(text_, unit.span));
  for (std::size_t i = 0; i < camel.size; ++i) {
    const UnitRange part = camel.parts[i];
    emit_english(Family::part, text::Script::latin,
                 name_.text(unit).substr(part.begin, part.size()),
                 {unit.span.begin + part.begin, unit.span.begin + part.end});
  }
}

void WordReader::emit_english(Family family, text::Script script, std::string_view folded,
                              ByteSpan span) {
  std::array<char, kMaxTermBytes + 1> word{};
  if (!is_english(folded)) return emitter_.emit(family, script, folded, span);
  std::copy(folded.begin(), folded.end(), word.begin());
  const std::size_t length = core::stem_english(word.data(), folded.size());
  emitter_.emit(family, script, {word.data(), length}, span);
}

}  // namespace geul::analysis

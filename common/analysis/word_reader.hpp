// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/analysis/context.hpp"
#include "common/analysis/emitter.hpp"
#include "common/analysis/name.hpp"
#include "common/analysis/number.hpp"
#include "common/analysis/run_text.hpp"
#include "common/analysis/scanner.hpp"

namespace geul::analysis {

/// Reads the pieces of a text in order, two ahead, and emits the terms of each word.
class WordReader {
 public:
  /// `words`, the user's, must outlive this.
  explicit WordReader(const core::UserWords& words) : emitter_(words) {}

  void read(std::string_view text, const Analyzer::Sink& sink);

 private:
  /// What is around the units of a name.
  struct NameFrame {
    std::size_t begin = 0;  ///< of its leading full stop, when it has one
    std::size_t end = 0;    ///< of its suffix and of a particle behind it
    bool dotted = false;
    Suffix suffix = Suffix::none;
    NumberUnit unit;     ///< behind digits: 만 of 10만
    std::string number;  ///< the digits and the unit written out; empty without
  };

  void advance();
  void read_word();
  void read_mark();
  void read_hangul();
  void read_plain();
  void read_name();

  void collect_units();
  void read_unit(NameFrame& frame);
  void emit_number(const NameFrame& frame);
  [[nodiscard]] Suffix take_suffix(std::size_t& end);
  void emit_name(const NameFrame& frame);
  void emit_word(UnitRange word, ByteSpan span, bool dotted, Suffix suffix);
  void emit_unit(Family family, const Unit& unit, ByteSpan span);
  void emit_english(Family family, text::Script script, std::string_view folded, ByteSpan span);
  void emit_pairs(std::string_view folded, text::Script script, ByteSpan span);
  [[nodiscard]] std::size_t take_particle(std::size_t end, core::Attachment attachment);

  Scanner scanner_;
  RunFolder folder_;
  RunFolder particle_folder_;  ///< looks at the piece ahead while the other's text is in use
  Name name_;
  std::string term_;

  std::string_view text_;
  Emitter emitter_;
  Context context_;
  std::size_t unit_syllables_ = 0;  ///< of the Hangul ahead, which belong to the number before
  Piece ahead_;
  Piece second_;
};

}  // namespace geul::analysis

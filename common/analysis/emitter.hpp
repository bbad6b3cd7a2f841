// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "common/analysis/analyzer.hpp"
#include "common/analysis/core/terms.hpp"
#include "common/analysis/token.hpp"

namespace geul::analysis {

/// Hands tokens to a sink and counts the words.
class Emitter {
 public:
  /// `words`, the user's, must outlive this.
  explicit Emitter(const core::UserWords& words) noexcept : words_(words) {}
  /// `sink` must outlive the analysis.
  void begin(const Analyzer::Sink& sink) noexcept;
  /// The tokens from here on belong to the next word.
  void begin_word() noexcept { word_ = next_word_++; }
  /// Expects a term of 1 to kMaxTermBytes bytes; an empty one is left out.
  void emit(Family family, text::Script script, std::string_view term, ByteSpan span) const;

  /// The terms of a Hangul run, as a word of its own unless it has none.
  /// `crossing_begin`: where the word begins with which the run's first syllable pairs.
  /// Returns  what core::hangul_terms() returns.
  char16_t emit_hangul(core::Run run, core::Before before, ByteSpan span,
                       std::size_t crossing_begin);

 private:
  core::UserWords words_;
  const Analyzer::Sink* sink_ = nullptr;
  std::uint32_t word_ = 0;
  std::uint32_t next_word_ = 0;
};

/// Walks the overlapping pairs of a text's characters; of a single one, itself.
class PairWalk {
 public:
  /// Expects well-formed UTF-8 that outlives the walk.
  explicit PairWalk(std::string_view utf8) noexcept;
  /// The next pair; empty at the end.
  [[nodiscard]] std::string_view next() noexcept;

 private:
  std::string_view utf8_;
  std::size_t begin_ = 0;
  std::size_t middle_ = 0;
  bool single_ = false;
};

}  // namespace geul::analysis

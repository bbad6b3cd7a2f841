// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/analysis/dictionary.hpp"
#include "common/analysis/token.hpp"

namespace geul::analysis {

/// Turns text into terms: the one analysis behind the index, the queries and the highlights.
///
/// From ICU's word breaks, words are parted by script (SRE팀이 -> SRE, 팀이), names that carry
/// punctuation are joined again (C++, node.js, CI/CD), and each run becomes terms in core/, the
/// freestanding part that the browser shares. ANALYSIS.md describes the chain and its sources.
///
/// Laws, held on any bytes (tests/property/analysis_laws.cpp):
///   - tokens come in the order of their `position`, and `word` never decreases;
///   - spans lie within the text, on code point borders of well-formed text;
///   - terms are well-formed UTF-8, NFC, folded, 1 to kMaxTermBytes bytes, without spaces, NUL
///     or ASCII capitals (which prefix terms in the index);
///   - a text gives the same terms in NFC and NFD, and alone or at the front of a longer text up
///     to its last space (1,00 becomes another number when a 0 follows).
///
/// Threads  one object for one thread at a time; any number may share a dictionary.
/// Cost     about 0.05 µs a byte of Korean; memory that grows with the longest run of
///          letters, not with the text.
class Analyzer {
 public:
  /// Without a dictionary no word is the user's; an index and its queries need the same one.
  explicit Analyzer(std::shared_ptr<const Dictionary> dictionary = nullptr);
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;
  Analyzer(const Analyzer&) = delete;
  Analyzer& operator=(const Analyzer&) = delete;

  using Sink = std::function<void(const Token&)>;

  /// Calls `sink` for each term of `text`. Any bytes are a text.
  void analyze(std::string_view text, const Sink& sink);

  /// Other terms that the posts may have for a word of a query, because grammar alone does not
  /// tell whether its last syllable is a particle: 소쩍이 -> 소쩍이 beside its own 소쩍. `surface`
  /// is the word as typed, one eojeol.
  [[nodiscard]] std::vector<std::string> alternates_of(std::string_view surface) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Whether a word is nothing but particles, as it stands behind a name or a quotation: 은, 에서는.
[[nodiscard]] bool is_particle(std::string_view surface);

/// Whether a word of a query is a question word or a filler (무엇인가요, 대해, 것), which says
/// little about the post that is looked for. `surface` is the word as typed, one eojeol.
[[nodiscard]] bool is_function_word(std::string_view surface);

/// Whether a term is the stem of a native verb or adjective (만드, 아름다우), which may be a noun
/// as well (다리).
[[nodiscard]] bool is_native_stem(std::string_view term);

/// Names the chain: its version, its tables and Unicode's version, not the dictionary. Two chains
/// that could give one text different terms have different fingerprints; an index made by another
/// is refused.
[[nodiscard]] std::string fingerprint();

}  // namespace geul::analysis

// SPDX-License-Identifier: MIT
#pragma once

#include <stddef.h>

#include "common/analysis/core/prefinal.hpp"
#include "common/analysis/core/run.hpp"
#include "common/analysis/core/stem.hpp"
#include "common/analysis/core/table_types.hpp"

namespace geul::analysis::core {

/// How a predicate has been made a noun (명사형, 한글 맞춤법 제19항), with a particle behind it.
enum class Nominal : uint8_t {
  none,
  gi,    ///< 사용하기에는
  coda,  ///< ㅁ: 사용함을
  eum,   ///< 음: 먹었음을
};

/// One way to read a run as a predicate: its stem, the ending cut, and what was before it.
struct Reading {
  Stem stem;                       ///< never empty
  const Ending* ending = nullptr;  ///< nullptr for a nominal
  Nominal nominal = Nominal::none;
  Prefinal before;      ///< what stood between stem and ending
  bool native = false;  ///< is_native(stem)
};

/// An ending's length as it is written out in jamo and syllables: 2 for ㄴ다 and for 어서.
[[nodiscard]] constexpr size_t length_of(const Ending& ending) noexcept {
  return ending.form.size + (ending.coda != 0 ? size_t{1} : size_t{0});
}

/// The readings of one run, the longest ending first, nominals behind all others.
class Readings {
 public:
  /// Cost  one look at the endings with the run's last syllable and at those without any.
  explicit Readings(Run run) noexcept;

  [[nodiscard]] const Reading* begin() const noexcept { return items_; }
  /// Behind the last one that is no nominal.
  [[nodiscard]] const Reading* predicates_end() const noexcept { return items_ + predicates_; }
  [[nodiscard]] const Reading* end() const noexcept { return items_ + size_; }

 private:
  /// More than any word is known to have: 갖는다는 has five. Further ones are dropped.
  static constexpr size_t kMax = 12;

  void read_endings(Run run) noexcept;
  void read_ending(Run run, const Ending& ending) noexcept;
  void read_nominals(Run run) noexcept;
  void read_nominal(Run run) noexcept;
  void add_predicate(Stem stem, const Ending& ending) noexcept;
  void add(const Reading& reading) noexcept;
  void push(const Reading& reading) noexcept;
  void add_nominal(Stem stem, Nominal nominal, Opening opening) noexcept;

  Reading items_[kMax];
  size_t size_ = 0;
  size_t predicates_ = 0;
};

}  // namespace geul::analysis::core

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string_view>

namespace geul::text {

/// The order of a Korean dictionary: Unicode's collation (UTS #10) with CLDR's tailoring for `ko`,
/// which puts Hangul before Latin letters and Hanja behind the Hangul of its reading. Digits within
/// texts compare by the number that they write: 2장 before 10장.
/// Threads  one object for one thread at a time.
class Collator {
 public:
  /// Cost  some 0.2 ms, once ICU has read its tables.
  Collator();
  ~Collator();
  Collator(Collator&&) noexcept;
  Collator& operator=(Collator&&) noexcept;
  Collator(const Collator&) = delete;
  Collator& operator=(const Collator&) = delete;

  /// Whether `a` comes before `b`. Texts that collate alike come in the order of their bytes, so
  /// that it is a total order. Invalid bytes compare as U+FFFD.
  [[nodiscard]] bool before(std::string_view a, std::string_view b) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace geul::text

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>

#include "common/analysis/core/josa.hpp"
#include "common/analysis/scanner.hpp"
#include "common/base/byte_span.hpp"

namespace geul::analysis {

/// What stands before the place that an analysis has come to.
class Context {
 public:
  /// A space or symbol was passed.
  void pass_mark(const Piece& mark) noexcept;
  /// A word that is not Hangul was passed. Behind it, `attachment` is what Hangul is written on to.
  void pass_word(std::size_t end, core::Attachment attachment) noexcept;
  /// `last_of_key` 0: a bare particle, which counts as a word that pairs with nothing.
  void pass_hangul(ByteSpan span, char16_t last_of_key) noexcept;

  /// What a run that begins at `begin` is written on to: also a closing quote or bracket behind a
  /// word, as in "함수"를.
  [[nodiscard]] core::Attachment attachment_at(std::size_t begin) const noexcept {
    return begin == attached_end_ ? attachment_ : core::Attachment::none;
  }

  /// The last syllable of the key of the Hangul word before, with spaces of one line between;
  /// 0 when there is none.
  [[nodiscard]] char16_t last_of_key() const noexcept { return last_of_key_; }
  /// Where that word begins.
  [[nodiscard]] std::size_t hangul_begin() const noexcept { return hangul_begin_; }

  /// Whether a name at `begin` has a full stop before it that belongs to it: .NET, .env.
  [[nodiscard]] bool has_leading_dot(std::size_t begin) const noexcept { return begin == dot_end_; }
  [[nodiscard]] std::size_t dot_begin() const noexcept { return dot_begin_; }

 private:
  static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

  std::size_t attached_end_ = kNowhere;
  core::Attachment attachment_ = core::Attachment::none;
  char16_t last_of_key_ = 0;
  std::size_t hangul_begin_ = 0;
  std::size_t dot_begin_ = 0;
  std::size_t dot_end_ = kNowhere;
  bool after_word_ = false;
  bool may_open_name_ = true;
};

}  // namespace geul::analysis

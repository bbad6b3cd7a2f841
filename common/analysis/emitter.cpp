// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/analysis/emitter.hpp"

#include <algorithm>
#include <array>

#include "common/text/utf8.hpp"

namespace geul::analysis {
namespace {

constexpr std::size_t kSyllableBytes = 3;

/// Hangul syllables in UTF-8, as many as a term holds.
class Utf8Term {
 public:
  explicit Utf8Term(core::Run run) noexcept {
    const std::size_t syllables = std::min(run.size, kMaxTermBytes / kSyllableBytes);
    for (std::size_t i = 0; i < syllables; ++i) append(run[i]);
  }
  [[nodiscard]] std::string_view view() const noexcept { return {bytes_.data(), size_}; }

 private:
  void append(char16_t c) noexcept {
    bytes_[size_++] = static_cast<char>(0xE0U | (unsigned{c} >> 12U));
    bytes_[size_++] = static_cast<char>(0x80U | ((unsigned{c} >> 6U) & 0x3FU));
    bytes_[size_++] = static_cast<char>(0x80U | (unsigned{c} & 0x3FU));
  }

  std::array<char, kMaxTermBytes> bytes_{};
  std::size_t size_ = 0;
};

Family family_of(core::TermKind kind) noexcept {
  switch (kind) {
    case core::TermKind::word:
      return Family::word;
    case core::TermKind::variant:
      return Family::variant;
    case core::TermKind::pair:
      return Family::pair;
    case core::TermKind::crossing_pair:
      return Family::crossing_pair;
    case core::TermKind::tail_pair:
      return Family::tail_pair;
  }
  return Family::word;
}

struct HangulWord {
  Emitter* emitter = nullptr;
  ByteSpan span;
  std::size_t crossing_begin = 0;
  bool begun = false;
};

void take(void* context, core::TermKind kind, core::Run run) {
  HangulWord& word = *static_cast<HangulWord*>(context);
  if (!word.begun) word.emitter->begin_word();
  word.begun = true;
  ByteSpan span = word.span;
  if (kind == core::TermKind::crossing_pair) span.begin = word.crossing_begin;
  word.emitter->emit(family_of(kind), text::Script::hangul, Utf8Term(run).view(), span);
}

}  // namespace

void Emitter::begin(const Analyzer::Sink& sink) noexcept {
  sink_ = &sink;
  word_ = next_word_ = 0;
}

void Emitter::emit(Family family, text::Script script, std::string_view term, ByteSpan span) const {
  if (!term.empty()) (*sink_)({family, script, term, span, word_, word_});
}

char16_t Emitter::emit_hangul(core::Run run, core::Before before, ByteSpan span,
                              std::size_t crossing_begin) {
  HangulWord word{this, span, crossing_begin, false};
  return core::hangul_terms(run, before, words_, {&word, take});
}

PairWalk::PairWalk(std::string_view utf8) noexcept : utf8_(utf8) {
  if (!utf8.empty()) static_cast<void>(text::next_code_point(utf8_, middle_));
  single_ = !utf8.empty() && middle_ == utf8.size();
}

std::string_view PairWalk::next() noexcept {
  if (single_) {
    single_ = false;
    return utf8_;
  }
  if (middle_ == utf8_.size()) return {};
  std::size_t end = middle_;
  static_cast<void>(text::next_code_point(utf8_, end));
  const std::string_view pair = utf8_.substr(begin_, end - begin_);
  begin_ = middle_;
  middle_ = end;
  return pair;
}

}  // namespace geul::analysis

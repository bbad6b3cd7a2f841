// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/words.hpp"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <utility>

#include "common/text/icu_status.hpp"

namespace geul::text {
namespace {

WordStatus status_of(std::int32_t rule_status) noexcept {
  if (rule_status >= UBRK_WORD_IDEO) return WordStatus::ideograph;
  if (rule_status >= UBRK_WORD_KANA) return WordStatus::kana;
  if (rule_status >= UBRK_WORD_LETTER) return WordStatus::letter;
  if (rule_status >= UBRK_WORD_NUMBER) return WordStatus::number;
  return WordStatus::none;
}

}  // namespace

struct WordBreaker::State {
  UBreakIterator* breaks = nullptr;
  UText text = UTEXT_INITIALIZER;
  std::int32_t begin = 0;

  State() {
    UErrorCode status = U_ZERO_ERROR;
    breaks = ubrk_open(UBRK_WORD, "", nullptr, 0, &status);
    expect_success(status, "break words");
  }
  ~State() {
    ubrk_close(breaks);
    utext_close(&text);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  State(State&&) = delete;
  State& operator=(State&&) = delete;
};

WordBreaker::WordBreaker() : state_(std::make_unique<State>()) {}
WordBreaker::~WordBreaker() = default;
WordBreaker::WordBreaker(WordBreaker&&) noexcept = default;
WordBreaker& WordBreaker::operator=(WordBreaker&&) noexcept = default;

void WordBreaker::reset(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  utext_openUTF8(&state_->text, utf8.data(), static_cast<std::int64_t>(utf8.size()), &status);
  ubrk_setUText(state_->breaks, &state_->text, &status);
  expect_success(status, "break words");
  state_->begin = ubrk_first(state_->breaks);
}

bool WordBreaker::next(Word& word) {
  const std::int32_t end = ubrk_next(state_->breaks);
  if (end == UBRK_DONE) return false;
  word.span = {static_cast<std::size_t>(state_->begin), static_cast<std::size_t>(end)};
  word.status = status_of(ubrk_getRuleStatus(state_->breaks));
  state_->begin = end;
  return true;
}

}  // namespace geul::text

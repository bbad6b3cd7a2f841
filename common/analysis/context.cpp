// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/analysis/context.hpp"

#include <string_view>

namespace geul::analysis {
namespace {

bool is_closing(char32_t c) noexcept {
  return std::u32string_view(U")]}>\"'`*_~%”’」』》〉】").find(c) != std::u32string_view::npos;
}

bool is_opening(char32_t c) noexcept {
  return std::u32string_view(U"([{<\"'`*,/|\n").find(c) != std::u32string_view::npos;
}

}  // namespace

void Context::pass_mark(const Piece& mark) noexcept {
  dot_end_ = attached_end_ = kNowhere;
  if (mark.kind == Kind::space) {
    after_word_ = false;
    may_open_name_ = true;
    return;
  }
  last_of_key_ = 0;
  if (mark.symbol == U'.' && may_open_name_) {
    dot_begin_ = mark.span.begin;
    dot_end_ = mark.span.end;
  }
  may_open_name_ = !after_word_ && is_opening(mark.symbol);
  after_word_ = after_word_ && is_closing(mark.symbol);
  if (!after_word_) return;
  attached_end_ = mark.span.end;
  attachment_ = core::Attachment::word;
}

void Context::pass_word(std::size_t end, core::Attachment attachment) noexcept {
  dot_end_ = kNowhere;
  last_of_key_ = 0;
  attached_end_ = end;
  attachment_ = attachment;
  after_word_ = true;
  may_open_name_ = false;
}

void Context::pass_hangul(ByteSpan span, char16_t last_of_key) noexcept {
  pass_word(kNowhere, core::Attachment::none);
  last_of_key_ = last_of_key;
  hangul_begin_ = span.begin;
}

}  // namespace geul::analysis

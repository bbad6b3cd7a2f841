// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/post/inline_text.hpp"

#include <algorithm>

#include "common/text/normalize.hpp"
#include "indexer/post/markdown_copy.hpp"
#include "indexer/post/text_lines.hpp"

namespace geul::indexer {
namespace {

bool is_space(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte <= 0x20 || byte == 0x7F;
}

/// RFC 3986's characters, of which an address consists.
bool is_address_char(char c) {
  return is_letter(c) || is_digit(c) ||
         std::string_view("-._~:/?#[]@!$&'()*+,;=%").find(c) != std::string_view::npos;
}

/// Without the punctuation of the sentence around it; a ')' belongs to the address when its '('
/// does (GFM, "Extended autolink path validation").
std::size_t trim_address(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view address = text.substr(begin, end - begin);
  auto surplus = std::count(address.begin(), address.end(), ')') -
                 std::count(address.begin(), address.end(), '(');
  for (; end > begin; --end) {
    const char c = text[end - 1];
    const bool closing = c == ')' && surplus-- > 0;
    if (!closing && std::string_view(".,;:!?]'*").find(c) == std::string_view::npos) break;
  }
  return end;
}

/// Joins white space and the marks of cells and rows; the strongest of a run of them wins.
class Joiner {
 public:
  void add(char c) {
    if (c == kFiller) return;
    if (c == kRow || c == '\n') {
      gap_ = Gap::row;
    } else if (c == kCell) {
      if (gap_ != Gap::row) gap_ = Gap::cell;
    } else if (is_space(c)) {
      if (gap_ == Gap::none) gap_ = Gap::space;
    } else {
      if (!out_.empty()) out_ += text_of(gap_);
      gap_ = Gap::none;
      out_ += c;
    }
  }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  enum class Gap { none, space, cell, row };
  static std::string_view text_of(Gap gap) {
    switch (gap) {
      case Gap::none:
        return "";
      case Gap::space:
        return " ";
      case Gap::cell:
        return " · ";
      case Gap::row:
        return "\n";
    }
    return "";
  }

  std::string out_;
  Gap gap_ = Gap::none;
};

}  // namespace

void InlineText::drop(std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) text_[i] = kFiller;
}

/// Pairs marks from left to right: one opens before a character that is no space, and closes
/// behind one.
void InlineText::drop_pairs(std::string_view mark) {
  std::size_t open = std::string::npos;
  for (std::size_t at = text_.find(mark); at != std::string::npos; at = text_.find(mark, at)) {
    const std::size_t end = at + mark.size();
    std::size_t run = end;
    while (run < text_.size() && text_[run] == mark.front()) ++run;
    const bool plain = run == end && kept_[at] == 0 && kept_[end - 1] == 0;
    const bool closes = at > 0 && !is_space(text_[at - 1]);
    if (plain && open != std::string::npos && closes) {
      drop(open, open + mark.size());
      drop(at, end);
      open = std::string::npos;
    } else if (plain && end < text_.size() && !is_space(text_[end])) {
      open = at;
    }
    at = run;
  }
}

void InlineText::drop_addresses() {
  for (std::size_t at = text_.find("://"); at != std::string::npos;
       at = text_.find("://", at + 3)) {
    std::size_t begin = at;
    while (begin > 0 && at - begin < 5 && is_letter(text_[begin - 1])) --begin;
    const std::string_view scheme = std::string_view(text_).substr(begin, at - begin);
    std::size_t end = at + 3;
    while (end < text_.size() && is_address_char(text_[end])) ++end;
    end = trim_address(text_, at + 3, end);
    if (kept_[at] == 0 && end > at + 3 && (scheme == "http" || scheme == "https")) drop(begin, end);
  }
}

std::string InlineText::finish() {
  drop_pairs("**");
  drop_pairs("~~");
  drop_addresses();
  Joiner joiner;
  for (std::size_t i = 0; i < text_.size(); ++i)
    joiner.add(text_[i] == '\n' && kept_[i] != 0 ? ' ' : text_[i]);
  text_.clear();
  kept_.clear();
  return text::to_nfc(joiner.take());
}

}  // namespace geul::indexer

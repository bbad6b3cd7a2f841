// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/post/markdown_copy.hpp"

#include <algorithm>

namespace geul::indexer {
namespace {

bool is_reserved(char c) {
  return c == '\0' || c == '\r' || c == '\v' || c == '\f' || c == kFiller || c == kCell ||
         c == kRow;
}

}  // namespace

MarkdownCopy::MarkdownCopy(std::string_view body)
    : text_(body), parts_(body.size(), static_cast<char>(Part::text)) {
  std::replace_if(text_.begin(), text_.end(), is_reserved, ' ');
  if (!text_.empty()) begins_.push_back(0);
  for (std::size_t at = text_.find('\n'); at != std::string::npos && at + 1 < text_.size();
       at = text_.find('\n', at + 1))
    begins_.push_back(at + 1);
}

std::size_t MarkdownCopy::end_of(std::size_t line) const noexcept {
  if (line + 1 < begins_.size()) return begins_[line + 1] - 1;
  return !text_.empty() && text_.back() == '\n' ? text_.size() - 1 : text_.size();
}

std::size_t MarkdownCopy::line_at(std::size_t offset) const noexcept {
  const auto behind = std::upper_bound(begins_.begin(), begins_.end(), offset);
  return static_cast<std::size_t>(behind - begins_.begin()) - 1;
}

void MarkdownCopy::blank(std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i)
    if (text_[i] != '\n') text_[i] = kFiller;
}

void MarkdownCopy::clear_line(std::size_t line) {
  std::fill(text_.begin() + static_cast<std::ptrdiff_t>(begin_of(line)),
            text_.begin() + static_cast<std::ptrdiff_t>(end_of(line)), ' ');
}

void MarkdownCopy::mark(std::size_t begin, std::size_t end, Part part) {
  std::fill(parts_.begin() + static_cast<std::ptrdiff_t>(begin),
            parts_.begin() + static_cast<std::ptrdiff_t>(end), static_cast<char>(part));
}

bool MarkdownCopy::is_code_line(std::size_t line) const noexcept {
  for (std::size_t i = begin_of(line); i < end_of(line); ++i)
    if (text_[i] != ' ' && text_[i] != '\t') return is_code(i);
  return false;
}

void MarkdownCopy::settle() {
  for (std::size_t line = 0; line < line_count(); ++line) {
    bool filled = false;
    bool other = false;
    for (std::size_t i = begin_of(line); i < end_of(line) && !other; ++i) {
      filled = filled || text_[i] == kFiller;
      other = is_html(i) || (text_[i] != kFiller && text_[i] != ' ' && text_[i] != '\t');
    }
    if (filled && !other) clear_line(line);
  }
}

}  // namespace geul::indexer

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace geul::indexer {

/// Walks the lines of a text, LF excluded.
///
///     for (Lines lines(text); lines.next();) use(lines.line());
class Lines {
 public:
  explicit Lines(std::string_view text) noexcept : text_(text) {}

  bool next() noexcept {
    if (begun_ && end_ >= text_.size()) return false;
    begin_ = begun_ ? end_ + 1 : 0;
    begun_ = true;
    if (begin_ >= text_.size()) return false;
    const std::size_t found = text_.find('\n', begin_);
    end_ = found == std::string_view::npos ? text_.size() : found;
    ++number_;
    return true;
  }
  [[nodiscard]] std::string_view line() const noexcept {
    return text_.substr(begin_, end_ - begin_);
  }
  [[nodiscard]] std::size_t begin() const noexcept { return begin_; }
  /// Behind the line and its LF.
  [[nodiscard]] std::size_t next_begin() const noexcept {
    return end_ < text_.size() ? end_ + 1 : end_;
  }
  /// From 1.
  [[nodiscard]] std::size_t number() const noexcept { return number_; }

 private:
  std::string_view text_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::size_t number_ = 0;
  bool begun_ = false;
};

[[nodiscard]] constexpr bool is_blank(char c) noexcept {
  return c == ' ' || c == '\t';
}

[[nodiscard]] constexpr std::string_view trim_left(std::string_view text) noexcept {
  while (!text.empty() && (is_blank(text.front()) || text.front() == '\n')) text.remove_prefix(1);
  return text;
}
[[nodiscard]] constexpr std::string_view trim_right(std::string_view text) noexcept {
  while (!text.empty() && (is_blank(text.back()) || text.back() == '\n')) text.remove_suffix(1);
  return text;
}
[[nodiscard]] constexpr std::string_view trim(std::string_view text) noexcept {
  return trim_left(trim_right(text));
}

[[nodiscard]] constexpr bool starts_with(std::string_view text, std::string_view begin) noexcept {
  return text.substr(0, begin.size()) == begin;
}
[[nodiscard]] constexpr bool is_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}
[[nodiscard]] constexpr bool is_letter(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
/// A letter, digit, '_' or '-' of ASCII: what names of keys, tags and shortcodes are made of.
[[nodiscard]] constexpr bool is_name_char(char c) noexcept {
  return is_letter(c) || is_digit(c) || c == '_' || c == '-';
}

/// The key of a "key: value" line (or "key = value"), empty for any other line.
[[nodiscard]] constexpr std::string_view key_of_line(std::string_view line,
                                                     char separator) noexcept {
  std::size_t end = 0;
  while (end < line.size() && is_name_char(line[end])) ++end;
  std::size_t mark = end;
  while (mark < line.size() && is_blank(line[mark])) ++mark;
  const bool found = end > 0 && mark < line.size() && line[mark] == separator;
  return found ? line.substr(0, end) : std::string_view{};
}

enum class ConflictMark { none, ours, base, theirs, end };

/// Which mark of an unresolved merge (git-merge(1), "How conflicts are presented") a line is.
[[nodiscard]] constexpr ConflictMark conflict_mark(std::string_view line) noexcept {
  if (starts_with(line, "<<<<<<< ")) return ConflictMark::ours;
  if (starts_with(line, "||||||| ")) return ConflictMark::base;
  if (trim_right(line) == "=======") return ConflictMark::theirs;
  if (starts_with(line, ">>>>>>> ")) return ConflictMark::end;
  return ConflictMark::none;
}

}  // namespace geul::indexer

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace geul::indexer {

/// Stands where markup was, within a line: it keeps what is before and behind it apart from
/// CommonMark's point of view, and leaves no trace in the text.
inline constexpr char kFiller = '\x1D';
/// Stands for a table's cell border and for a row's begin.
inline constexpr char kCell = '\x1F';
inline constexpr char kRow = '\x1E';

/// A Markdown body of which parts are overwritten, byte for byte, so that lines and offsets stay
/// those of the body. Carriage returns, NUL and the three marks above are spaces from the start.
///
/// Knows which bytes are code (find_code() says so): dialects leave them alone.
class MarkdownCopy {
 public:
  explicit MarkdownCopy(std::string_view body);

  [[nodiscard]] std::string_view text() const noexcept { return text_; }
  [[nodiscard]] std::size_t size() const noexcept { return text_.size(); }
  [[nodiscard]] char operator[](std::size_t i) const noexcept { return text_[i]; }

  [[nodiscard]] std::size_t line_count() const noexcept { return begins_.size(); }
  /// Expects line < line_count(). Lines count from 0, without their LF.
  [[nodiscard]] std::size_t begin_of(std::size_t line) const noexcept { return begins_[line]; }
  [[nodiscard]] std::size_t end_of(std::size_t line) const noexcept;
  [[nodiscard]] std::string_view line(std::size_t line) const noexcept {
    return text().substr(begin_of(line), end_of(line) - begin_of(line));
  }
  [[nodiscard]] std::size_t line_at(std::size_t offset) const noexcept;

  /// Overwrites [begin, end) with fillers, line feeds excepted. A line of which nothing else is
  /// left becomes a blank line in settle().
  void blank(std::size_t begin, std::size_t end);
  /// Overwrites one byte. Expects no LF, before or after.
  void put(std::size_t offset, char c) { text_[offset] = c; }
  /// Makes a line blank.
  void clear_line(std::size_t line);

  enum class Part : char { text, code, html };
  void mark(std::size_t begin, std::size_t end, Part part);
  [[nodiscard]] bool is_code(std::size_t offset) const noexcept {
    return parts_[offset] == static_cast<char>(Part::code);
  }
  [[nodiscard]] bool is_html(std::size_t offset) const noexcept {
    return parts_[offset] == static_cast<char>(Part::html);
  }
  /// Whether the line's first byte that is no space is code; false for a blank line.
  [[nodiscard]] bool is_code_line(std::size_t line) const noexcept;

  /// Lines of which only fillers and spaces are left become blank, but for those within HTML
  /// blocks, which a blank line would end.
  void settle();

  /// What was said about headings by their line (from 0).
  std::unordered_map<std::size_t, std::string> heading_ids;
  std::unordered_map<std::size_t, int> heading_levels;  ///< to be added to the level

  /// Link definitions that CommonMark would not take where they stood, LF behind each.
  std::string definitions;

 private:
  std::string text_;
  std::string parts_;
  std::vector<std::size_t> begins_;
};

/// Finds a needle again and again at ascending places, in linear time altogether.
class Finder {
 public:
  Finder(std::string_view text, std::string_view needle) : text_(text), needle_(needle) {}

  /// The next place at or behind `from`; npos for none. Expects `from` never to decrease.
  [[nodiscard]] std::size_t next(std::size_t from) {
    if (!known_ || (found_ != std::string_view::npos && found_ < from)) {
      found_ = text_.find(needle_, from);
      known_ = true;
    }
    return found_;
  }

 private:
  std::string_view text_;
  std::string_view needle_;
  std::size_t found_ = 0;
  bool known_ = false;
};

}  // namespace geul::indexer

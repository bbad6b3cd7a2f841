// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "common/base/format.hpp"
#include "common/text/utf8.hpp"
#include "indexer/post/front_matter.hpp"
#include "indexer/post/metadata.hpp"
#include "indexer/post/metadata_limits.hpp"
#include "indexer/post/text_lines.hpp"
#include "tests/fuzz/expect.hpp"

namespace geul::fuzz {

using indexer::MetaValue;

/// The lines on which something of a text may stand, its end among them: behind a last LF, and
/// where there is none too.
struct LineRange {
  std::size_t first = 1;
  std::size_t last = 1;

  LineRange(std::string_view text, std::size_t first_line)
      : first(first_line),
        last(first_line + static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'))) {}
  [[nodiscard]] bool holds(std::size_t line) const { return line >= first && line <= last + 1; }
};

struct TreeSize {
  std::size_t values = 0;
  std::size_t bytes = 0;
  bool in_utf8 = true;
};

/// What indexer/post/metadata.hpp says of every value, and of those below it.
inline void expect_value(const MetaValue& value, const LineRange& lines, std::size_t depth,
                         TreeSize& size) {
  using Kind = MetaValue::Kind;
  expect(lines.holds(value.line), "a value's line is one of the text");
  expect(depth <= indexer::kMaxMetadataDepth, "no deeper than the limit");
  expect(value.kind == Kind::scalar || value.text.empty(), "text in scalars alone");
  expect(value.kind == Kind::list || value.items.empty(), "items in lists alone");
  expect(value.kind == Kind::table || value.members.empty(), "members in tables alone");
  ++size.values;
  size.in_utf8 = size.in_utf8 && text::is_utf8(value.text);
  size.bytes += value.text.size();
  for (const MetaValue& item : value.items) expect_value(item, lines, depth + 1, size);
  for (const auto& [key, member] : value.members) {
    size.in_utf8 = size.in_utf8 && text::is_utf8(key);
    size.bytes += key.size();
    expect_value(member, lines, depth + 1, size);
  }
}

/// A tree in words; lines count from `first_line`.
inline std::string in_words(const MetaValue& value, std::size_t first_line) {
  std::string words = format("{}{}@{}'{}'", static_cast<int>(value.kind), value.quoted ? "q" : "",
                             value.line - first_line, value.text);
  for (const MetaValue& item : value.items) words += '[' + in_words(item, first_line) + ']';
  for (const auto& [key, member] : value.members)
    words += '{' + key + ':' + in_words(member, first_line) + '}';
  return words;
}

/// The tree, or the error and how far down it is.
inline std::string in_words(const Result<MetaValue>& parsed, std::size_t first_line) {
  if (parsed && parsed->kind == MetaValue::Kind::null) return "null";
  if (parsed) return in_words(*parsed, first_line);
  return format("{}@{}", parsed.error().message, parsed.error().place.line - first_line);
}

using Parse = Result<MetaValue> (*)(std::string_view text, std::size_t first_line);

/// What is said of the parser of a format. Aliases may give a text once more, but not without end.
inline void expect_parser(Parse parse, std::string_view text) {
  constexpr std::size_t kLine = 41;
  const LineRange lines(text, kLine);
  const Result<MetaValue> parsed = parse(text, kLine);
  expect(in_words(parse(text, 1), 1) == in_words(parsed, kLine), "the same on other lines");
  if (!parsed) {
    const Error& error = parsed.error();
    expect(error.code == ErrorCode::malformed || error.code == ErrorCode::limit, "a reason");
    expect(!error.message.empty() && lines.holds(error.place.line), "a reason with its line");
  } else if (parsed->kind != MetaValue::Kind::null) {
    TreeSize size;
    expect_value(*parsed, lines, 0, size);
    expect(size.values <= indexer::kMaxMetadataValues, "no more values than the limit");
    expect(size.in_utf8, "text in UTF-8");
    expect(size.bytes <= 4 * text.size() + indexer::kMaxMetadataBytes, "no endless copies");
  }
}

/// What rescue.hpp says of what is read of broken text.
inline void expect_rescued(const MetaValue& rescued, std::string_view text,
                           std::size_t first_line) {
  expect(rescued.kind == MetaValue::Kind::table, "a table");
  TreeSize size;
  expect_value(rescued, LineRange(text, first_line), 0, size);
  expect(size.in_utf8, "text in UTF-8");
  for (const auto& [key, value] : rescued.members)
    expect(!key.empty() && std::all_of(key.begin(), key.end(), indexer::is_name_char),
           "keys that were read by their lines");
}

/// What front_matter.hpp says of any text.
inline void expect_front_matter(const std::string& text) {
  const indexer::FrontMatterFences fences = indexer::find_front_matter(text);
  expect(fences.body_begin <= text.size(), "the body begins within the text");
  expect(fences.format != indexer::FrontMatterFormat::none ||
             (fences.body_begin == 0 && fences.text.empty()),
         "no fences, no front matter");
  if (!fences.text.empty()) {
    expect(fences.text.data() >= text.data() &&
               fences.text.data() + fences.text.size() <= text.data() + fences.body_begin,
           "front matter lies before the body");
    const auto before = text.substr(0, static_cast<std::size_t>(fences.text.data() - text.data()));
    expect(LineRange(before, 1).last == fences.line, "the line it begins on");
  }
  const indexer::FrontMatter read = indexer::read_front_matter(text, "a.md");
  expect(read.values.kind == MetaValue::Kind::table && read.body_begin == fences.body_begin,
         "a table, always");
  for (const Warning& warning : read.warnings)
    expect(!warning.message.empty() && LineRange(text, 1).holds(warning.place.line),
           "warnings with their lines");
}

}  // namespace geul::fuzz

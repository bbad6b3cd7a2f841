// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/post/rescue.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/post/metadata_limits.hpp"
#include "indexer/post/text_lines.hpp"

namespace geul::indexer {
namespace {

// Keys that begin a value although they stand in the middle of a line, or have no space behind
// their colon.
constexpr std::array<std::string_view, 11> kKnownKeys{
    "title",       "date",    "tags",   "tag",     "category",        "categories",
    "description", "summary", "author", "excerpt", "last_modified_at"};

bool is_known(std::string_view key) {
  return std::find(kKnownKeys.begin(), kKnownKeys.end(), key) != kKnownKeys.end();
}

MetaValue scalar(std::string_view text, std::size_t line) {
  MetaValue value;
  value.kind = MetaValue::Kind::scalar;
  value.line = line;
  text = trim(text);
  if (text.size() >= 2 && (text.front() == '"' || text.front() == '\'') &&
      text.back() == text.front()) {
    text = text.substr(1, text.size() - 2);
    value.quoted = true;
  }
  value.text = std::string(text);
  return value;
}

MetaValue list_of(std::string_view text, char separator, std::size_t line) {
  MetaValue list;
  list.kind = MetaValue::Kind::list;
  list.line = line;
  while (!text.empty() && list.items.size() < kMaxMetadataValues) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (MetaValue item = scalar(text.substr(0, end), line); !item.text.empty())
      list.items.push_back(std::move(item));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return list;
}

/// One key and the lines that belong to it.
struct Entry {
  std::string_view key;
  std::string_view value;  ///< without spaces at its ends
  std::string below;       ///< the lines underneath, LF behind each
  std::size_t line = 0;
};

bool holds_list(std::string_view below) {
  bool any = false;
  for (Lines lines(below); lines.next();) {
    const std::string_view line = trim(lines.line());
    if (line.empty() || line.front() == '#') continue;
    if (line.front() != '-') return false;
    any = true;
  }
  return any;
}

MetaValue list_below(const Entry& entry) {
  MetaValue list;
  list.kind = MetaValue::Kind::list;
  list.line = entry.line;
  for (Lines lines(entry.below); lines.next() && list.items.size() < kMaxMetadataValues;) {
    std::string_view line = trim(lines.line());
    if (line.empty() || line.front() == '#') continue;
    const std::size_t begin = std::min(line.find_first_not_of("- \t"), line.size());
    MetaValue item = scalar(line.substr(begin), entry.line + lines.number());
    if (!item.text.empty()) list.items.push_back(std::move(item));
  }
  return list;
}

/// The value as text: continued lines are joined with a space, as YAML folds them.
MetaValue as_typed(const Entry& entry) {
  const std::string_view first = trim(entry.value);
  if (first.empty() && holds_list(entry.below)) return list_below(entry);
  if (first.size() >= 2 && first.front() == '[' && first.back() == ']')
    return list_of(first.substr(1, first.size() - 2), ',', entry.line);
  const bool block = first == "|" || first == ">";
  std::string joined(block ? std::string_view{} : first);
  for (Lines lines(entry.below); lines.next();) {
    if (!block && starts_with(trim(lines.line()), "#")) break;  // a comment ends a plain scalar
    joined += ' ';
    joined += trim(lines.line());
  }
  return scalar(joined, entry.line);
}

using Parse = Result<MetaValue> (*)(std::string_view, std::size_t);

MetaValue value_of(const Entry& entry, char separator, Parse parse) {
  std::string text = std::string(entry.key) + separator + ' ' + std::string(entry.value) + '\n';
  // yaml-cpp reads a last line without a colon as one more key.
  if (const auto parsed = parse(text + entry.below, entry.line);
      parsed && parsed->members.size() == 1)
    if (const MetaValue* value = parsed->find(entry.key)) return *value;
  // Lines below that are no YAML continue the value as text.
  const bool alone = trim(entry.below).empty() && !trim(entry.value).empty();
  if (const auto parsed = parse(text, entry.line); parsed && alone)
    if (const MetaValue* value = parsed->find(entry.key)) return *value;
  return as_typed(entry);
}

/// Where the next known key stands behind spaces in a value ("post title: …"); npos for none.
std::size_t find_inner_key(std::string_view value) {
  for (std::size_t i = 0; i + 1 < value.size(); ++i) {
    if (!is_blank(value[i]) || is_blank(value[i + 1])) continue;
    const std::string_view key = key_of_line(value.substr(i + 1, 40), ':');
    if (is_known(key)) return i + 1;
  }
  return std::string_view::npos;
}

class Rescuer {
 public:
  Rescuer(char separator, Parse parse) : separator_(separator), parse_(parse) {}

  MetaValue read(std::string_view text, std::size_t first_line) {
    table_.kind = MetaValue::Kind::table;
    table_.line = first_line;
    for (Lines lines(text); lines.next();) {
      if (skip_conflict(lines.line())) continue;
      add_line(lines.line(), first_line + lines.number() - 1);
    }
    finish();
    return std::move(table_);
  }

 private:
  bool skip_conflict(std::string_view line) {
    const ConflictMark mark = conflict_mark(line);
    if (mark == ConflictMark::ours || mark == ConflictMark::end) theirs_ = false;
    if (mark == ConflictMark::theirs || mark == ConflictMark::base) theirs_ = true;
    return theirs_ || mark != ConflictMark::none;
  }

  /// A comment at the margin, which belongs to no value but to one in quotes.
  [[nodiscard]] bool is_comment(std::string_view line) const {
    const bool quoted = starts_with(entry_.value, "\"") || starts_with(entry_.value, "'");
    return starts_with(line, "#") && !quoted;
  }

  void add_line(std::string_view line, std::size_t number) {
    if (is_comment(line)) {
      // It ends a plain scalar; lists and tables go on behind it.
      const char first = entry_.value.empty() ? '[' : entry_.value.front();
      if (first != '[' && first != '{') finish();
      return;
    }
    const std::string_view key = key_of_line(line, separator_);
    if (key.empty()) {
      if (!entry_.key.empty()) entry_.below.append(line).push_back('\n');
      return;
    }
    const std::size_t value = line.find(separator_, key.size()) + 1;
    const bool glued = value < line.size() && !is_blank(line[value]);
    if (separator_ == ':' && glued && !is_known(key)) return;
    begin(key, line.substr(value), number);
  }

  void begin(std::string_view key, std::string_view value, std::size_t line) {
    finish();
    if (table_.members.size() >= (is_known(key) ? 2 * kMaxRescued : kMaxRescued)) return;
    entry_ = {key, trim(value), {}, line};
    const std::size_t inner =
        separator_ == ':' && starts_with(key, "layout") ? find_inner_key(value) : value.npos;
    if (inner == value.npos) return;
    entry_.value = trim(value.substr(0, inner));
    const std::string_view next = key_of_line(value.substr(inner), ':');
    begin_inner(next, value.substr(inner), line);
  }

  void begin_inner(std::string_view key, std::string_view rest, std::size_t line) {
    for (;;) {
      finish();
      const std::string_view value = rest.substr(rest.find(':', key.size()) + 1);
      const std::size_t inner = find_inner_key(value);
      entry_ = {key, trim(value.substr(0, std::min(inner, value.size()))), {}, line};
      if (inner == value.npos || table_.members.size() >= 2 * kMaxRescued) return;
      rest = value.substr(inner);
      key = key_of_line(rest, ':');
    }
  }

  void finish() {
    if (entry_.key.empty()) return;
    table_.members.emplace_back(std::string(entry_.key), value_of(entry_, separator_, parse_));
    entry_ = {};
  }

  // Each costs a parser's start; nobody has written that many keys. As many again for known ones.
  static constexpr std::size_t kMaxRescued = 200;

  char separator_;
  Parse parse_;
  MetaValue table_;
  Entry entry_;
  bool theirs_ = false;
};

}  // namespace

MetaValue rescue_yaml(std::string_view text, std::size_t first_line) {
  return Rescuer(':', parse_yaml).read(text, first_line);
}

MetaValue rescue_toml(std::string_view text, std::size_t first_line) {
  return Rescuer('=', parse_toml).read(text, first_line);
}

}  // namespace geul::indexer

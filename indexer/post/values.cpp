// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/post/values.hpp"

#include <algorithm>
#include <array>

#include "common/base/format.hpp"
#include "common/text/normalize.hpp"
#include "common/text/utf8.hpp"

namespace geul::indexer {
namespace {

constexpr std::array<std::string_view, 9> kReadOnce{
    "title", "date", "tags", "categories", "category", "author", "summary", "description", "draft"};

bool is_space_or_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte <= 0x20 || byte == 0x7F;
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

const MetaValue* find_dotted(const MetaValue& table, std::string_view path) noexcept {
  const MetaValue* value = &table;
  while (value != nullptr && !path.empty()) {
    const std::size_t end = std::min(path.find('.'), path.size());
    value = value->find(path.substr(0, end));
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return value;
}

/// "[공지]" and "[A, B]" as they were typed.
std::string bracketed(const MetaValue& list) {
  std::string text = "[";
  for (const MetaValue& item : list.items) {
    if (text.size() > 1) text += ", ";
    text += item.text;
  }
  return text + ']';
}

}  // namespace

std::string clean_line(std::string_view text) {
  std::string out;
  bool gap = false;
  for (const char c : text) {
    if (is_space_or_control(c)) {
      gap = true;
      continue;
    }
    if (gap && !out.empty()) out += ' ';
    gap = false;
    out += c;
  }
  return text::to_nfc(text::to_utf8(out));
}

std::string quote(std::string_view text) {
  constexpr std::size_t kMaxBytes = 120;
  const std::string line = clean_line(text.substr(0, 4 * kMaxBytes));
  const std::string_view shown = text::clip(line, kMaxBytes);
  return format("'{}{}'", shown, shown.size() < line.size() ? "…" : "");
}

const MetaValue* first_of(const MetaValue& table,
                          std::initializer_list<std::string_view> keys) noexcept {
  for (const std::string_view key : keys) {
    const MetaValue* value = find_dotted(table, key);
    if (value == nullptr || value->kind == MetaValue::Kind::null) continue;
    if (value->text.empty() && value->items.empty() && value->members.empty()) continue;
    return value;
  }
  return nullptr;
}

std::string read_text(const MetaValue& table, std::initializer_list<std::string_view> keys,
                      WarningList& warnings) {
  for (const std::string_view key : keys) {
    const MetaValue* value = first_of(table, {key});
    if (value == nullptr) continue;
    if (value->kind == MetaValue::Kind::table) {
      warnings.add(value->line, format("{} is a table, not text; left out", key));
      continue;
    }
    const bool list = value->kind == MetaValue::Kind::list;
    std::string text = clean_line(list ? bracketed(*value) : value->text);
    if (!text.empty() && text != "[]") return text;
  }
  return {};
}

std::optional<bool> as_boolean(std::string_view text) noexcept {
  if (text.size() > 5) return std::nullopt;
  const std::string word = lower_ascii(text);
  if (word == "true" || word == "yes" || word == "on" || word == "y" || word == "1") return true;
  if (word == "false" || word == "no" || word == "off" || word == "n" || word == "0") return false;
  return std::nullopt;
}

void warn_of_repeated_keys(const MetaValue& table, WarningList& warnings) {
  for (const std::string_view key : kReadOnce) {
    const auto same = [key](const auto& member) { return member.key == key; };
    if (std::count_if(table.members.begin(), table.members.end(), same) > 1)
      warnings.add(table.find(key)->line, format("{} is given twice; the last one counts", key));
  }
}

}  // namespace geul::indexer

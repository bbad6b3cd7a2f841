// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/post/front_matter.hpp"

#include "common/base/format.hpp"
#include "indexer/post/metadata_limits.hpp"
#include "indexer/post/rescue.hpp"
#include "indexer/post/text_lines.hpp"

namespace geul::indexer {
namespace {

bool is_fence(std::string_view line, char mark) {
  line = trim_right(line);
  return line.size() >= 3 && line.find_first_not_of(mark) == std::string_view::npos;
}

FrontMatterFormat opening(std::string_view line) {
  if (is_fence(line, '-')) return FrontMatterFormat::yaml;
  return is_fence(line, '+') ? FrontMatterFormat::toml : FrontMatterFormat::none;
}

bool is_closing(std::string_view line, FrontMatterFormat format) {
  if (format == FrontMatterFormat::toml) return is_fence(line, '+');
  return is_fence(line, '-') || trim_right(line) == "...";
}

/// Whether a line behind an opening fence that is never closed still belongs to it.
bool may_be_front_matter(std::string_view line, FrontMatterFormat format) {
  if (line.empty()) return false;
  if (is_blank(line.front()) || line.front() == '#' || starts_with(line, "- ")) return true;
  return !key_of_line(line, format == FrontMatterFormat::toml ? '=' : ':').empty();
}

FrontMatterFences unclosed(std::string_view text, FrontMatterFences fences, std::size_t begin) {
  const std::string_view rest = text.substr(begin);
  std::size_t end = 0;
  for (Lines lines(rest); lines.next() && may_be_front_matter(lines.line(), fences.format);)
    end = lines.next_begin();
  if (end == 0) return {};
  fences.text = rest.substr(0, end);
  fences.body_begin = begin + end;
  fences.closed = false;
  return fences;
}

/// Without a key behind the opening '---' it is a thematic break.
bool holds_a_key(std::string_view text, FrontMatterFormat format) {
  const char separator = format == FrontMatterFormat::toml ? '=' : ':';
  for (Lines lines(text); lines.next();)
    if (!key_of_line(trim_left(lines.line()), separator).empty()) return true;
  return false;
}

/// Whether the first line that says something gives a key: so begins front matter that goes on for
/// more than anybody writes, and no text below a thematic break.
bool begins_with_key(std::string_view text, FrontMatterFormat format) {
  for (Lines lines(text); lines.next();)
    if (const auto line = trim(lines.line()); !line.empty() && line.front() != '#')
      return !key_of_line(line, format == FrontMatterFormat::toml ? '=' : ':').empty();
  return false;
}

bool holds_nothing(std::string_view text) {
  for (Lines lines(text); lines.next();)
    if (const auto line = trim(lines.line()); !line.empty() && line.front() != '#') return false;
  return true;
}

}  // namespace

FrontMatterFences find_front_matter(std::string_view text) {
  Lines lines(text);
  FrontMatterFences fences;
  bool in_conflict = false;
  do {
    if (!lines.next()) return {};
    in_conflict = conflict_mark(lines.line()) == ConflictMark::ours;
  } while (trim(lines.line()).empty() || in_conflict);
  fences.format = opening(lines.line());
  if (fences.format == FrontMatterFormat::none) return {};
  const std::size_t begin = lines.next_begin();
  fences.line = lines.number() + 1;
  while (lines.next()) {
    if (!is_closing(lines.line(), fences.format)) continue;
    const bool large = lines.begin() - begin > kMaxMetadataBytes;
    if (large && !begins_with_key(text.substr(begin), fences.format)) break;
    fences.text = text.substr(begin, lines.begin() - begin);
    fences.body_begin = lines.next_begin();
    const bool real = holds_nothing(fences.text) || holds_a_key(fences.text, fences.format);
    return real ? fences : FrontMatterFences{};
  }
  return unclosed(text, fences, begin);
}

FrontMatter read_front_matter(std::string_view text, std::string_view file) {
  const FrontMatterFences fences = find_front_matter(text);
  FrontMatter result;
  result.values.kind = MetaValue::Kind::table;
  result.body_begin = fences.body_begin;
  if (fences.format == FrontMatterFormat::none) return result;
  const auto warn = [&](std::size_t line, std::string message) {
    result.warnings.push_back({{std::string(file), line}, std::move(message)});
  };
  if (!fences.closed) warn(fences.line, "the front matter has no closing fence");
  const bool toml = fences.format == FrontMatterFormat::toml;
  Result<MetaValue> parsed =
      toml ? parse_toml(fences.text, fences.line) : parse_yaml(fences.text, fences.line);
  if (parsed && parsed->kind != MetaValue::Kind::scalar && parsed->kind != MetaValue::Kind::list) {
    if (parsed->kind == MetaValue::Kind::table) result.values = std::move(*parsed);
    return result;
  }
  const char* const name = toml ? "TOML" : "YAML";
  if (fences.text.size() > kMaxMetadataBytes) {
    warn(fences.line, "the front matter is larger than 1 MiB; read line by line");
  } else if (parsed) {
    warn(fences.line, format("the front matter holds no keys in {}; read line by line", name));
  } else {
    warn(parsed.error().place.line,
         format("the front matter is no valid {} ({}); read line by line", name,
                parsed.error().message));
  }
  result.values =
      toml ? rescue_toml(fences.text, fences.line) : rescue_yaml(fences.text, fences.line);
  return result;
}

}  // namespace geul::indexer

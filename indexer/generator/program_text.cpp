// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/generator/program_text.hpp"

#include <algorithm>

namespace geul::indexer {
namespace {

bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '$';
}

std::string_view without_spaces(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  return text;
}

/// The end of the quoted text that begins at `begin`.
std::size_t end_of_quote(std::string_view program, std::size_t begin) {
  std::size_t end = begin + 1;
  while (end < program.size() && program[end] != program[begin])
    end += program[end] == '\\' ? std::size_t{2} : 1;
  return std::min(end, program.size());
}

/// Comments as spaces; quoted texts stay.
std::string without_comments(std::string_view program) {
  std::string out;
  for (std::size_t i = 0; i < program.size();) {
    const char c = program[i];
    const std::string_view two = program.substr(i, 2);
    std::size_t end = i + 1;
    bool comment = true;
    if (two == "//") {
      end = std::min(program.find('\n', i), program.size());
    } else if (two == "/*") {
      const std::size_t close = program.find("*/", i + 2);
      end = close == program.npos ? program.size() : close + 2;
    } else {
      comment = false;
      if (c == '\'' || c == '"' || c == '`')
        end = std::min(end_of_quote(program, i) + 1, program.size());
    }
    if (comment)
      out += ' ';
    else
      out += program.substr(i, end - i);
    i = end;
  }
  return out;
}

std::optional<std::string> literal_at(std::string_view text) {
  text = without_spaces(text);
  if (text.empty()) return std::nullopt;
  if (text.front() == '\'' || text.front() == '"') {
    const std::size_t end = end_of_quote(text, 0);
    if (end == text.size()) return std::nullopt;
    return std::string(text.substr(1, end - 1));
  }
  for (const std::string_view word : {"true", "false"})
    if (text.starts_with(word) && (text.size() == word.size() || !is_name(text[word.size()])))
      return std::string(word);
  return std::nullopt;
}

}  // namespace

std::optional<std::string> literal_of_key(std::string_view program, std::string_view key) {
  const std::string text = without_comments(program);
  const std::string_view all = text;
  for (std::size_t at = all.find(key); at != all.npos; at = all.find(key, at + 1)) {
    const bool whole = (at == 0 || !is_name(all[at - 1]));
    std::string_view rest = all.substr(at + key.size());
    if (!rest.empty() && (rest.front() == '\'' || rest.front() == '"')) rest.remove_prefix(1);
    rest = without_spaces(rest);
    if (!whole || !rest.starts_with(':')) continue;
    if (auto literal = literal_at(rest.substr(1))) return literal;
  }
  return std::nullopt;
}

}  // namespace geul::indexer

// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/generator/address.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace geul::indexer {
namespace {

constexpr std::string_view kPathMarks = "-._~!$&'()*+,;=:@";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_encoded(std::string_view text, std::size_t i) {
  return text[i] == '%' && i + 2 < text.size() && is_hex(text[i + 1]) && is_hex(text[i + 2]);
}

void append_encoded(std::string& out, std::string_view part) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  for (std::size_t i = 0; i < part.size(); ++i) {
    const char c = part[i];
    const bool plain =
        is_letter(c) || is_digit(c) || kPathMarks.find(c) != kPathMarks.npos || is_encoded(part, i);
    if (plain) {
      out += c;
    } else {
      const auto byte = static_cast<std::uint8_t>(c);
      out += '%';
      out += kDigits[byte >> 4U];
      out += kDigits[byte & 15U];
    }
  }
}

/// "..", and what a browser takes for it: "%2e%2E".
bool is_upward(std::string_view part) {
  std::size_t dots = 0;
  while (!part.empty() && dots < 3) {
    const bool encoded =
        part.size() >= 3 && part[0] == '%' && part[1] == '2' && (part[2] == 'e' || part[2] == 'E');
    if (!encoded && part.front() != '.') return false;
    part.remove_prefix(encoded ? 3 : 1);
    ++dots;
  }
  return part.empty() && dots <= 2;
}

/// Reads one to `most` digits off the front.
int take_number(std::string_view& text, std::size_t most) {
  std::size_t digits = 0;
  while (digits < text.size() && digits < most && is_digit(text[digits])) ++digits;
  int value = -1;
  std::from_chars(text.data(), text.data() + digits, value);
  text.remove_prefix(digits);
  return digits == 0 ? -1 : value;
}

bool take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

/// Which beginnings of a text a pattern matches, by their lengths: shell-like, one step of all of
/// them a character.
std::vector<char> matched_beginnings(std::string_view pattern, std::string_view text) {
  std::vector<char> reached(text.size() + 1, 0);
  reached[0] = 1;
  for (std::size_t p = 0; p < pattern.size(); ++p) {
    if (std::ranges::find(reached, 1) == reached.end()) break;
    const bool star = pattern[p] == '*';
    const bool deep = star && p + 1 < pattern.size() && pattern[p + 1] == '*';
    if (deep) ++p;
    std::vector<char> next(text.size() + 1, 0);
    for (std::size_t t = 0; t <= text.size(); ++t) {
      if (star) {
        const bool through = t > 0 && next[t - 1] != 0 && (deep || text[t - 1] != '/');
        next[t] = reached[t] != 0 || through ? 1 : 0;
      } else if (t > 0 && reached[t - 1] != 0) {
        const bool any = pattern[p] == '?' && text[t - 1] != '/';
        next[t] = any || pattern[p] == text[t - 1] ? 1 : 0;
      }
    }
    reached.swap(next);
  }
  return reached;
}

}  // namespace

std::vector<std::string_view> path_parts(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    const std::string_view part = path.substr(0, end);
    if (!part.empty() && part != ".") parts.push_back(part);
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return parts;
}

std::string site_address(std::string_view path) {
  std::string address;
  for (const std::string_view part : path_parts(path)) {
    if (is_upward(part)) continue;
    address += '/';
    append_encoded(address, part);
  }
  if (address.empty() || path.back() == '/') address += '/';
  return address;
}

std::string encode_path(std::string_view path) {
  std::string encoded;
  for (const char c : path) {
    if (c == '/' || c == '%')
      encoded += c == '/' ? "/" : "%25";
    else
      append_encoded(encoded, {&c, 1});
  }
  return encoded;
}

std::string across_folders(std::string_view pattern) {
  std::string wide;
  for (const char c : pattern) {
    if (c != '*')
      wide += c;
    else if (!wide.ends_with('*'))
      wide += "**";
  }
  return wide;
}

PathName split_path(std::string_view path) {
  PathName name;
  const std::size_t slash = path.rfind('/');
  if (slash != path.npos) name.folder = path.substr(0, slash);
  name.stem = path.substr(slash == path.npos ? 0 : slash + 1);
  const std::size_t dot = name.stem.rfind('.');
  if (dot == name.stem.npos || dot == 0) return name;
  name.extension = name.stem.substr(dot);
  name.stem = name.stem.substr(0, dot);
  return name;
}

DatedName split_date(std::string_view stem) {
  std::string_view rest = stem;
  Day day;
  day.year = take_number(rest, 4);
  const bool year = stem.size() - rest.size() == 4 && take(rest, '-');
  day.month = year ? take_number(rest, 2) : -1;
  const bool month = year && take(rest, '-');
  day.day = month ? take_number(rest, 2) : -1;
  const bool apart =
      rest.empty() || rest.front() == '-' || rest.front() == '_' || rest.front() == ' ';
  if (!month || !apart || !exists(day)) return {std::nullopt, stem};
  if (!rest.empty()) rest.remove_prefix(1);
  return {day, rest};
}

bool path_matches(std::string_view pattern, std::string_view path) {
  constexpr std::size_t kLongest = 256;
  constexpr std::size_t kLongestPath = 16'384;
  while (!pattern.empty() && pattern.front() == '/') pattern.remove_prefix(1);
  while (!pattern.empty() && pattern.back() == '/') pattern.remove_suffix(1);
  if (pattern.empty() || pattern.size() > kLongest || path.size() > kLongestPath) return false;
  if (pattern.find_first_of("*?") == pattern.npos)
    return path.substr(0, pattern.size()) == pattern &&
           (path.size() == pattern.size() || path[pattern.size()] == '/');
  const std::vector<char> reached = matched_beginnings(pattern, path);
  for (std::size_t end = 1; end <= path.size(); ++end)
    if (reached[end] != 0 && (end == path.size() || path[end] == '/')) return true;
  return false;
}

}  // namespace geul::indexer

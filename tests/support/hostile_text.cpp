// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/hostile_text.hpp"

#include <regex>

#include "common/text/utf8.hpp"

namespace geul::test {
namespace {

std::string without_our_escapes(std::string_view printed) {
  static const std::regex ours(
      "\x1B\\[(0|1|2|1;33)m"                          // colours
      "|\x1B\\]8;;((https?|file)://[!-~]*)?\x1B\\\\"  // links
      "|\r\x1B\\[K"                                   // the line of a progress
      "|\r\n",                                        // what a terminal makes of \n
      std::regex::ECMAScript | std::regex::optimize);
  return std::regex_replace(std::string(printed), ours, "\n");
}

bool acts(char32_t c) {
  const bool control = (c < 0x20 && c != U'\n') || (c >= 0x7F && c < 0xA0);
  const bool bidirectional = c == 0x061C || c == 0x200E || c == 0x200F ||
                             (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  return control || bidirectional;
}

}  // namespace

std::string acting_part(std::string_view printed) {
  if (!text::is_utf8(printed)) return "ill-formed UTF-8";
  const std::string rest = without_our_escapes(printed);
  std::string acting;
  for (std::size_t at = 0; at < rest.size();) {
    const char32_t c = text::next_code_point(rest, at);
    if (acts(c)) acting += "U+" + std::to_string(static_cast<unsigned>(c)) + ' ';
  }
  return acting;
}

}  // namespace geul::test

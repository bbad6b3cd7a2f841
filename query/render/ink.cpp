// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/ink.hpp"

#include <algorithm>
#include <array>

#include "common/base/format.hpp"
#include "common/text/display.hpp"

namespace geul::query {
namespace {

// Select Graphic Rendition, ECMA-48 8.3.117.
constexpr std::string_view kReset = "\x1B[0m";
constexpr std::string_view kBold = "\x1B[1m";
constexpr std::string_view kFaint = "\x1B[2m";
constexpr std::string_view kBoldYellow = "\x1B[1;33m";

bool is_web_address(std::string_view address) {
  return address.starts_with("https://") || address.starts_with("http://");
}

/// Characters that stand in an address as they are (RFC 3986 and IRIs' '%'); all others, and with
/// them every escape, are percent-encoded.
bool is_address_character(char c) {
  constexpr std::string_view kMarks = "-._~:/?#[]@!$&'()*+,;=%";
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         kMarks.find(c) != std::string_view::npos;
}

std::string encoded(std::string_view address, std::string_view but) {
  std::string out;
  for (const char c : address) {
    if (is_address_character(c) && but.find(c) == std::string_view::npos)
      out += c;
    else
      out += format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

std::string target_of(std::string_view address) {
  if (is_web_address(address)) return encoded(address, "");
  if (address.starts_with('/')) return "file://" + encoded(address, "%?#");
  return {};
}

}  // namespace

std::string Ink::marked(std::string_view text, const std::vector<ByteSpan>& marks,
                        std::string_view base, std::string_view mark) const {
  if (options_.style == Style::plain) return text::printable(text);
  std::string out{base};
  std::size_t at = 0;
  for (const ByteSpan& span : marks) {
    out += text::printable(slice(text, {at, span.begin}));
    out.append(kReset).append(mark);
    out += text::printable(slice(text, span));
    out.append(kReset).append(base);
    at = span.end;
  }
  out += text::printable(text.substr(at));
  return marks.empty() && base.empty() ? out : out.append(kReset);
}

std::string Ink::title(std::string_view text, const std::vector<ByteSpan>& marks) const {
  return marked(text, marks, kBold, kBoldYellow);
}

std::string Ink::passage(std::string_view text, const std::vector<ByteSpan>& marks) const {
  return marked(text, marks, "", kBoldYellow);
}

std::string Ink::faint(std::string_view text) const {
  return marked(text, {}, kFaint, kFaint);
}

std::string Ink::link(const std::string& shown, std::string_view address) const {
  const std::string target = target_of(address);
  if (options_.links == Links::none || target.empty()) return shown;
  return format("\x1B]8;;{}\x1B\\{}\x1B]8;;\x1B\\", target, shown);
}

}  // namespace geul::query

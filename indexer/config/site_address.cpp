// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/config/site_address.hpp"

#include <algorithm>
#include <charconv>
#include <system_error>

#include "common/base/format.hpp"
#include "common/text/letters.hpp"
#include "common/text/utf8.hpp"
#include "indexer/generator/address.hpp"

namespace geul::indexer {
namespace {

constexpr std::size_t kMaxBytes = 2000;
constexpr int kMaxPort = 65'535;

Failure refuse(std::string message) {
  return fail(ErrorCode::malformed, std::move(message));
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_host_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '-' || c == '.' ||
         byte >= 0x80;
}

bool is_port(std::string_view text) {
  int port = 0;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, port);
  return !text.empty() && is_digit(text.front()) && read.ec == std::errc() && read.ptr == end &&
         port <= kMaxPort;
}

/// "blog.example:8080"; an address of IPv6 in brackets has hexadecimal digits and colons.
bool is_host(std::string_view authority) {
  if (authority.starts_with('[')) {
    const std::size_t end = authority.find(']');
    if (end == authority.npos || end < 3) return false;
    const std::string_view rest = authority.substr(end + 1);
    return authority.substr(1, end - 1).find_first_not_of("0123456789abcdefABCDEF:.") ==
               authority.npos &&
           (rest.empty() || (rest.front() == ':' && is_port(rest.substr(1))));
  }
  const std::size_t colon = authority.find(':');
  const std::string_view host = authority.substr(0, colon);
  return !host.empty() && host.front() != '.' && std::ranges::all_of(host, is_host_byte) &&
         (colon == authority.npos || is_port(authority.substr(colon + 1)));
}

/// The end of "http://" or "https://"; 0 for others.
std::size_t end_of_scheme(std::string_view text) {
  for (const std::string_view scheme : {"http://", "https://"})
    if (text::lower_case(text.substr(0, scheme.size())) == scheme) return scheme.size();
  return 0;
}

}  // namespace

Result<SiteAddress> read_site_address(std::string_view text) {
  if (text.size() > kMaxBytes) return refuse(format("more than {} bytes", kMaxBytes));
  if (!text::is_utf8(text) || std::ranges::any_of(text, [](char c) {
        return static_cast<unsigned char>(c) <= ' ' || c == '\x7f' || c == '\\';
      }))
    return refuse("an address has no spaces, backslashes and control characters");
  const std::size_t host = end_of_scheme(text);
  if (host == 0) return refuse("it begins with neither https:// nor http://");
  const std::size_t path = std::min(text.find_first_of("/?#", host), text.size());
  const std::string_view authority = text.substr(host, path - host);
  if (authority.find('@') != authority.npos)
    return refuse("an address of a site holds no user and no password");
  if (!is_host(authority)) return refuse(format("{} is no host", authority));
  if (text.find_first_of("?#", path) != text.npos)
    return refuse("an address of a site has no ? and no #");
  SiteAddress address{std::string(text), {}};
  for (const std::string_view part : path_parts(text.substr(path))) {
    if (part == "..") return refuse("its path holds ..");
    address.base.append("/").append(part);
  }
  return address;
}

}  // namespace geul::indexer

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "common/base/result.hpp"

namespace geul::indexer {

/// Where a site is on the web.
struct SiteAddress {
  std::string text;  ///< as it was written
  std::string base;  ///< its path without the last '/': "/base"; empty: the site is at the root

  friend bool operator==(const SiteAddress&, const SiteAddress&) = default;
};

/// Reads the address of a site (RFC 3986 and, as browsers take them, letters beyond ASCII):
///
///     https://blog.example/base/  ->  base "/base"
///     http://localhost:4000       ->  base ""
///
/// Errors  malformed: another scheme than http and https, a user or password, no host or a host of
///         other characters than letters, digits, '-' and '.', a port that is none, a query or
///         fragment, spaces or control characters, a path with "..", more than 2,000 bytes.
[[nodiscard]] Result<SiteAddress> read_site_address(std::string_view text);

}  // namespace geul::indexer

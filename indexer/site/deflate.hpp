// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/base/result.hpp"

namespace geul::indexer::site {

/// A raw DEFLATE stream (RFC 1951), as small as libdeflate makes it. The same version of libdeflate
/// gives the same bytes.
/// Cost  some 10 MB/s.
[[nodiscard]] std::string deflate(std::string_view bytes);

/// Errors  malformed: no such stream, something behind it, or more than `max_bytes`.
[[nodiscard]] Result<std::string> inflate(std::string_view stream, std::size_t max_bytes);

}  // namespace geul::indexer::site

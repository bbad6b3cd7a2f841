// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "common/text/source_text.hpp"

namespace geul::text {

/// The first step of read_source_text(): any bytes to well-formed UTF-8, in whatever encoding they
/// are. Line ends, NULs and normalization are left as they are.
[[nodiscard]] SourceText convert(std::string_view bytes);

}  // namespace geul::text

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace geul::text {

/// The version of Unicode behind word breaks, scripts and folding, such as "15.0".
[[nodiscard]] std::string unicode_version();
/// The version of the library that brings it, such as "ICU 72.1".
[[nodiscard]] std::string library_version();

}  // namespace geul::text

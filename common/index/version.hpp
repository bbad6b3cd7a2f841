// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace geul::index {

/// The text behind a program's --version: its own version, the index's schema, `formats` (whole
/// lines, of what else the program writes), the analyser's fingerprint, ICU's version as it is now,
/// and those of the other libraries when it was built.
[[nodiscard]] std::string version_text(std::string_view program, std::string_view formats = {});

}  // namespace geul::index

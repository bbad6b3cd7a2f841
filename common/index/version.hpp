// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace geul::index {

/// The text behind a program's --version: its own version, the index's schema, the analyser's
/// fingerprint and the libraries, a line each.
[[nodiscard]] std::string version_text(std::string_view program);

}  // namespace geul::index

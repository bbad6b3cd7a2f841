// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "common/cli/command.hpp"

namespace geul::cli {

/// The manual page (section 1) of a program in roff, with the macros of man(7): its commands and
/// options from their tables, and what both programs have in common (exit status, `.geul`).
/// UTF-8, which man-db and mandoc read.
[[nodiscard]] std::string manual(const Program& program);

}  // namespace geul::cli

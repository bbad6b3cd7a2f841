// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "common/base/result.hpp"
#include "common/cli/command.hpp"

namespace geul::cli {

/// Reads the variables of a command's options into those targets that are not `given`, which grows
/// by them. As parse() says.
[[nodiscard]] Result<void> take_variables(const Command& command, const Environment& environment,
                                          std::vector<Given>& given);

}  // namespace geul::cli

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace geul::indexer {

/// indexer/geul.schema.json, built into the program.
[[nodiscard]] std::string_view config_schema() noexcept;

}  // namespace geul::indexer

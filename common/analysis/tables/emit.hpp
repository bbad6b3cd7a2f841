// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace geul::analysis::tables {

/// The header that core/ includes as "korean_tables.hpp", from the tables in `data_folder`: rows
/// sorted as core/table_types.hpp says, and the hash of them all. Throws Failure.
[[nodiscard]] std::string emit_header(const std::string& data_folder);

/// The same header for the browser's core (GEUL_SMALL_CORE): where in core::packed_rows each
/// table is.
[[nodiscard]] std::string emit_packed_header(const std::string& data_folder);

/// The rows as JSON, for query/web/core/pack.js.
[[nodiscard]] std::string emit_json(const std::string& data_folder);

}  // namespace geul::analysis::tables

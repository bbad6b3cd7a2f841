// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>

#include "common/base/result.hpp"

namespace geul::index {

/// Whether the single database in a folder is geul's, of whatever schema and analysis, so that it
/// may be written to or replaced.
/// Errors  conflict: it is another program's; corrupt, io: it cannot be told.
[[nodiscard]] Result<void> check_origin(const std::filesystem::path& folder);

/// The failure for a place that holds anything else.
[[nodiscard]] Failure not_ours(const std::filesystem::path& folder);
/// The failure of all writing after a first one.
[[nodiscard]] Failure failed_before(const std::filesystem::path& folder);

}  // namespace geul::index

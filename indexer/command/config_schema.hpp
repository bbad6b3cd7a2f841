// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>

#include "common/base/embedded_file.hpp"

namespace geul::indexer {

/// The one file of indexer/config/schema.
[[nodiscard]] std::span<const EmbeddedFile> config_schema_files() noexcept;

}  // namespace geul::indexer

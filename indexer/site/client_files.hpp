// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>

#include "common/base/embedded_file.hpp"

namespace geul::indexer::site {

/// The files of the browser's client, made by query/web, by their paths in the search's folder.
[[nodiscard]] std::span<const EmbeddedFile> client_files() noexcept;

}  // namespace geul::indexer::site

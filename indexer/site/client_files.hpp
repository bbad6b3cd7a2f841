// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace geul::indexer::site {

/// A file of the browser's client, made by query/web and built into the program.
struct ClientFile {
  std::string_view path;  ///< in the search's folder, with '/'
  std::string_view bytes;
};

/// All of them, by their paths.
[[nodiscard]] std::span<const ClientFile> client_files() noexcept;

}  // namespace geul::indexer::site

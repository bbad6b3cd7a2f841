// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "common/base/result.hpp"

namespace geul::index {

/// A single database that a name stands for.
struct DatabasePlace {
  std::string name;        ///< a folder, or HOST:PORT
  std::string whole = {};  ///< the folder of the sharded database that it is a part of; else empty
};

/// Where a remote database is asked for.
struct RemoteAddress {
  std::string host;
  unsigned port = 0;
};

/// HOST:PORT taken apart; nothing for a name that is none. A folder of that name comes first:
/// whoever asks looks for it before.
[[nodiscard]] std::optional<RemoteAddress> remote_address(const std::string& name);

/// The single databases that names stand for, in their order. A name is a folder, the folder of a
/// sharded database, HOST:PORT, or a stub file (Xapian's list of databases: "auto PATH" or "remote
/// HOST:PORT" a line, relative paths from the list's folder).
/// Errors  malformed, io: a list that cannot be read; limit: lists of lists without end; usage: no
///         database is named.
[[nodiscard]] Result<std::vector<DatabasePlace>> places_of(const std::vector<std::string>& names);

/// The nearest folder `.geul` in `folder` or above it; nothing where there is none.
[[nodiscard]] std::optional<std::string> nearest_database(const std::filesystem::path& folder);

/// The database that is meant where none is named: the nearest from the working folder on.
/// Errors  not_found: there is none.
[[nodiscard]] Result<std::string> default_database();

}  // namespace geul::index

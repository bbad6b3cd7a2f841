// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

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

}  // namespace geul::index

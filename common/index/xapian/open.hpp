// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "common/base/result.hpp"
#include "common/index/xapian/identity.hpp"

namespace geul::index {

/// Databases opened as one.
struct OpenedDatabases {
  Xapian::Database database;
  Identity identity;
  Settings settings;      ///< of the first, with the facets of all
  std::size_t bytes = 0;  ///< of the files that are here
};

/// Opens each database, checks that it is geul's and of this program's schema and analysis, and
/// joins them. A name is a folder, a stub file (Xapian's list of databases: "auto PATH" or
/// "remote HOST:PORT" a line) or HOST:PORT, where xapian-tcpsrv answers.
/// Errors  as Reader::open().
[[nodiscard]] Result<OpenedDatabases> open_databases(const std::vector<std::string>& names);

}  // namespace geul::index

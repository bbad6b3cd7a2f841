// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "common/base/result.hpp"
#include "common/index/places.hpp"
#include "common/index/reader.hpp"
#include "common/index/xapian/databases.hpp"
#include "common/index/xapian/identity.hpp"

namespace geul::index {

/// One of the databases that are opened as one, for itself.
struct OpenedPart {
  DatabasePlace place;
  Xapian::Database database;
  bool is_remote = false;
};

/// Databases opened as one.
struct OpenedDatabases {
  Xapian::Database database;
  std::vector<OpenedPart> parts;
  std::vector<MissingDatabase> missing;  ///< with Unreachable::leave_out
  Identity identity;
  Settings settings;      ///< of the first, with the facets of all
  std::size_t bytes = 0;  ///< of the files that are here

  [[nodiscard]] SearchedDatabases searched() const {
    SearchedDatabases searched{database, {}};
    for (const OpenedPart& part : parts) searched.shards.push_back(part.database);
    return searched;
  }
};

/// Opens each database, checks that it is geul's and of this program's schema and analysis, and
/// joins them; what is missing already is not asked for.
/// Errors  as Reader::open().
[[nodiscard]] Result<OpenedDatabases> open_databases(
    const std::vector<std::string>& names, const OpenOptions& options = {},
    const std::vector<MissingDatabase>& missing = {});

}  // namespace geul::index

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include "common/index/maintenance.hpp"

namespace geul::index {

/// Looks at all that geul wrote to a database: records, keys, values, and for each document whether
/// its postings, from either side, and its positions are those that it was written with; and at
/// what the database counts. Throws Xapian::Error.
[[nodiscard]] CheckReport inspect_contents(const Xapian::Database& database);

/// Looks whether each key is of one document. Two documents of one key would be two copies of a
/// post, of which updates find one. Throws Xapian::Error.
[[nodiscard]] CheckReport inspect_keys(const Xapian::Database& database);

/// What to do about any damage.
inline constexpr const char* kBuildAnew =
    "build it again with geul-index build --rebuild; where that is refused, delete it before";

}  // namespace geul::index

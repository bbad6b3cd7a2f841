// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace geul::index {

/// Looks whether the version file (iamglass) of a glass database says nothing impossible of its
/// tables, and names blocks as their roots that are such. Xapian 1.4 believes it: of a table that
/// is said to be deep, or to have no blocks, the process dies, and blocks of a size that they have
/// not are read past their ends. So a database whose block size somebody chose (xapian-compact -b)
/// is refused. What Xapian looks at itself is left to it, as are a file that is missing and one of
/// another format.
///
/// To be called before a folder's database is opened; throws Xapian::DatabaseCorruptError.
/// Cost  reads some 100 bytes, and the head of a block in each table.
void check_version_file(const std::string& folder);

}  // namespace geul::index

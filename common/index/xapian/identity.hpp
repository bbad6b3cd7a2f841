// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>

#include "common/base/result.hpp"
#include "common/index/settings.hpp"

namespace geul::index {

/// What a database says of itself in its metadata. No time and no host, so that one collection
/// gives the same metadata whenever and wherever it is indexed.
struct Identity {
  std::string schema;       ///< kSchemaVersion in decimal digits; empty in what is not geul's
  std::string fingerprint;  ///< analysis::fingerprint()
  std::string unicode;      ///< text::unicode_version()
};

/// What this program writes and reads.
[[nodiscard]] Identity own_identity();

/// Throws Xapian::Error. Of several databases in one, the first is read: ask one by one.
[[nodiscard]] Identity identity_of(const Xapian::Database& database);
void set_identity(Xapian::WritableDatabase& database, const Identity& identity);

/// The settings kept in the metadata with their checksum (SCHEMA.md); throws Xapian::Error.
/// Errors  malformed.
[[nodiscard]] Result<Settings> settings_of(const Xapian::Database& database);
void set_settings(Xapian::WritableDatabase& database, const Settings& settings);

/// The settings of a database that has what they promise: positions, of which Xapian takes the
/// missing table for one that nothing was written to yet.
/// Errors  corrupt; malformed; as to_error().
[[nodiscard]] Result<Settings> sound_settings_of(const Xapian::Database& database,
                                                 const std::string& name);

/// Makes a database without documents, of this program and with these settings, in a folder that is
/// absent or empty. `flags` are Xapian's, such as DB_NO_SYNC; throws Xapian::Error.
void create_empty(const std::string& folder, const Settings& settings, int flags = 0);

/// Whether the database can be used by this program.
/// Errors  conflict: not geul's; incompatible, with what differs and what to do.
[[nodiscard]] Result<void> check_identity(const Identity& found, const std::string& database);

}  // namespace geul::index

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/base/result.hpp"

namespace geul::index {

/// Something wrong with a database.
struct Finding {
  std::string message;  ///< plain text; may quote a document's id
  std::string hint;     ///< what to do
};

/// What check() found, and how much it looked at.
struct CheckReport {
  std::vector<Finding> findings;  ///< at most kMaxFindings
  std::size_t documents = 0;
  std::vector<std::string> notes = {};  ///< what was left out, and why
};

/// Verifies a database: that it is geul's and of this program's schema and analysis, Xapian's own
/// check of its tables, and of every document that its record can be read (it carries a checksum),
/// that it has one key, which is its id's and no other document's, a content hash, the values that
/// its record asks for, and the postings and positions that it was written with; and that what the
/// database counts is so.
///
/// Of a sharded one: all shards, and that no two have the same document.
///
/// Of a database that this user may not write, Xapian's check is left out, with a note: it opens
/// the tables for writing. A build with AddressSanitizer leaves Xapian's check out: it aborts there
/// up to 1.4.29.
///
/// Expects  a folder. Queries and a writer may go on.
/// Errors   not_found; io. Damage is a finding, no error.
/// Cost     reads everything, and looks each list of positions up: some 25 MB/s of one core.
[[nodiscard]] Result<CheckReport> check(const std::string& database);
inline constexpr std::size_t kMaxFindings = 100;

/// Writes a compacted copy of a database to `out`, smaller and as fast or faster to search, and
/// open to updates, of as many shards. Built beside and moved there, so that `out` is never half a
/// database.
///
/// Expects  `out` absent or an empty folder.
/// Errors   not_found, incompatible, corrupt for `database`; conflict when `out` is taken; io.
[[nodiscard]] Result<void> compact(const std::string& database, const std::string& out);

}  // namespace geul::index

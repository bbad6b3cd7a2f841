// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

#include "common/base/result.hpp"
#include "common/index/folder.hpp"

namespace geul::index {

/// A sharded database is a folder DIR with the list DIR/XAPIANDB and the databases DIR/0, DIR/1 …,
/// each complete in itself. Document number G of the whole, from 1, is number (G - 1) / N + 1 of
/// shard (G - 1) % N: Xapian's own way of numbering N databases in one, so that the whole has the
/// order, and with it the ties, of one database of all documents.
inline constexpr std::size_t kMostShards = 256;

/// Where shard `shard` of `shards` lies; a single one is the folder itself.
[[nodiscard]] std::filesystem::path shard_folder(const std::filesystem::path& folder,
                                                 std::size_t shard, std::size_t shards);

/// The databases at a place, in their order; none where there is no database.
/// Errors  io; conflict: the list is not the one of the numbered folders beside it.
[[nodiscard]] Result<std::vector<std::filesystem::path>> shards_at(
    const std::filesystem::path& folder);

/// Writes the list of `shards` databases into `folder`, which is there. Errors  io.
[[nodiscard]] Result<void> write_shard_list(const std::filesystem::path& folder,
                                            std::size_t shards);

/// The write locks of all databases at a place.
/// Errors  as shards_at() and FolderLock::take().
[[nodiscard]] Result<std::vector<FolderLock>> lock_database(const std::filesystem::path& folder);

/// Deletes the databases that processes that have died left beside `folder`, if no lock is held.
void remove_leftover_databases(const std::filesystem::path& folder);

}  // namespace geul::index

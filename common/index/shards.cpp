// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/shards.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "common/base/files.hpp"
#include "common/base/format.hpp"

namespace geul::index {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMaxListBytes = std::uintmax_t{1} << 16U;

std::string list_of(std::size_t shards) {
  std::string list;
  for (std::size_t shard = 0; shard < shards; ++shard) list += format("auto {}\n", shard);
  return list;
}

std::size_t count_numbered(const fs::path& folder) {
  std::size_t count = 0;
  std::error_code error;
  while (count < kMostShards && fs::is_directory(folder / std::to_string(count), error)) ++count;
  return count;
}

Result<std::size_t> count_shards(const fs::path& folder) {
  const std::size_t count = count_numbered(folder);
  const Result<std::string> list = read_file(folder / kShardList, kMaxListBytes);
  if (!list) return fail(list.error());
  if (count > 0 && *list == list_of(count)) return count;
  return fail(ErrorCode::conflict,
              format("{} does not list the numbered databases beside it, and no others",
                     (folder / kShardList).string()),
              "bring back what is missing, or move the folder away and build it again");
}

bool is_any_locked(const std::vector<fs::path>& folders) {
  return std::ranges::any_of(folders, [](const fs::path& folder) {
    return inspect_folder(folder) == FolderKind::database && !FolderLock::take(folder);
  });
}

}  // namespace

fs::path shard_folder(const fs::path& folder, std::size_t shard, std::size_t shards) {
  return shards == 1 ? folder : folder / std::to_string(shard);
}

Result<std::vector<fs::path>> shards_at(const fs::path& folder) {
  const Result<FolderKind> kind = inspect_folder(folder);
  if (!kind) return fail(kind.error());
  if (*kind == FolderKind::database) return std::vector{folder};
  std::vector<fs::path> shards;
  if (*kind != FolderKind::sharded) return shards;
  const Result<std::size_t> count = count_shards(folder);
  if (!count) return fail(count.error());
  for (std::size_t shard = 0; shard < *count; ++shard)
    shards.push_back(folder / std::to_string(shard));
  return shards;
}

Result<void> write_shard_list(const fs::path& folder, std::size_t shards) {
  return write_file(folder / kShardList, list_of(shards));
}

Result<std::vector<FolderLock>> lock_database(const fs::path& folder) {
  const Result<std::vector<fs::path>> shards = shards_at(folder);
  if (!shards) return fail(shards.error());
  std::vector<FolderLock> locks;
  for (const fs::path& shard : *shards) {
    Result<FolderLock> lock = FolderLock::take(shard);
    if (!lock) return fail(lock.error());
    locks.push_back(std::move(*lock));
  }
  return locks;
}

void remove_leftover_databases(const fs::path& folder) {
  remove_leftovers(folder, [](const fs::path& leftover) {
    std::vector<fs::path> parts{leftover};
    const std::size_t numbered = count_numbered(leftover);
    for (std::size_t shard = 0; shard < numbered; ++shard)
      parts.push_back(leftover / std::to_string(shard));
    if (!is_any_locked(parts)) remove_database(leftover);
  });
}

}  // namespace geul::index

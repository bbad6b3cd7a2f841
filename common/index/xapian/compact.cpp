// SPDX-License-Identifier: GPL-2.0-or-later
#include <xapian.h>

#include "common/base/files.hpp"
#include "common/base/format.hpp"
#include "common/index/folder.hpp"
#include "common/index/maintenance.hpp"
#include "common/index/shards.hpp"
#include "common/index/xapian/guard.hpp"
#include "common/index/xapian/open.hpp"

namespace geul::index {
namespace {

namespace fs = std::filesystem;

Result<void> check_target(const fs::path& target) {
  const Result<FolderKind> kind = inspect_folder(target);
  if (!kind) return fail(kind.error());
  if (*kind == FolderKind::absent || *kind == FolderKind::empty) return check_surroundings(target);
  return fail(ErrorCode::conflict, format("{} is there already", target.string()),
              "name a new folder with --out");
}

/// FULL, not FULLER: an update of the copy would split every block (XAPIAN.md).
Result<void> compact_to(const fs::path& out, const std::string& database, unsigned flags) {
  const Result<OpenedDatabases> opened = open_databases({database});
  if (!opened) return fail(opened.error());
  if (Result<void> made = create_folder(out); !made) return made;
  return guarded(database, [&] {
    Xapian::Database source = opened->database;
    source.compact(out.string(), unsigned{Xapian::Compactor::FULL} | flags);
  });
}

/// Shard for shard. Each document keeps its number, which has its place in the whole.
Result<void> compact_shards(const fs::path& out, const std::vector<fs::path>& shards) {
  std::error_code error;
  fs::create_directory(out, error);
  if (error) return fail(io_error("create", out, error.value()));
  for (std::size_t shard = 0; shard < shards.size(); ++shard)
    if (Result<void> done = compact_to(shard_folder(out, shard, shards.size()),
                                       shards[shard].string(), Xapian::DBCOMPACT_NO_RENUMBER);
        !done)
      return done;
  return write_shard_list(out, shards.size());
}

}  // namespace

Result<void> compact(const std::string& database, const std::string& out) {
  const fs::path target = resolve_folder(out);
  if (Result<void> free = check_target(target); !free) return free;
  const Result<std::vector<fs::path>> shards = shards_at(database);
  if (!shards) return fail(shards.error());
  const fs::path side = beside(target);
  remove_leftover_databases(target);
  if (Result<void> made = create_folder(target.parent_path()); !made) return made;
  if (Result<void> cleared = clear_beside(target); !cleared) return cleared;
  Result<void> done =
      shards->size() > 1 ? compact_shards(side, *shards) : compact_to(side, database, 0);
  if (done) done = replace_folder(side, target);
  if (!done) remove_database(side);
  return done;
}

}  // namespace geul::index

// SPDX-License-Identifier: GPL-2.0-or-later
#include <xapian.h>

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
  if (*kind == FolderKind::absent || *kind == FolderKind::empty) return {};
  return fail(ErrorCode::conflict, format("{} is there already", target.string()),
              "name a new folder with --out");
}

}  // namespace

Result<void> compact(const std::string& database, const std::string& out) {
  const fs::path target = resolve_folder(out);
  if (Result<void> free = check_target(target); !free) return free;
  Result<OpenedDatabases> opened = open_databases({database});
  if (!opened) return fail(opened.error());
  const fs::path side = beside(target);
  remove_leftover_databases(target);
  std::error_code error;
  fs::create_directories(target.parent_path(), error);
  // FULL, not FULLER: an update of the copy would split every block (XAPIAN.md).
  Result<void> done = guarded(database, [&] {
    opened->database.compact(side.string(), unsigned{Xapian::Compactor::FULL});
  });
  if (done) done = replace_folder(side, target);
  if (!done) remove_database(side);
  return done;
}

}  // namespace geul::index

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.hpp"

namespace geul::index {

/// The list in a sharded database's folder. Xapian's own programs read it as well (a stub file).
inline constexpr std::string_view kShardList = "XAPIANDB";

/// What is at a place where a database is wanted, judged by file names alone.
enum class FolderKind {
  absent,    ///< nothing
  empty,     ///< an empty folder
  database,  ///< a folder with a glass database, of geul or of another program
  sharded,   ///< a folder of numbered folders and a list of them (shards.hpp)
  foreign,   ///< anything else: a file, a folder with other things
};
/// Errors  io: the folder cannot be looked into.
[[nodiscard]] Result<FolderKind> inspect_folder(const std::filesystem::path& folder);

/// `database` as an absolute path without symbolic links and without a '/' at its end, so that
/// renaming acts on the folder itself.
[[nodiscard]] std::filesystem::path resolve_folder(const std::string& database);

/// Whether a database's folder holds nothing else, so that it may be replaced and deleted.
/// Errors  conflict, naming the first file that is none of a database.
[[nodiscard]] Result<void> check_replaceable(const std::filesystem::path& folder);

/// Whether something may be written to a place, which need not be there.
/// Errors  conflict: it lies in a database, which is replaced and deleted as a whole.
[[nodiscard]] Result<void> check_surroundings(const std::filesystem::path& place);

/// The folder beside `folder` in which this process builds what is to take its place:
/// "posts.geul.new-1234".
[[nodiscard]] std::filesystem::path beside(const std::filesystem::path& folder);
/// Whether `name` is that of a folder which some process has so built beside one named `base`.
[[nodiscard]] bool is_beside(std::string_view name, std::string_view base);

/// The write lock of a database folder, the very one that Xapian's writers take (fcntl on
/// DIR/flintlock), without opening the database. Let go with the object.
class FolderLock {
 public:
  /// Errors  conflict: a writer has it; io.
  [[nodiscard]] static Result<FolderLock> take(const std::filesystem::path& folder);
  ~FolderLock();
  FolderLock(FolderLock&& other) noexcept;
  FolderLock& operator=(FolderLock&& other) noexcept;
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  explicit FolderLock(int descriptor) noexcept : descriptor_(descriptor) {}
  int descriptor_;
};

/// Deletes a folder of database files, or of such folders and their list, and nothing else; what
/// cannot be deleted stays.
void remove_database(const std::filesystem::path& folder);

/// Deletes a folder that holds what it knows, and leaves others.
using FolderRemover = std::function<void(const std::filesystem::path& folder)>;

/// Deletes by `remove` what a dead process left at beside(folder) that had this one's number, as
/// the first process of a container always has. Errors  conflict: something else is there, a link
/// for one. It is left alone, and nothing may be
///         written there.
[[nodiscard]] Result<void> clear_beside(const std::filesystem::path& folder,
                                        const FolderRemover& remove = remove_database);

/// Puts `replacement` in the place of `folder` in one step, so that whoever opens `folder` finds
/// the old content or the new, then deletes the old by `remove`. Where the file system cannot
/// exchange two folders, there is a moment in which `folder` is not there. Errors  io.
[[nodiscard]] Result<void> replace_folder(const std::filesystem::path& replacement,
                                          const std::filesystem::path& folder,
                                          const FolderRemover& remove = remove_database);

/// Puts `replacement` where no database is. Where another process was first, its database stays and
/// `replacement` is deleted. Errors  io.
[[nodiscard]] Result<void> put_new_database(const std::filesystem::path& replacement,
                                            const std::filesystem::path& folder);

/// Deletes what processes that have died left beside `folder` (see beside()) by `remove`.
void remove_leftovers(const std::filesystem::path& folder, const FolderRemover& remove);

/// Makes a folder, and those above it, where it is missing. Its permissions follow the umask, which
/// those of folders that Xapian makes do not. Errors  io.
[[nodiscard]] Result<void> create_folder(const std::filesystem::path& folder);

/// Bytes of the files in a folder; 0 for what is no folder.
[[nodiscard]] std::size_t folder_bytes(const std::filesystem::path& folder);

}  // namespace geul::index

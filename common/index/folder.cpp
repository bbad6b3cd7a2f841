// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/folder.hpp"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include "common/base/files.hpp"
#include "common/base/format.hpp"

namespace geul::index {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kBesideMark = ".new-";
constexpr std::string_view kVersionFile = "iamglass";
constexpr std::string_view kLockFile = "flintlock";

constexpr std::array<std::string_view, 9> kDatabaseFiles{
    kVersionFile,     kLockFile,        "v.tmp",         "docdata.glass", "position.glass",
    "postlist.glass", "spelling.glass", "synonym.glass", "termlist.glass"};

bool is_number(const std::string& name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; });
}

/// "changes12", which Xapian keeps for its replicas.
bool is_changeset(const std::string& name) {
  constexpr std::string_view kFront = "changes";
  return name.starts_with(kFront) && is_number(name.substr(kFront.size()));
}

/// Of the names that Xapian gives, or the list of shards and what it is written to first.
bool is_database_file(const fs::path& file) {
  std::error_code unknown;
  const std::string name = file.filename().string();
  const bool is_list =
      name == kShardList || (name.starts_with(kShardList) && name.ends_with(".tmp"));
  const bool is_known = std::ranges::find(kDatabaseFiles, name) != kDatabaseFiles.end();
  return (is_list || is_known || is_changeset(name)) &&
         fs::symlink_status(file, unknown).type() == fs::file_type::regular;
}

std::vector<std::string> names_in(const fs::path& folder, std::error_code& error) {
  std::vector<std::string> names;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
    names.push_back(it->path().filename().string());
  return names;
}

/// The list, a shard, or what is being built to take a shard's place.
bool is_shard_file(const std::string& name) {
  return name == kShardList || is_number(name.substr(0, name.find(kBesideMark)));
}

/// What lies in a folder and is no database's, or cannot be looked into; nothing where all is.
/// Databases and a list of them may lie in it, too: shards, and what a build had not merged yet.
std::optional<fs::path> foreign_in(const fs::path& folder) {
  std::error_code error;
  for (const std::string& name : names_in(folder, error)) {
    const fs::path inner = folder / name;
    if (is_database_file(inner)) continue;
    if (fs::symlink_status(inner, error).type() != fs::file_type::directory) return inner;
    if (auto foreign = foreign_in(inner)) return foreign;
  }
  return error ? std::optional(folder) : std::nullopt;
}

/// The process in the name of a folder that beside() made; 0 for other names.
pid_t process_of(const std::string& name, const std::string& base) {
  const std::string front = base + std::string(kBesideMark);
  if (!name.starts_with(front)) return 0;
  pid_t process = 0;
  const char* const end = name.data() + name.size();
  const auto read = std::from_chars(name.data() + front.size(), end, process);
  return read.ptr == end && process > 0 ? process : 0;
}

bool is_gone(pid_t process) {
  return ::kill(process, 0) != 0 && errno == ESRCH;
}

/// A rename is durable once the folder around it is.
void sync_parent(const fs::path& path) {
  const int descriptor = ::open(path.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

bool exchange(const fs::path& a, const fs::path& b) {
  return ::renameat2(AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), RENAME_EXCHANGE) == 0;
}

/// Moves the old away and the new in; puts the old back when that fails.
Result<void> swap_by_steps(const fs::path& replacement, const fs::path& folder,
                           const FolderRemover& remove) {
  fs::path old = replacement;
  old += ".old";
  if (::rename(folder.c_str(), old.c_str()) != 0) return fail(io_error("move", folder, errno));
  if (::rename(replacement.c_str(), folder.c_str()) != 0) {
    Error error = io_error("move", replacement, errno);
    if (::rename(old.c_str(), folder.c_str()) != 0)
      error.hint =
          format("what was there is at {}; move it back to {}", old.string(), folder.string());
    return fail(std::move(error));
  }
  remove(old);
  return {};
}

}  // namespace

Result<FolderKind> inspect_folder(const fs::path& folder) {
  std::error_code error;
  const fs::file_status status = fs::status(folder, error);
  if (status.type() == fs::file_type::not_found) return FolderKind::absent;
  if (error) return fail(io_error("look at", folder, error.value()));
  if (status.type() != fs::file_type::directory) return FolderKind::foreign;
  const std::vector<std::string> names = names_in(folder, error);
  if (error) return fail(io_error("look into", folder, error.value()));
  if (std::find(names.begin(), names.end(), kVersionFile) != names.end())
    return FolderKind::database;
  if (std::ranges::find(names, kShardList) != names.end() &&
      std::ranges::all_of(names, is_shard_file))
    return FolderKind::sharded;
  // A lock file alone is what a refused or killed writer leaves behind.
  const bool empty = std::all_of(names.begin(), names.end(),
                                 [](const std::string& name) { return name == kLockFile; });
  return empty ? FolderKind::empty : FolderKind::foreign;
}

Result<void> check_replaceable(const fs::path& folder) {
  const auto foreign = foreign_in(folder);
  if (!foreign) return {};
  return fail(ErrorCode::conflict, format("{} is no file of a database", foreign->string()),
              "the folder is replaced as a whole; move that file elsewhere");
}

Result<void> check_surroundings(const fs::path& place) {
  for (fs::path around = place.parent_path(); around.has_relative_path();
       around = around.parent_path()) {
    const Result<FolderKind> kind = inspect_folder(around);
    if (kind && (*kind == FolderKind::database || *kind == FolderKind::sharded))
      return fail(ErrorCode::conflict,
                  format("{} lies in the database {}", place.string(), around.string()),
                  "name a folder outside: a database is replaced as a whole");
  }
  return {};
}

fs::path resolve_folder(const std::string& database) {
  std::error_code error;
  // Of a path of which nothing is there yet, weakly_canonical() makes no absolute one.
  const fs::path absolute = fs::absolute(database, error);
  fs::path path = fs::weakly_canonical(absolute, error);
  if (error) path = absolute.lexically_normal();
  if (!path.has_filename()) path = path.parent_path();
  return path;
}

fs::path beside(const fs::path& folder) {
  fs::path path = folder;
  path += format("{}{}", kBesideMark, ::getpid());
  return path;
}

bool is_beside(std::string_view name, std::string_view base) {
  return name.starts_with(base) && name.substr(base.size()).starts_with(kBesideMark);
}

Result<FolderLock> FolderLock::take(const fs::path& folder) {
  const fs::path file = folder / kLockFile;
  FolderLock lock(::open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666));
  if (lock.descriptor_ < 0) return fail(io_error("open", file, errno));
  struct flock request = {};
  request.l_type = F_WRLCK;
  request.l_whence = SEEK_SET;
  request.l_len = 1;  // as Xapian's FlintLock does
  if (::fcntl(lock.descriptor_, F_OFD_SETLK, &request) == 0) return lock;
  if (errno != EAGAIN && errno != EACCES) return fail(io_error("lock", file, errno));
  return fail(ErrorCode::conflict, format("another process is writing {}", folder.string()),
              "wait until it has finished, or end it; queries go on meanwhile");
}

FolderLock::~FolderLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

FolderLock::FolderLock(FolderLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

FolderLock& FolderLock::operator=(FolderLock&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

Result<void> clear_beside(const fs::path& folder, const FolderRemover& remove) {
  const fs::path side = beside(folder);
  std::error_code error;
  const auto type = [&] { return fs::symlink_status(side, error).type(); };
  if (type() == fs::file_type::directory) remove(side);
  if (type() == fs::file_type::not_found) return {};
  return fail(ErrorCode::conflict, format("{} is in the way", side.string()),
              "it is not what geul left there; move it elsewhere");
}

Result<void> replace_folder(const fs::path& replacement, const fs::path& folder,
                            const FolderRemover& remove) {
  if (::rename(replacement.c_str(), folder.c_str()) == 0) {  // absent or empty
    sync_parent(folder);
    return {};
  }
  if (exchange(replacement, folder)) {
    sync_parent(folder);
    remove(replacement);
    return {};
  }
  if (errno != EINVAL && errno != ENOSYS) return fail(io_error("replace", folder, errno));
  Result<void> swapped = swap_by_steps(replacement, folder, remove);
  sync_parent(folder);
  return swapped;
}

Result<void> put_new_database(const fs::path& replacement, const fs::path& folder) {
  if (::rename(replacement.c_str(), folder.c_str()) == 0) {
    sync_parent(folder);
    return {};
  }
  const Result<FolderKind> kind = inspect_folder(folder);
  if (!kind) return fail(kind.error());
  if (*kind != FolderKind::database && *kind != FolderKind::sharded)
    return replace_folder(replacement, folder);  // a lock file alone
  remove_database(replacement);
  return {};
}

void remove_leftovers(const fs::path& folder, const FolderRemover& remove) {
  std::error_code error;
  const std::string base = folder.filename().string();
  for (const std::string& name : names_in(folder.parent_path(), error)) {
    const pid_t process = process_of(name, base);
    if (process == 0 || !is_gone(process)) continue;
    const fs::path leftover = folder.parent_path() / name;
    if (fs::is_symlink(leftover, error) || !fs::is_directory(leftover, error)) continue;
    remove(leftover);
  }
}

void remove_database(const fs::path& folder) {
  std::error_code ignored;
  if (!foreign_in(folder)) fs::remove_all(folder, ignored);
}

Result<void> create_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return fail(io_error("create", folder, error.value()));
  return {};
}

std::size_t folder_bytes(const fs::path& folder) {
  std::error_code error;
  std::size_t bytes = 0;
  for (const std::string& name : names_in(folder, error)) {
    std::error_code unreadable;
    const std::uintmax_t size = fs::file_size(folder / name, unreadable);
    if (!unreadable) bytes += static_cast<std::size_t>(size);
  }
  return bytes;
}

}  // namespace geul::index

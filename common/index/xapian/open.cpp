// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/xapian/open.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

#include "common/base/format.hpp"
#include "common/index/folder.hpp"
#include "common/index/merged_settings.hpp"
#include "common/index/xapian/guard.hpp"
#include "common/index/xapian/version_file.hpp"

namespace geul::index {
namespace {

namespace fs = std::filesystem;

constexpr int kOpenAttempts = 5;

/// Which folder a path leads to at this moment.
std::pair<dev_t, ino_t> folder_identity(const std::string& path) {
  struct stat status = {};
  if (::stat(path.c_str(), &status) != 0) return {};
  return {status.st_dev, status.st_ino};
}

/// A rebuild may put another folder in the place of this one while its files are opened one by
/// one, which would give half of each: then once more.
Result<Xapian::Database> open_folder(const std::string& folder) {
  return guarded(folder, [&] {
    for (int attempt = 1;; ++attempt) {
      const auto before = folder_identity(folder);
      try {
        check_version_file(folder);
        Xapian::Database database(folder);
        if (before == folder_identity(folder) || attempt == kOpenAttempts) return database;
      } catch (const Xapian::DatabaseError&) {
        if (before == folder_identity(folder) || attempt == kOpenAttempts) throw;
      }
    }
  });
}

Result<Xapian::Database> open_remote(const std::string& name, const RemoteAddress& remote,
                                     const OpenOptions& options) {
  const auto milliseconds = static_cast<unsigned>(options.timeout.count());
  return guarded(name, [&] {
    return Xapian::Remote::open(remote.host, remote.port, milliseconds, milliseconds);
  });
}

/// A folder of that name comes first.
bool is_remote(const std::string& name) {
  return remote_address(name) && inspect_folder(name) == FolderKind::absent;
}

Result<Xapian::Database> open_one(const std::string& name, const OpenOptions& options) {
  const Result<FolderKind> kind = inspect_folder(name);
  if (!kind) return fail(kind.error());
  if (*kind == FolderKind::database) return open_folder(name);
  if (is_remote(name)) return open_remote(name, *remote_address(name), options);
  return fail(ErrorCode::not_found,
              *kind == FolderKind::absent ? format("there is no database at {}", name)
                                          : format("{} holds no database", name),
              "build one with geul-index build");
}

/// Databases on their way to being one.
class Opening {
 public:
  explicit Opening(const OpenOptions& options) : options_(options) {}

  void leave_out(const MissingDatabase& missing) { opened_.missing.push_back(missing); }

  Result<void> add(const DatabasePlace& place) {
    if (is_missing(place.name)) return {};
    Result<void> added = open(place);
    const bool unreachable = !added && added.error().code == ErrorCode::unreachable;
    if (!unreachable || options_.unreachable == Unreachable::refuse) return added;
    first_.emplace(first_.value_or(added.error()));
    leave_out({place.name, added.error().message});
    return {};
  }

  Result<OpenedDatabases> finish() {
    if (settings_.empty()) return fail(*first_);
    Result<Settings> settings = settings_of_databases(merge_shards());
    if (!settings) return fail(settings.error());
    opened_.settings = std::move(*settings);
    return std::move(opened_);
  }

 private:
  [[nodiscard]] bool is_missing(const std::string& name) const {
    return std::ranges::find(opened_.missing, name, &MissingDatabase::name) !=
           opened_.missing.end();
  }

  Result<void> open(const DatabasePlace& place) {
    const std::string& name = place.name;
    const Result<Xapian::Database> database = open_one(name, options_);
    if (!database) return fail(database.error());
    Result<Identity> identity = guarded(name, [&] { return identity_of(*database); });
    if (!identity) return fail(identity.error());
    if (Result<void> fits = check_identity(*identity, name); !fits) return fits;
    Result<Settings> settings = sound_settings_of(*database, name);
    if (!settings) return fail(settings.error());
    settings_.push_back({place, std::move(*settings)});
    opened_.identity = std::move(*identity);
    opened_.bytes += folder_bytes(name);
    opened_.parts.push_back({place, *database, is_remote(name)});
    return guarded(name, [&] { opened_.database.add_database(*database); });
  }

  /// The settings of the databases, each of all its shards.
  [[nodiscard]] std::vector<NamedSettings> merge_shards() const {
    std::vector<NamedSettings> databases;
    for (auto first = settings_.begin(); first != settings_.end();) {
      const std::string& whole = first->first.whole;
      std::vector<Settings> shards;
      const auto begin = first;
      do shards.push_back((first++)->second);
      while (!whole.empty() && first != settings_.end() && first->first.whole == whole);
      databases.push_back({begin->first.name, settings_of_shards(shards)});
    }
    return databases;
  }

  const OpenOptions& options_;
  OpenedDatabases opened_;
  std::vector<std::pair<DatabasePlace, Settings>> settings_;
  std::optional<Error> first_;
};

/// Which folders the sharded databases among the places are at this moment.
std::vector<std::pair<dev_t, ino_t>> wholes_of(const std::vector<DatabasePlace>& places) {
  std::vector<std::pair<dev_t, ino_t>> identities;
  for (const DatabasePlace& place : places)
    if (!place.whole.empty()) identities.push_back(folder_identity(place.whole));
  return identities;
}

}  // namespace

/// A sharded database may be rebuilt while its shards are opened one by one: then once more.
Result<OpenedDatabases> open_databases(const std::vector<std::string>& names,
                                       const OpenOptions& options,
                                       const std::vector<MissingDatabase>& missing) {
  for (int attempt = 1;; ++attempt) {
    Result<std::vector<DatabasePlace>> places = places_of(names);
    if (!places) return fail(places.error());
    const auto before = wholes_of(*places);
    if (!before.empty()) places = places_of(names);  // the list may be of what was there before
    if (!places) return fail(places.error());
    Opening opening(options);
    for (const MissingDatabase& one : missing) opening.leave_out(one);
    Result<void> done;
    for (const DatabasePlace& place : *places)
      if (done = opening.add(place); !done) break;
    if (attempt < kOpenAttempts && wholes_of(*places) != before) continue;
    return done ? opening.finish() : fail(done.error());
  }
}

}  // namespace geul::index

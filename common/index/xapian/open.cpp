// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/xapian/open.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <optional>
#include <sstream>
#include <utility>

#include "common/base/files.hpp"
#include "common/base/format.hpp"
#include "common/index/folder.hpp"
#include "common/index/xapian/guard.hpp"

namespace geul::index {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMaxStubBytes = std::uintmax_t{1} << 20U;
constexpr std::size_t kMaxShards = 1000;
constexpr int kMaxStubDepth = 4;
constexpr unsigned kMillisecondsToAnswer = 10'000;
constexpr unsigned kMillisecondsToConnect = 5'000;
constexpr int kOpenAttempts = 5;

struct Remote {
  std::string host;
  unsigned port = 0;
};

std::optional<Remote> remote_of(const std::string& name) {
  const std::size_t colon = name.rfind(':');
  if (colon == std::string::npos || colon == 0 || name.find('/') != std::string::npos) return {};
  Remote remote{name.substr(0, colon), 0};
  const char* const end = name.data() + name.size();
  const auto read = std::from_chars(name.data() + colon + 1, end, remote.port);
  if (read.ptr != end || read.ec != std::errc() || remote.port == 0 || remote.port > 65535)
    return {};
  return remote;
}

bool is_file(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(path, error);
}

bool is_there(const fs::path& path) {
  std::error_code error;
  return fs::exists(path, error);
}

Result<void> expand(const std::string& name, int depth, std::vector<std::string>& out);

/// A stub's lines, each "TYPE PLACE"; relative places are relative to the stub.
Result<void> expand_stub(const fs::path& stub, int depth, std::vector<std::string>& out) {
  const Result<std::string> text = read_file(stub, kMaxStubBytes);
  if (!text) return fail(text.error());
  std::istringstream lines(*text);
  std::string line;
  std::size_t number = 0;
  while (std::getline(lines, line)) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const std::size_t space = line.find(' ');
    const std::string type = line.substr(0, space);
    const std::string place = space == std::string::npos ? "" : line.substr(space + 1);
    if (place.empty() || (type != "auto" && type != "glass" && type != "remote"))
      return fail(ErrorCode::malformed, "neither a database nor a list of databases",
                  "a list has lines such as \"auto PATH\" and \"remote HOST:PORT\"",
                  {stub.string(), number});
    const std::string next = type == "remote" ? place : (stub.parent_path() / place).string();
    if (Result<void> done = expand(next, depth + 1, out); !done) return done;
  }
  return {};
}

/// A name as the single databases that it stands for.
Result<void> expand(const std::string& name, int depth, std::vector<std::string>& out) {
  if (depth > kMaxStubDepth || out.size() >= kMaxShards)
    return fail(ErrorCode::limit, format("{} lists more databases than geul opens", name));
  if (is_file(name)) return expand_stub(name, depth, out);
  if (const fs::path inner = fs::path(name) / "XAPIANDB"; is_file(inner))
    return expand_stub(inner, depth, out);
  out.push_back(name);
  return {};
}

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
        Xapian::Database database(folder);
        if (before == folder_identity(folder) || attempt == kOpenAttempts) return database;
      } catch (const Xapian::DatabaseError&) {
        if (before == folder_identity(folder) || attempt == kOpenAttempts) throw;
      }
    }
  });
}

Result<Xapian::Database> open_one(const std::string& name) {
  if (is_there(name)) {
    const Result<FolderKind> kind = inspect_folder(name);
    if (!kind) return fail(kind.error());
    if (*kind == FolderKind::database) return open_folder(name);
    return fail(ErrorCode::not_found, format("{} holds no database", name),
                "build one with geul-index build");
  }
  if (const std::optional<Remote> remote = remote_of(name); remote)
    return guarded(name, [&] {
      return Xapian::Remote::open(remote->host, remote->port, kMillisecondsToAnswer,
                                  kMillisecondsToConnect);
    });
  return fail(ErrorCode::not_found, format("there is no database at {}", name),
              "build one with geul-index build");
}

/// The settings of the first database hold for all, but each adds its facets. A query is analysed
/// once, with the words of one dictionary.
Result<void> take_settings(const Xapian::Database& database, const std::string& place,
                           const std::string& first, OpenedDatabases& opened) {
  Result<Result<Settings>> settings = guarded(place, [&] { return settings_of(database); });
  if (!settings) return fail(settings.error());
  if (!*settings) return fail(settings->error());
  const bool is_first = opened.database.size() == 0;
  if (!is_first && (*settings)->words != opened.settings.words)
    return fail(ErrorCode::incompatible,
                format("{} was built with another user dictionary than {}", place, first),
                "name the same dictionary in the geul.yaml of both, and run geul-index build");
  std::vector<std::string> facets = std::move((**settings).facets);
  if (is_first) opened.settings = std::move(**settings);
  for (std::string& facet : facets)
    if (std::ranges::find(opened.settings.facets, facet) == opened.settings.facets.end())
      opened.settings.facets.push_back(std::move(facet));
  return {};
}

}  // namespace

Result<OpenedDatabases> open_databases(const std::vector<std::string>& names) {
  std::vector<std::string> places;
  for (const std::string& name : names)
    if (Result<void> expanded = expand(name, 0, places); !expanded) return fail(expanded.error());
  if (places.empty()) return fail(ErrorCode::usage, "no database is named", "name one with --db");
  OpenedDatabases opened;
  for (const std::string& place : places) {
    const Result<Xapian::Database> database = open_one(place);
    if (!database) return fail(database.error());
    Result<Identity> identity = guarded(place, [&] { return identity_of(*database); });
    if (!identity) return fail(identity.error());
    if (Result<void> fits = check_identity(*identity, place); !fits) return fail(fits.error());
    opened.identity = std::move(*identity);
    if (Result<void> read = take_settings(*database, place, places.front(), opened); !read)
      return fail(read.error());
    opened.bytes += folder_bytes(place);
    if (Result<void> joined = guarded(place, [&] { opened.database.add_database(*database); });
        !joined)
      return fail(joined.error());
  }
  return opened;
}

}  // namespace geul::index

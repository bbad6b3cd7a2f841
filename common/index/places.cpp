// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/places.hpp"

#include <charconv>
#include <cstdint>
#include <filesystem>
#include <sstream>

#include "common/base/files.hpp"
#include "common/base/format.hpp"
#include "common/index/folder.hpp"

namespace geul::index {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMaxStubBytes = std::uintmax_t{1} << 20U;
constexpr std::size_t kMaxShards = 1000;
constexpr int kMaxStubDepth = 4;

using Places = std::vector<DatabasePlace>;

bool is_file(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(path, error);
}

Result<void> expand(const DatabasePlace& place, int depth, Places& out);

/// A stub's lines, each "TYPE PLACE"; relative places are relative to the stub.
/// `whole` is what all of them are part of, if anything.
Result<void> expand_stub(const fs::path& stub, const std::string& whole, int depth, Places& out) {
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
    if (Result<void> done = expand({next, whole}, depth + 1, out); !done) return done;
  }
  return {};
}

/// A name as the single databases that it stands for.
Result<void> expand(const DatabasePlace& place, int depth, Places& out) {
  if (depth > kMaxStubDepth || out.size() >= kMaxShards)
    return fail(ErrorCode::limit, format("{} lists more databases than geul opens", place.name));
  if (is_file(place.name)) return expand_stub(place.name, place.whole, depth, out);
  if (const fs::path list = fs::path(place.name) / kShardList; is_file(list))
    return expand_stub(list, place.whole.empty() ? place.name : place.whole, depth, out);
  out.push_back(place);
  return {};
}

}  // namespace

std::optional<RemoteAddress> remote_address(const std::string& name) {
  const std::size_t colon = name.rfind(':');
  if (colon == std::string::npos || colon == 0 || name.find('/') != std::string::npos) return {};
  RemoteAddress remote{name.substr(0, colon), 0};
  const char* const end = name.data() + name.size();
  const auto read = std::from_chars(name.data() + colon + 1, end, remote.port);
  if (read.ptr != end || read.ec != std::errc() || remote.port == 0 || remote.port > 65535)
    return {};
  return remote;
}

Result<Places> places_of(const std::vector<std::string>& names) {
  Places places;
  for (const std::string& name : names)
    if (Result<void> expanded = expand({name}, 0, places); !expanded) return fail(expanded.error());
  if (places.empty()) return fail(ErrorCode::usage, "no database is named", "name one with --db");
  return places;
}

std::optional<std::string> nearest_database(const fs::path& folder) {
  std::error_code error;
  for (fs::path at = folder;; at = at.parent_path()) {
    const fs::path database = at / ".geul";
    if (fs::exists(database, error)) return database.string();
    if (at.empty() || at == at.parent_path()) return std::nullopt;
  }
}

Result<std::string> default_database() {
  std::error_code error;
  if (auto found = nearest_database(fs::current_path(error))) return *std::move(found);
  return fail(ErrorCode::not_found, "no .geul in this folder or above it",
              "name a database with --db, or build one with geul-index build");
}

}  // namespace geul::index

// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/sharded_writer.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/base/format.hpp"
#include "common/index/folder.hpp"
#include "common/index/merged_settings.hpp"
#include "common/index/origin.hpp"

namespace geul::index {
namespace {

namespace fs = std::filesystem;

/// Makes `shards` new databases and their list in a folder that is not there.
Result<void> create_at(const fs::path& folder, std::size_t shards) {
  if (Result<void> made = create_folder(folder); !made) return made;
  for (std::size_t shard = 0; shard < shards; ++shard) {
    const auto writer =
        Writer::open(shard_folder(folder, shard, shards).string(), OpenMode::update);
    if (!writer) return fail(writer.error());
  }
  return shards == 1 ? Result<void>() : write_shard_list(folder, shards);
}

/// Makes a new database appear complete.
Result<void> create(const fs::path& folder, std::size_t shards) {
  const fs::path side = beside(folder);
  if (Result<void> cleared = clear_beside(folder); !cleared) return cleared;
  Result<void> done = create_at(side, shards);
  if (done) done = put_new_database(side, folder);
  if (!done) remove_database(side);
  return done;
}

Result<std::size_t> count_shards(const fs::path& folder) {
  const Result<std::vector<fs::path>> shards = shards_at(folder);
  if (!shards) return fail(shards.error());
  for (const fs::path& shard : *shards)
    if (Result<void> ours = check_origin(shard); !ours) return fail(ours.error());
  return shards->size();
}

Failure other_number(const fs::path& folder, std::size_t found, std::size_t wanted) {
  const auto count = [](std::size_t shards) {
    return shards == 1 ? std::string("a single database") : format("{} shards", shards);
  };
  return fail(ErrorCode::conflict,
              format("{} is {}, not {}", folder.string(), count(found), count(wanted)),
              "leave --shards out, or build it again with geul-index build --rebuild");
}

}  // namespace

struct ShardedWriter::State {
  fs::path folder;
  std::size_t count = 1;
  std::vector<Writer> shards;  ///< none after an exchange, until they are needed
  /// Where each document is; with one shard, and before it is asked for, nothing.
  std::optional<std::unordered_map<DocumentKey, std::uint32_t>> homes;
  std::uint64_t last_number = 0;                      ///< of the whole, once `homes` is there
  std::optional<std::vector<FolderLock>> replaced{};  ///< of what this one takes the place of
  bool failed = false;

  [[nodiscard]] fs::path place() const { return replaced ? beside(folder) : folder; }

  /// `found`: how many shards there are; 0 where nothing is.
  Result<void> open(OpenMode mode, std::size_t found) {
    const bool is_single = count == 1 && found <= 1;
    if (is_single) return open_shards(mode);
    if (found == 0) {
      if (Result<void> created = create(folder, count); !created) return created;
    } else if (mode == OpenMode::replace) {
      return open_replacement();
    } else if (found != count) {
      return other_number(folder, found, count);
    }
    return open_shards(OpenMode::update);
  }

  Result<void> open_shards(OpenMode mode) {
    for (std::size_t shard = 0; shard < count; ++shard) {
      Result<Writer> writer =
          Writer::open(shard_folder(place(), shard, count).string(), mode, kBatchBytes / count);
      if (!writer) return fail(writer.error());
      shards.push_back(std::move(*writer));
    }
    return {};
  }

  /// Builds beside what is there.
  Result<void> open_replacement() {
    Result<std::vector<FolderLock>> locks = lock_database(folder);
    if (!locks) return fail(locks.error());
    replaced = std::move(*locks);
    if (Result<void> cleared = clear_beside(folder); !cleared) return cleared;
    if (Result<void> created = create_at(place(), count); !created) return created;
    return open_shards(OpenMode::update);
  }

  /// Runs an action that gives a Result; after a failure nothing can be written any more.
  template <class Action>
  auto change(const Action& action) -> std::invoke_result_t<Action> {
    if (failed) return failed_before(folder);
    if (shards.empty()) {
      if (Result<void> opened = open_shards(OpenMode::update); !opened) return fail(opened.error());
    }
    auto done = action();
    failed = !done.has_value();
    return done;
  }

  Result<Contents> read_contents() {
    if (count == 1) return shards.front().contents();
    Contents contents;
    homes.emplace();
    last_number = 0;
    for (std::size_t shard = 0; shard < count; ++shard) {
      Result<Contents> part = shards[shard].contents();
      if (!part) return part;
      if (Result<void> noted = note_numbers(shard, *part); !noted) return fail(noted.error());
      contents.merge(*part);
    }
    return contents;
  }

  Result<void> note_numbers(std::size_t shard, const Contents& part) {
    for (const auto& entry : part) homes->emplace(entry.first, static_cast<std::uint32_t>(shard));
    const Result<std::uint32_t> last = shards[shard].last_number();
    if (!last) return fail(last.error());
    if (*last > 0)
      last_number = std::max<std::uint64_t>(last_number, (*last - 1ULL) * count + shard + 1);
    return {};
  }

  Result<void> find_homes() {
    if (homes) return {};
    const Result<Contents> contents = read_contents();
    return contents ? Result<void>() : fail(contents.error());
  }

  Result<void> put(const PreparedDocument& document) {
    if (count == 1) return shards.front().put(document);
    if (Result<void> found = find_homes(); !found) return found;
    const auto home = homes->find(document.key());
    if (home != homes->end()) return shards[home->second].put(document);
    const auto shard = static_cast<std::uint32_t>(last_number % count);
    const auto number = static_cast<std::uint32_t>(last_number / count + 1);
    homes->emplace(document.key(), shard);
    ++last_number;
    return shards[shard].add(document, number);
  }

  Result<void> remove(const DocumentKey& key) {
    if (count == 1) return shards.front().remove(key);
    if (Result<void> found = find_homes(); !found) return found;
    const auto home = homes->find(key);
    if (home == homes->end()) return {};
    const std::uint32_t shard = home->second;
    homes->erase(home);
    return shards[shard].remove(key);
  }

  Result<Settings> settings() {
    std::vector<Settings> all;
    for (Writer& shard : shards) {
      Result<Settings> part = shard.settings();
      if (!part) return part;
      all.push_back(std::move(*part));
    }
    return settings_of_shards(all);
  }

  Result<void> each(const std::function<Result<void>(Writer&)>& action) {
    for (Writer& shard : shards)
      if (Result<void> done = action(shard); !done) return done;
    return {};
  }

  /// The handles know their folders by name, so they are closed before.
  Result<void> exchange() {
    if (!replaced) return {};
    shards.clear();
    const fs::path side = place();
    Result<void> done = replace_folder(side, folder);
    if (!done) remove_database(side);
    replaced.reset();
    return done;
  }
};

ShardedWriter::ShardedWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
ShardedWriter::ShardedWriter(ShardedWriter&&) noexcept = default;

ShardedWriter& ShardedWriter::operator=(ShardedWriter&& other) noexcept {
  state_.swap(other.state_);
  return *this;
}

ShardedWriter::~ShardedWriter() {
  if (!state_ || !state_->replaced) return;
  state_->shards.clear();
  remove_database(state_->place());
}

Result<ShardedWriter> ShardedWriter::open(const std::string& database, OpenMode mode,
                                          std::size_t shards) {
  if (shards > kMostShards)
    return fail(ErrorCode::usage,
                format("a database has at most {} shards, not {}", kMostShards, shards));
  const fs::path folder = resolve_folder(database);
  const Result<FolderKind> kind = inspect_folder(folder);
  if (!kind) return fail(kind.error());
  if (*kind == FolderKind::foreign) return not_ours(folder);
  if (*kind == FolderKind::absent || *kind == FolderKind::empty)
    if (Result<void> free = check_surroundings(folder); !free) return fail(free.error());
  const bool is_there = *kind == FolderKind::database || *kind == FolderKind::sharded;
  if (mode == OpenMode::replace && is_there)
    if (Result<void> free = check_replaceable(folder); !free) return fail(free.error());
  remove_leftover_databases(folder);
  const Result<std::size_t> found = count_shards(folder);
  if (!found) return fail(found.error());
  ShardedWriter writer(std::make_unique<State>());
  writer.state_->folder = folder;
  writer.state_->count = shards != 0 ? shards : std::max<std::size_t>(*found, 1);
  if (Result<void> opened = writer.state_->open(mode, *found); !opened) return fail(opened.error());
  return writer;
}

Result<Contents> ShardedWriter::contents() {
  return state_->change([this] { return state_->read_contents(); });
}

Result<Settings> ShardedWriter::settings() {
  return state_->change([this] { return state_->settings(); });
}

Result<void> ShardedWriter::set_settings(const Settings& settings) {
  return state_->change(
      [&] { return state_->each([&](Writer& shard) { return shard.set_settings(settings); }); });
}

Result<void> ShardedWriter::put(const PreparedDocument& document) {
  return state_->change([&] { return state_->put(document); });
}

Result<void> ShardedWriter::remove(const DocumentKey& key) {
  return state_->change([&] { return state_->remove(key); });
}

bool ShardedWriter::takes_segments() const {
  return !state_->failed && state_->shards.size() == 1 && state_->shards.front().takes_segments();
}

Segment ShardedWriter::new_segment(std::size_t batch_bytes) {
  return state_->shards.front().new_segment(batch_bytes);
}

Result<void> ShardedWriter::append(Segment segment) {
  return state_->change([&] { return state_->shards.front().append(std::move(segment)); });
}

Result<void> ShardedWriter::commit() {
  return state_->change([this] {
    Result<void> done = state_->each([](Writer& shard) { return shard.commit(); });
    return done ? state_->exchange() : done;
  });
}

}  // namespace geul::index

// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/writer.hpp"

#include <xapian.h>

#include <new>
#include <optional>
#include <utility>

#include "common/index/folder.hpp"
#include "common/index/origin.hpp"
#include "common/index/shards.hpp"
#include "common/index/xapian/contents.hpp"
#include "common/index/xapian/guard.hpp"
#include "common/index/xapian/identity.hpp"
#include "common/index/xapian/prepared.hpp"
#include "common/index/xapian/segments.hpp"
#include "common/index/xapian/version_file.hpp"

namespace geul::index {
namespace {

namespace fs = std::filesystem;

/// What a removal counts: it is as much work as a small post.
constexpr std::size_t kRemovalBytes = std::size_t{4} << 10U;

/// Makes a new database appear complete: built beside and moved in. A writer that dies meanwhile
/// leaves nothing at `folder`.
Result<void> create(const fs::path& folder) {
  const fs::path side = beside(folder);
  if (Result<void> made = create_folder(folder.parent_path()); !made) return made;
  if (Result<void> cleared = clear_beside(folder); !cleared) return cleared;
  Result<void> done = create_folder(side);
  if (done) done = guarded(folder.string(), [&] { create_empty(side.string(), {}); });
  if (done) done = put_new_database(side, folder);
  if (!done) remove_database(side);
  return done;
}

Result<Xapian::WritableDatabase> open_existing(const fs::path& folder) {
  return guarded(folder.string(), [&] {
    check_version_file(folder.string());
    return Xapian::WritableDatabase(folder.string(), Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS);
  });
}

}  // namespace

/// Where a writer writes, and what it has not committed.
struct Writer::State {
  State(fs::path where, std::size_t most)
      : folder(std::move(where)),
        segments(beside(folder), SegmentLimits{.batch_bytes = most}),
        most_bytes(most) {}

  fs::path folder;
  std::optional<Xapian::WritableDatabase> database;  ///< none after a failure or an exchange
  std::optional<FolderLock> replaced;  ///< the old database's, while the new is built beside it
  Segments segments;                   ///< the new one's first documents
  bool in_segments = false;            ///< all that is new is in `segments` and `settings`
  Settings settings;
  bool untouched = true;  ///< nothing was put or appended yet
  bool in_batch = false;
  bool failed = false;
  std::size_t batch_bytes = 0;
  std::size_t most_bytes;  ///< of a batch

  [[nodiscard]] fs::path place() const { return replaced ? beside(folder) / "merged" : folder; }

  Result<void> open_for_update() {
    if (Result<void> opened = reopen(); !opened) return opened;
    if (Result<void> cleared = clear_beside(folder); !cleared) return cleared;
    const Result<Identity> identity =
        guarded(folder.string(), [this] { return identity_of(*database); });
    if (!identity) return fail(identity.error());
    if (Result<void> fits = check_identity(*identity, folder.string()); !fits) return fits;
    const Result<Settings> sound = sound_settings_of(*database, folder.string());
    return sound ? Result<void>() : fail(sound.error());
  }

  /// An open database without documents.
  [[nodiscard]] bool is_empty() const {
    const Result<Xapian::doccount> count =
        guarded(folder.string(), [this] { return database->get_doccount(); });
    return count && *count == 0;
  }

  /// Whatever analysis the old database was built with, as long as it is geul's.
  Result<void> open_for_replacement() {
    Result<void> begun = begin_anew();
    return begun ? clear_beside(folder) : begun;
  }

  Result<void> begin_anew() {
    abandon();
    Result<FolderLock> lock = FolderLock::take(folder);
    if (!lock) return fail(lock.error());
    replaced = std::move(*lock);
    in_segments = true;
    return {};
  }

  /// A database that holds nothing is built beside, as in a rebuild, from its first document on.
  Result<void> begin_anew_if_empty() {
    if (!std::exchange(untouched, false) || replaced || !database || !is_empty()) return {};
    if (!check_replaceable(folder)) return {};
    Result<Settings> kept;
    Result<void> begun = guarded(folder.string(), [&] { kept = settings_of(*database); });
    if (begun && !kept) begun = fail(kept.error());
    if (begun) begun = begin_anew();
    if (begun) settings = std::move(*kept);
    failed = !begun;
    return begun;
  }

  /// Makes one database of the segments, which from then on is written like any other.
  Result<void> settle() {
    if (!in_segments) return {};
    if (failed) return failed_before(folder);
    Result<void> merged = segments.merge_into(place(), settings);
    in_segments = false;
    failed = !merged;
    return merged;
  }

  /// Lets go of the database without what was not committed. Xapian's destructor would commit a
  /// batch outside of a transaction; inside, cancelling drops it.
  void abandon() noexcept {
    if (!database) return;
    const Result<void> cancelled = guarded(folder.string(), [this] {
      if (in_batch) database->cancel_transaction();
      drop_half_version();
      database->close();
    });
    if (!cancelled) drop_half_version();
    // What could not be cancelled must not be destroyed either: the process's end drops it.
    if (!cancelled)
      static_cast<void>(new (std::nothrow) Xapian::WritableDatabase(std::move(*database)));
    database.reset();
    in_batch = false;
  }

  /// What Xapian leaves of its next version file where the disk is full. Expects  the lock.
  void drop_half_version() const {
    std::error_code ignored;
    fs::remove(folder / "v.tmp", ignored);
  }

  /// Whether nothing but what was put or appended is there.
  [[nodiscard]] bool is_new() const {
    return !failed && (in_segments || (untouched && database && is_empty()));
  }

  /// Lets go of all that was not committed, and then of the lock.
  void close() noexcept {
    const bool has_lock = replaced || database;
    segments.close();
    if (replaced) abandon();
    if (has_lock || segments.has_made_any()) remove_database(beside(folder));
    abandon();
  }

  /// Takes a document of which nothing is to be replaced; false when it has to be written the
  /// other way.
  [[nodiscard]] bool can_put_in_segment(const DocumentKey& key) const {
    return !failed && in_segments && segments.can_add(key);
  }

  Result<void> put_in_segment(const PreparedDocument& document) {
    Result<void> added = segments.add(document);
    failed = !added;
    return added;
  }

  Result<void> append(Segment segment) {
    if (failed) return failed_before(folder);
    Result<void> done = segment.close();
    if (done && segment.documents() == 0) return done;
    if (done) done = begin_anew_if_empty();
    if (done) done = segments.append(std::move(segment));
    failed = !done;
    return done;
  }

  /// Runs one change of the database; after a failure nothing can be written any more.
  template <class Action>
  Result<void> change(const Action& action) {
    if (failed) return failed_before(folder);
    if (Result<void> settled = settle(); !settled) return settled;
    if (Result<void> ready = reopen(); !ready) return ready;
    Result<void> done = guarded(folder.string(), action);
    if (!done) {
      failed = true;
      abandon();
    }
    return done;
  }

  /// After an exchange the new database is opened where it has come to be, once it is needed.
  Result<void> reopen() {
    if (database) return {};
    Result<Xapian::WritableDatabase> opened = open_existing(place());
    if (!opened) return fail(opened.error());
    database = std::move(*opened);
    return {};
  }

  void begin_batch() {
    if (in_batch) return;
    database->begin_transaction();
    in_batch = true;
  }

  Result<void> end_batch() {
    if (!in_batch && !failed) return {};
    return change([this] {
      database->commit_transaction();
      in_batch = false;
      batch_bytes = 0;
    });
  }

  Result<void> grow(std::size_t bytes) {
    batch_bytes += bytes;
    return batch_bytes < most_bytes ? Result<void>() : end_batch();
  }

  /// Puts the database that was built beside in the place of the old one. The handle knows its
  /// folder by name, so it is closed before.
  Result<void> exchange() {
    if (!replaced) return {};
    const fs::path side = place();
    Result<void> done = guarded(folder.string(), [this] {
      if (database) database->close();
    });
    database.reset();
    if (done) done = replace_folder(side, folder);
    failed = !done;
    replaced.reset();
    remove_database(beside(folder));
    return done;
  }
};

Writer::Writer(std::unique_ptr<State> state) : state_(std::move(state)) {}
Writer::Writer(Writer&&) noexcept = default;

Writer& Writer::operator=(Writer&& other) noexcept {
  state_.swap(other.state_);
  return *this;
}

Writer::~Writer() {
  if (state_) state_->close();
}

Result<Writer> Writer::open(const std::string& database, OpenMode mode, std::size_t batch_bytes) {
  auto state = std::make_unique<State>(resolve_folder(database), batch_bytes);
  const fs::path& folder = state->folder;
  const Result<FolderKind> kind = inspect_folder(folder);
  if (!kind) return fail(kind.error());
  if (*kind == FolderKind::foreign || *kind == FolderKind::sharded) return not_ours(folder);
  remove_leftover_databases(folder);
  if (*kind == FolderKind::database) {
    if (Result<void> ours = check_origin(folder); !ours) return fail(ours.error());
  } else if (Result<void> created = create(folder); !created) {
    return fail(created.error());
  }
  Result<void> opened =
      mode == OpenMode::replace ? state->open_for_replacement() : state->open_for_update();
  if (!opened) return fail(opened.error());
  return Writer(std::move(state));
}

Result<Contents> Writer::contents() {
  Contents contents;
  if (state_->in_segments && state_->segments.documents() == 0) return contents;
  Result<void> read = state_->change([&] { contents = contents_of(*state_->database); });
  if (!read) return fail(read.error());
  return contents;
}

Result<Settings> Writer::settings() {
  if (state_->in_segments) return state_->settings;
  Result<Settings> settings;
  Result<void> read = state_->change([&] { settings = settings_of(*state_->database); });
  if (!read) return fail(read.error());
  return settings;
}

Result<void> Writer::set_settings(const Settings& settings) {
  if (state_->in_segments) {
    state_->settings = settings;
    return {};
  }
  return state_->change([&] {
    const Result<Settings> kept = settings_of(*state_->database);
    if (kept && *kept == settings) return;
    state_->begin_batch();
    index::set_settings(*state_->database, settings);
  });
}

Result<std::uint32_t> Writer::last_number() {
  if (state_->in_segments) return state_->segments.documents();
  std::uint32_t last = 0;
  Result<void> read = state_->change([&] { last = state_->database->get_lastdocid(); });
  if (!read) return fail(read.error());
  return last;
}

Result<void> Writer::put(const PreparedDocument& document) {
  const PreparedDocument::State& prepared = *document.state_;
  if (Result<void> ready = state_->begin_anew_if_empty(); !ready) return ready;
  if (state_->can_put_in_segment(prepared.key)) return state_->put_in_segment(document);
  Result<void> done = state_->change([&] {
    state_->begin_batch();
    state_->database->replace_document(prepared.key.str(), prepared.document);
  });
  return done ? state_->grow(prepared.bytes) : done;
}

Result<void> Writer::add(const PreparedDocument& document, std::uint32_t number) {
  if (Result<void> ready = state_->begin_anew_if_empty(); !ready) return ready;
  if (state_->can_put_in_segment(document.key()) && number == state_->segments.documents() + 1)
    return state_->put_in_segment(document);
  const PreparedDocument::State& prepared = *document.state_;
  Result<void> done = state_->change([&] {
    state_->begin_batch();
    state_->database->replace_document(number, prepared.document);
  });
  return done ? state_->grow(prepared.bytes) : done;
}

Result<void> Writer::remove(const DocumentKey& key) {
  Result<void> done = state_->change([&] {
    if (!state_->database->term_exists(key.str())) return;
    state_->begin_batch();
    state_->database->delete_document(key.str());
    state_->batch_bytes += kRemovalBytes;
  });
  return done ? state_->grow(0) : done;
}

bool Writer::takes_segments() const {
  return state_->is_new();
}

Segment Writer::new_segment(std::size_t batch_bytes) {
  return state_->segments.new_segment(batch_bytes);
}

Result<void> Writer::append(Segment segment) {
  return state_->append(std::move(segment));
}

Result<void> Writer::commit() {
  Result<void> done = state_->settle();
  if (done) done = state_->end_batch();
  return done ? state_->exchange() : done;
}

}  // namespace geul::index

// SPDX-License-Identifier: GPL-2.0-or-later
#include <xapian.h>

#include <algorithm>
#include <utility>

#include "common/base/format.hpp"
#include "common/index/maintenance.hpp"
#include "common/index/postings.hpp"
#include "common/index/record.hpp"
#include "common/index/shards.hpp"
#include "common/index/xapian/guard.hpp"
#include "common/index/xapian/identity.hpp"
#include "common/index/xapian/table_check.hpp"
#include "common/index/xapian/version_file.hpp"

namespace geul::index {
namespace {

namespace fs = std::filesystem;

constexpr const char* kRebuild =
    "build it again with geul-index build --rebuild; where that is refused, delete it before";
constexpr std::size_t kHashBytes = 16;
constexpr int kAttempts = 5;

/// Gathers findings up to kMaxFindings.
class Inspector {
 public:
  explicit Inspector(const Xapian::Database& database) : database_(database) {}

  CheckReport run() {
    find_shared_keys();
    const auto end = database_.postlist_end(std::string());
    for (auto document = database_.postlist_begin(std::string()); document != end; ++document) {
      ++report_.documents;
      inspect(*document);
    }
    return std::move(report_);
  }

  /// Of the keys alone.
  CheckReport run_keys() {
    find_shared_keys();
    return std::move(report_);
  }

 private:
  void find(std::string message) {
    if (report_.findings.size() < kMaxFindings)
      report_.findings.push_back({std::move(message), kRebuild});
  }

  /// Two documents of one key would be two copies of a post, of which updates find one.
  void find_shared_keys() {
    const std::string prefix(kIdPrefix);
    const auto end = database_.allterms_end(prefix);
    for (auto key = database_.allterms_begin(prefix); key != end; ++key)
      if (key.get_termfreq() != 1)
        find(format("{} documents have the key {}", key.get_termfreq(), *key));
  }

  void inspect(Xapian::docid number) {
    const Xapian::Document stored = database_.get_document(number);
    const Result<Document> document = decode_record(stored.get_data());
    if (!document) {
      find(format("docdata.glass: document {}: {}", number, document.error().message));
      return;
    }
    const std::string& id = document->id.str();
    if (!has_key(number, *document)) find(format("{} has not the one key of its id", id));
    const std::string hash = stored.get_value(static_cast<Xapian::valueno>(Slot::hash));
    if (hash.size() != kHashBytes) find(format("{} has no content hash", id));
    if (!has_values(stored, *document, hash))
      find(format("{} has other values than its record", id));
  }

  [[nodiscard]] bool has_key(Xapian::docid number, const Document& document) const {
    std::vector<std::string> keys;
    const auto end = database_.termlist_end(number);
    auto term = database_.termlist_begin(number);
    for (term.skip_to(std::string(kIdPrefix)); term != end && (*term).starts_with(kIdPrefix);
         ++term)
      keys.push_back(*term);
    if (keys.size() != 1) return false;
    const bool whole = document.id.str().size() < kMaxRecordString - 4;  // else the record cuts it
    return !whole || keys.front() == key_of(document.id).str();
  }

  [[nodiscard]] static bool has_values(const Xapian::Document& stored, const Document& document,
                                       const std::string& hash) {
    std::vector<std::pair<Slot, std::string>> values;
    for (auto value = stored.values_begin(); value != stored.values_end(); ++value)
      values.emplace_back(static_cast<Slot>(value.get_valueno()), *value);
    return values == values_of(document, ContentHash(hash));
  }

  const Xapian::Database& database_;
  CheckReport report_;
};

/// What an inspection finds in one state of the database.
template <class Inspection>
Result<CheckReport> inspect(const std::vector<fs::path>& folders, const Inspection& inspection) {
  const std::string& name = folders.front().string();
  for (int attempt = 1;; ++attempt) {
    bool modified = false;
    Result<CheckReport> report = guarded(name, [&] {
      try {
        Xapian::Database database;
        for (const fs::path& folder : folders)
          database.add_database(Xapian::Database(folder.string()));
        return inspection(database);
      } catch (const Xapian::DatabaseModifiedError&) {
        modified = true;
        if (attempt == kAttempts) throw;
        return CheckReport();
      }
    });
    if (!modified || attempt == kAttempts) return report;
  }
}

CheckReport inspect_all(const Xapian::Database& database) {
  return Inspector(database).run();
}

CheckReport inspect_keys(const Xapian::Database& database) {
  return Inspector(database).run_keys();
}

void add(CheckReport& report, Finding finding) {
  if (report.findings.size() < kMaxFindings) report.findings.push_back(std::move(finding));
}

/// Damage is what check() is there to report, whatever else a reader would take it for.
void add(CheckReport& report, const Error& error) {
  const bool damage = error.code == ErrorCode::io || error.hint.empty();
  add(report, Finding{error.message, damage ? kRebuild : error.hint});
}

void add(CheckReport& report, const Result<CheckReport>& more) {
  if (!more) return add(report, more.error());
  report.documents += more->documents;
  for (const Finding& finding : more->findings) add(report, finding);
}

/// Whether the database is this program's and has what it says that it has.
Result<void> check_description(const std::string& name) {
  const Result<Xapian::Database> database = guarded(name, [&] {
    check_version_file(name);
    return Xapian::Database(name);
  });
  if (!database) return fail(database.error());
  const Result<Identity> identity = guarded(name, [&] { return identity_of(*database); });
  if (!identity) return fail(identity.error());
  if (Result<void> fits = check_identity(*identity, name); !fits) return fits;
  const Result<Settings> sound = sound_settings_of(*database, name);
  if (!sound) return fail(sound.error());
  if (database->get_doccount() == 0) return {};
  // Tables are made when they are needed, so to Xapian they are not missing.
  for (const char* const table : {"docdata.glass", "termlist.glass"})
    if (std::error_code error; !fs::exists(fs::path(name) / table, error))
      return fail(ErrorCode::corrupt, format("{} has no {}", name, table), kRebuild);
  return {};
}

CheckReport check_single(const fs::path& folder) {
  const std::string database = folder.string();
  CheckReport report;
  if (const Result<void> fits = check_description(database); !fits) {
    add(report, fits.error());
    return report;  // what its documents should be is not known
  }
  add(report, inspect({folder}, inspect_all));
  for (std::string& fault : faults_of_tables(database))
    add(report, Finding{std::move(fault), kRebuild});
  return report;
}

/// The findings of one shard say which one it is.
CheckReport named(CheckReport report, const fs::path& shard) {
  for (Finding& finding : report.findings)
    finding.message.insert(0, format("shard {}: ", shard.filename().string()));
  return report;
}

}  // namespace

Result<CheckReport> check(const std::string& database) {
  const Result<std::vector<fs::path>> shards = shards_at(database);
  if (!shards && shards.error().code == ErrorCode::io) return fail(shards.error());
  CheckReport report;
  if (!shards) {
    add(report, shards.error());
    return report;
  }
  if (shards->empty())
    return fail(ErrorCode::not_found, format("there is no database at {}", database),
                "build one with geul-index build");
  if (shards->size() == 1) return check_single(shards->front());
  for (const fs::path& shard : *shards)
    add(report, Result<CheckReport>(named(check_single(shard), shard)));
  if (report.findings.empty()) add(report, inspect(*shards, inspect_keys));
  return report;
}

}  // namespace geul::index

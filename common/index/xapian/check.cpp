// SPDX-License-Identifier: GPL-2.0-or-later
#include <xapian.h>

#include <algorithm>
#include <utility>

#include "common/base/format.hpp"
#include "common/index/maintenance.hpp"
#include "common/index/shards.hpp"
#include "common/index/xapian/guard.hpp"
#include "common/index/xapian/identity.hpp"
#include "common/index/xapian/inspection.hpp"
#include "common/index/xapian/table_check.hpp"
#include "common/index/xapian/version_file.hpp"

namespace geul::index {
namespace {

namespace fs = std::filesystem;

constexpr int kAttempts = 5;

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

void add(CheckReport& report, Finding finding) {
  if (report.findings.size() < kMaxFindings) report.findings.push_back(std::move(finding));
}

/// Damage is what check() is there to report, whatever else a reader would take it for.
void add(CheckReport& report, const Error& error) {
  const bool damage = error.code == ErrorCode::io || error.hint.empty();
  add(report, Finding{error.message, damage ? kBuildAnew : error.hint});
}

void add(CheckReport& report, const Result<CheckReport>& more) {
  if (!more) return add(report, more.error());
  report.documents += more->documents;
  for (const Finding& finding : more->findings) add(report, finding);
  report.notes.insert(report.notes.end(), more->notes.begin(), more->notes.end());
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
  const auto count = guarded(name, [&] { return database->get_doccount(); });
  if (!count) return fail(count.error());
  if (*count == 0) return {};
  // Tables are made when they are needed, so to Xapian they are not missing.
  for (const char* const table : {"docdata.glass", "termlist.glass"})
    if (std::error_code error; !fs::exists(fs::path(name) / table, error))
      return fail(ErrorCode::corrupt, format("{} has no {}", name, table), kBuildAnew);
  return {};
}

CheckReport check_single(const fs::path& folder) {
  const std::string database = folder.string();
  CheckReport report;
  if (const Result<void> fits = check_description(database); !fits) {
    add(report, fits.error());
    return report;  // what its documents should be is not known
  }
  add(report, inspect({folder}, inspect_contents));
  if (!may_check_tables(database))
    report.notes.push_back(
        format("Xapian's own check is left out, as this user may not write {}: it opens the tables "
               "for that",
               database));
  else
    for (std::string& fault : faults_of_tables(database))
      add(report, Finding{std::move(fault), kBuildAnew});
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

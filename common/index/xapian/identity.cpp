// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/xapian/identity.hpp"

#include "common/analysis/analyzer.hpp"
#include "common/base/format.hpp"
#include "common/base/hash.hpp"
#include "common/index/fields.hpp"
#include "common/index/xapian/guard.hpp"
#include "common/text/versions.hpp"

namespace geul::index {
namespace {

constexpr const char* kSchemaKey = "geul-schema";
constexpr const char* kFingerprintKey = "geul-analysis";
constexpr const char* kUnicodeKey = "geul-unicode";
constexpr const char* kSettingsKey = "geul-settings";
constexpr const char* kSettingsSumKey = "geul-settings-sum";
constexpr const char* kRebuild = "build it again with geul-index build --rebuild";

Failure differs(const std::string& database, std::string_view what, const std::string& found,
                const std::string& own) {
  return fail(ErrorCode::incompatible,
              format("{} was built with {} {}, this program has {}", database, what, found, own),
              kRebuild);
}

std::string sum_of(const std::string& text) {
  return to_hex(hash128(text));
}

}  // namespace

Identity own_identity() {
  return {std::to_string(kSchemaVersion), analysis::fingerprint(), text::unicode_version()};
}

Identity identity_of(const Xapian::Database& database) {
  return {database.get_metadata(kSchemaKey), database.get_metadata(kFingerprintKey),
          database.get_metadata(kUnicodeKey)};
}

void set_identity(Xapian::WritableDatabase& database, const Identity& identity) {
  database.set_metadata(kSchemaKey, identity.schema);
  database.set_metadata(kFingerprintKey, identity.fingerprint);
  database.set_metadata(kUnicodeKey, identity.unicode);
}

Result<Settings> settings_of(const Xapian::Database& database) {
  const std::string text = database.get_metadata(kSettingsKey);
  if (database.get_metadata(kSettingsSumKey) != sum_of(text)) return damaged_settings();
  return decode_settings(text);
}

void set_settings(Xapian::WritableDatabase& database, const Settings& settings) {
  const std::string text = encode_settings(settings);
  database.set_metadata(kSettingsKey, text);
  database.set_metadata(kSettingsSumKey, sum_of(text));
}

Result<Settings> sound_settings_of(const Xapian::Database& database, const std::string& name) {
  Result<Settings> settings;
  bool lacks_positions = false;
  const Result<void> read = guarded(name, [&] {
    settings = settings_of(database);
    lacks_positions = database.get_average_length() > 0 && !database.has_positions();
  });
  if (!read) return fail(read.error());
  if (!settings || !settings->positions || !lacks_positions) return settings;
  return fail(ErrorCode::corrupt, format("damaged database {} (position.glass is missing)", name),
              kRebuild);
}

void create_empty(const std::string& folder, const Settings& settings, int flags) {
  Xapian::WritableDatabase database(folder, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | flags);
  set_identity(database, own_identity());
  set_settings(database, settings);
  database.commit();
  database.close();
}

Result<void> check_identity(const Identity& found, const std::string& database) {
  const Identity own = own_identity();
  if (found.schema.empty())
    return fail(ErrorCode::conflict, format("{} is a database of another program", database),
                "name another folder with --db");
  if (found.schema != own.schema) return differs(database, "schema", found.schema, own.schema);
  if (found.fingerprint != own.fingerprint)
    return differs(database, "the analysis", found.fingerprint, own.fingerprint);
  if (found.unicode != own.unicode) return differs(database, "Unicode", found.unicode, own.unicode);
  return {};
}

}  // namespace geul::index

// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/xapian/guard.hpp"

#include <array>
#include <cerrno>
#include <string_view>

#include "common/base/files.hpp"
#include "common/base/format.hpp"

namespace geul::index {
namespace {

struct Meaning {
  std::string_view type;
  ErrorCode code;
  std::string_view message;
  std::string_view hint;
};

constexpr std::string_view kRebuild =
    "build it again with geul-index build --rebuild; where that is refused, delete it before";
constexpr std::string_view kLook =
    "look at the disk and the permissions; geul-index check says whether the database is whole";

constexpr std::string_view kServer =
    "is xapian-tcpsrv running there? geul-query --partial answers without it";

constexpr std::array kMeanings{
    Meaning{"DatabaseLockError", ErrorCode::conflict, "another process is writing",
            "wait until it has finished, or end it; queries go on meanwhile"},
    Meaning{"DatabaseCorruptError", ErrorCode::corrupt, "damaged database", kRebuild},
    Meaning{"SerialisationError", ErrorCode::corrupt, "damaged database", kRebuild},
    Meaning{"RangeError", ErrorCode::corrupt, "damaged database", kRebuild},
    Meaning{"DocNotFoundError", ErrorCode::corrupt, "damaged database", kRebuild},
    Meaning{"FeatureUnavailableError", ErrorCode::corrupt, "damaged database", kRebuild},
    Meaning{"DatabaseVersionError", ErrorCode::incompatible,
            "database of another version of Xapian", kRebuild},
    Meaning{"DatabaseNotFoundError", ErrorCode::not_found, "no database at",
            "build one with geul-index build"},
    Meaning{"DatabaseModifiedError", ErrorCode::conflict,
            "the database changes faster than it can be read:", "try again"},
    Meaning{"NetworkTimeoutError", ErrorCode::unreachable, "no answer in time from", kServer},
    Meaning{"NetworkError", ErrorCode::unreachable, "cannot reach", kServer},
    Meaning{"DatabaseOpeningError", ErrorCode::io, "cannot open the database", kLook},
    Meaning{"DatabaseCreateError", ErrorCode::io, "cannot create the database", kLook},
    Meaning{"DatabaseError", ErrorCode::io, "cannot read or write the database", kLook},
};

constexpr Meaning kUnexpected{"", ErrorCode::internal, "Xapian failed on", kLook};

const Meaning& meaning_of(std::string_view type) {
  for (const Meaning& row : kMeanings)
    if (row.type == type) return row;
  return kUnexpected;
}

/// What Xapian says when a write fails in a database that is thrown away with the build: that it
/// cannot take it back, not why it failed.
bool is_lost_write(const Xapian::Error& error) {
  return error.get_msg().starts_with("cancel() not supported");
}

std::string lost_reason(const std::string& database) {
  return is_disk_full(database.c_str()) ? describe_errno(ENOSPC) : "a write has failed";
}

std::string reason(const Xapian::Error& error, const std::string& database) {
  if (is_lost_write(error)) return lost_reason(database);
  std::string text = error.get_msg();
  if (const char* const detail = error.get_error_string(); detail != nullptr)
    text.append(text.empty() ? "" : ": ").append(detail);
  return text;
}

/// Xapian throws the same where the lock file cannot be opened.
bool is_locked(const Xapian::Error& error) {
  return error.get_msg().ends_with("already locked");
}

std::string_view type_of(const Xapian::Error& error) {
  const std::string_view type = error.get_type();
  const bool is_of_the_disk =
      (type == "DatabaseLockError" && !is_locked(error)) || is_lost_write(error);
  return is_of_the_disk ? "DatabaseError" : type;
}

}  // namespace

Error to_error(const Xapian::Error& error, const std::string& database) {
  const Meaning& meaning = meaning_of(type_of(error));
  const std::string remote = remote_behind(error);
  return {meaning.code,
          format("{} {} ({})", meaning.message, remote.empty() ? database : remote,
                 reason(error, database)),
          std::string(meaning.hint)};
}

std::string remote_behind(const Xapian::Error& error) {
  constexpr std::string_view kBefore = "remote:tcp(";
  std::string_view context = error.get_context();
  if (!context.starts_with(kBefore) || !context.ends_with(')')) return {};
  context.remove_prefix(kBefore.size());
  context.remove_suffix(1);
  return std::string(context);
}

}  // namespace geul::index

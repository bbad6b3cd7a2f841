// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "common/base/calendar.hpp"
#include "indexer/post/metadata.hpp"
#include "indexer/post/values.hpp"

namespace geul::indexer {

/// A date as people write it in front matter.
struct ParsedDate {
  LocalTime time;
  bool time_lost = false;  ///< there was a time of day, but no such time exists (21:10:65)
};

/// Reads year, month and day in this order, parted by '-', '/', '.' or 년 월 일 (with spaces or
/// without), one or two digits for month and day; then, where there is one, a time of day behind
/// 'T' or spaces: hours, minutes, seconds and fractions of one (both may be missing), and the
/// offset as "Z", "UTC", "GMT", "KST", "+0900", "+09:00" or "+09".
///
///     2022-07-28 00:00:00 +0900     2022/7/28     2022-07-28T00:00:00.000Z     2022년 7월 28일
///
/// Returns  nothing for any other text and for days that do not exist.
[[nodiscard]] std::optional<ParsedDate> parse_date(std::string_view text);

/// The date under a key: of a list, the first that can be read.
/// Warns  of a value that is no date ("YYYY-MM-DD", 2023-02-30), and of a time that was lost.
[[nodiscard]] std::optional<LocalTime> read_date(const MetaValue& value, std::string_view key,
                                                 WarningList& warnings);

/// When a post was published: date, pubDate, publishDate, published_at, created, created_at or a
/// date under `published`; else the day in the file's name ("2018-02-07-제목.md") or in its folders
/// ("2018/02/07/제목.md").
[[nodiscard]] std::optional<LocalTime> read_publication(const MetaValue& front_matter,
                                                        std::string_view site_path,
                                                        WarningList& warnings);

/// When it was changed: updated, last_modified_at, lastmod, modified, updatedDate, updated_at.
[[nodiscard]] std::optional<LocalTime> read_update(const MetaValue& front_matter,
                                                   WarningList& warnings);

}  // namespace geul::indexer

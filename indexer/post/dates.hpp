// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "common/base/calendar.hpp"
#include "indexer/post/date_text.hpp"
#include "indexer/post/metadata.hpp"
#include "indexer/post/values.hpp"

namespace geul::indexer {

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

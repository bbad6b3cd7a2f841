// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "indexer/post/metadata.hpp"
#include "indexer/post/values.hpp"

namespace geul::indexer {

/// The tags of a post: of tags, tag, taxonomies.tags, extra.tags together; of keywords when those
/// give none.
///
/// A list gives its items, nested lists theirs, tables their `name`, `title` or `label`. A text
/// with commas is parted at the commas. A text without is parted at spaces where it was typed
/// bare (`tag: vim 편집기` is two tags, as Jekyll reads `tags`), and is one tag where it was typed
/// in quotes. `keywords` are parted at commas alone.
/// Returns  cleaned names in order of appearance, each once (compared by text::fold_name).
[[nodiscard]] std::vector<std::string> read_tags(const MetaValue& front_matter,
                                                 WarningList& warnings);

/// categories, category, taxonomies.categories, extra.category. A bare text under `categories` is
/// parted at spaces, as Jekyll does; `category` is one name, commas apart.
[[nodiscard]] std::vector<std::string> read_categories(const MetaValue& front_matter,
                                                       WarningList& warnings);

/// author, authors, extra.author, extra.authors: lists, tables with a `name`, or a text with
/// commas.
[[nodiscard]] std::vector<std::string> read_authors(const MetaValue& front_matter,
                                                    WarningList& warnings);

}  // namespace geul::indexer

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <vector>

#include "common/index/document.hpp"
#include "indexer/post/metadata.hpp"
#include "indexer/post/values.hpp"

namespace geul::indexer {

/// What a post has under the configured keys: each key as it is, without regard to case, or below
/// `extra`, `taxonomies` (Zola) or `params` (Hugo). Where a key recurs, the last counts.
///
/// A text, number, boolean or date is one value, as it was typed; a list gives its items, nested
/// lists theirs, tables their `name`, `title` or `label`. A text is never parted: a comma is a part
/// of it.
/// Returns  cleaned values in order of appearance, each once (compared by text::fold_name); no
///          entry for keys without one.
/// Warns  of a table without a name.
[[nodiscard]] std::vector<index::FacetValues> read_facets(const MetaValue& front_matter,
                                                          std::span<const index::FacetKey> keys,
                                                          WarningList& warnings);

}  // namespace geul::indexer

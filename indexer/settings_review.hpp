// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "common/base/result.hpp"
#include "common/index/reader.hpp"

namespace geul::indexer {

/// What of a database's settings has no effect on its posts, in the order of dictionary, synonyms,
/// pinned posts, and within each of the file's lines. The files are read as they are now; where one
/// cannot be read any more, a note says so and places have no line.
///
///   - a word of the dictionary that no post has as a key, that the rules keep whole anyway
///     (analysis::is_kept_whole()), or that stands on an earlier line; a file whose words are not
///     those that the database was built with;
///   - a line of synonyms that read_synonyms() warns of, of which no post has what would be found
///     besides, or whose words are all the same to the analysis. A post has a word that it is known
///     by or has all pairs of syllables of; it has a phrase in a row;
///   - a pinned post that is not in the database.
///
/// Errors  as Reader::search().
/// Cost    some 0.1 ms a line, and one or two small searches for each word of the synonyms.
[[nodiscard]] Result<std::vector<Warning>> review_settings(index::Reader& reader);

}  // namespace geul::indexer

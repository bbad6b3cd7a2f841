// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.hpp"
#include "common/index/document.hpp"
#include "indexer/generator/generator.hpp"

namespace geul::indexer {

/// Whether readers of the site would see the post, and if not, why not.
enum class Visibility {
  shown,
  draft,
  unpublished,
  left_out,  ///< no post, even for who asks for drafts: a page that only leads to another
};

/// A post as it was written, understood.
struct Post {
  index::Document document;
  Visibility visibility = Visibility::shown;
  std::vector<Warning> warnings;  ///< values that were lost, with file and line
};

/// The text of one post and where it came from.
struct PostSource {
  DocumentId id;
  std::string path;       ///< as the user would open it, for messages and the record
  std::string site_path;  ///< relative to the site's root, for addresses, dates in names, _drafts
  std::span<const index::FacetKey> facets = {};  ///< the configured keys
  /// Seconds since 1970-01-01 UTC. Whether a post is dated in the future, where the site hides it.
  std::int64_t now = std::numeric_limits<std::int64_t>::max();
};

/// Reads a Markdown file: front matter (YAML, TOML or none) and body.
///
/// Expects  any bytes.
/// Returns  the post. A value that cannot be understood costs that value and a warning; broken
///          front matter is read line by line for what can be saved (title, date, tags).
/// Errors   malformed, with a reason for people: nothing in it to index (no text and no title).
/// Threads  may run in parallel; keeps no state.
/// Cost     linear in the bytes (cmark's promise; the front matter is bounded).
[[nodiscard]] Result<Post> read_markdown_post(std::string_view bytes, const PostSource& source,
                                              const Generator& generator);

/// Reads one JSON Lines record: the front matter's keys, and the text as Markdown under `body`,
/// `text` or `content`. `id` or `_id` names it, else `source.id`. A web address under `url` stays
/// as it is.
/// Errors   malformed: no JSON object, nothing to index.
[[nodiscard]] Result<Post> read_json_post(std::string_view record, std::size_t line,
                                          const PostSource& source, const Generator& generator);

}  // namespace geul::indexer

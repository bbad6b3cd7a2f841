// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/byte_span.hpp"
#include "common/index/document.hpp"
#include "query/render/highlight.hpp"

namespace geul::query {

/// A passage of a post in one line, without control characters. Untrusted text all the same.
struct Excerpt {
  std::string text;
  std::vector<ByteSpan> highlights;  ///< of `text`, ascending, apart, on code point borders
  bool cut_before = false;           ///< the post's text goes on before it
  bool cut_after = false;
};

/// A section of a post that has words of the query.
struct SectionMatch {
  std::string heading;
  std::string anchor;
  int level = 0;
  std::size_t words = 0;  ///< different words of the query in it and its heading
};

/// What is shown of a hit.
struct Showing {
  std::vector<ByteSpan> title;  ///< highlights of the title
  Excerpt excerpt;
  std::string heading;  ///< of the section that the excerpt is from; empty for others
  std::string anchor;
  std::vector<SectionMatch> sections;  ///< at most kMaxSections, those with more words first
};

inline constexpr std::size_t kMaxSections = 3;
/// Code points of an excerpt: about as many, where the text has them and the borders of its
/// sentences and words allow it; never more than the larger. A grapheme longer than that is left
/// out.
inline constexpr std::size_t kMinExcerpt = 110;
inline constexpr std::size_t kMaxExcerpt = 160;

/// Chooses what to show of a post: the passage with most of the query's words, from its summary,
/// text or code; without any of them its summary or beginning.
///
/// Cost  one analysis of the post; linear in it.
[[nodiscard]] Showing show(const index::Document& document, const Highlighter& highlighter);

/// The best passage of one text; its beginning where nothing matches.
[[nodiscard]] Excerpt make_excerpt(std::string_view text, const Highlighter& highlighter);

}  // namespace geul::query

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/byte_span.hpp"
#include "common/index/document.hpp"
#include "query/render/highlight.hpp"
#include "query/render/length.hpp"

namespace geul::query {

/// A passage of a post in one line, without control characters. Untrusted text all the same.
struct Excerpt {
  std::string text;
  std::vector<ByteSpan> highlights;  ///< of `text`, ascending, apart, on code point borders
  bool cut_before = false;           ///< the post's text goes on before it
  bool cut_after = false;
};

/// A section of a post that has words of the query in its heading, text or code.
struct SectionMatch {
  std::string heading;
  std::string anchor;
  int level = 0;
  std::size_t words = 0;        ///< different words of the query in it and its heading
  std::vector<ByteSpan> marks;  ///< highlights of the heading
  Excerpt excerpt;              ///< its best passage; empty where it has no text
};

/// What is shown of a hit.
struct Showing {
  std::vector<ByteSpan> title;  ///< highlights of the title
  Excerpt excerpt;
  std::string heading;  ///< of the section that the excerpt is from; empty for others
  std::string anchor;
  std::vector<SectionMatch> sections;  ///< at most kMaxSections, the best first
  bool leads_to_section = false;       ///< the excerpt is the best section's, and not just what is
                                       ///< shown of a post whose title or tags matched
};

inline constexpr std::size_t kMaxSections = 3;

/// Chooses what to show of a post: its best sections and their best passages, of which the first
/// is the excerpt unless the summary says more; without any of the query's words its summary or
/// beginning. A section is as good as the passage in which its words stand closest; words count
/// for more in its heading too, and a little elsewhere in it. A heading right above a deeper one
/// shows what is below that. No excerpt is longer than `length`, and a grapheme that is longer is
/// left out.
///
/// Cost  one analysis of the post; linear in it.
[[nodiscard]] Showing show(const index::Document& document, const Highlighter& highlighter,
                           ExcerptLength length = {});

/// The best passage of one text; its beginning where nothing matches.
[[nodiscard]] Excerpt make_excerpt(std::string_view text, const Highlighter& highlighter,
                                   ExcerptLength length = {});

}  // namespace geul::query

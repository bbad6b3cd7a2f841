// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "indexer/html/page_content.hpp"
#include "indexer/html/page_tree.hpp"
#include "indexer/post/metadata.hpp"

namespace geul::indexer {

/// What a page says of itself, apart from its text.
struct PageFacts {
  /// As front matter would: title, date, updated, tags, categories, authors, lang, and each key of
  /// a filter or meta attribute. HTML.md says where each comes from, and which comes first.
  MetaValue values;
  std::string title;
  std::string description;             ///< one clean line
  std::vector<std::string> addresses;  ///< canonical, og:url; as they were typed
  std::vector<std::string> resources;  ///< style sheets, scripts and icons; as they were typed
  bool redirects = false;              ///< <meta http-equiv="refresh"> with an address
  bool is_noindex = false;             ///< <meta name="robots">: noindex, none
};

/// Cost    linear.
/// Limits  the first 2,000 values of each kind: of attributes, links with rel="tag", times,
///         properties and metas.
[[nodiscard]] PageFacts read_facts(const PageTree& page, const PageContent& content);

}  // namespace geul::indexer

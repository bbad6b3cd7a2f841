// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "indexer/html/page_post.hpp"
#include "indexer/html/page_site.hpp"

namespace geul::test {

inline Result<indexer::Post> try_page(std::string_view html, const std::string& path = "a.html",
                                      indexer::Unmarked unmarked = indexer::Unmarked::take) {
  static const std::vector<index::FacetKey> facets{index::FacetKey("series"),
                                                   index::FacetKey("level")};
  const auto site = indexer::make_page_site("/site/");
  const indexer::PostSource source{DocumentId(path), "/site/" + path, path, facets};
  return indexer::read_html_page(html, source, *site, unmarked);
}

inline indexer::Post read_page(std::string_view html, const std::string& path = "a.html") {
  return try_page(html, path).value();
}

inline index::Document document_of(std::string_view html, const std::string& path = "a.html") {
  return read_page(html, path).document;
}

/// The texts of all sections, parted by " / ".
inline std::string text_of(std::string_view html) {
  std::string text;
  for (const index::Section& section : document_of("<title>t</title>" + std::string(html)).sections)
    text += (text.empty() ? "" : " / ") + section.text;
  return text;
}

}  // namespace geul::test

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace geul::indexer {

/// What a page's JSON-LD says of its article (https://schema.org/Article).
struct StructuredData {
  std::string published;  ///< as it was typed
  std::string modified;
  std::vector<std::string> keywords;
  std::vector<std::string> sections;
  std::vector<std::string> authors;
};

/// Reads one <script type="application/ld+json"> into `data`, whose values stay where they are
/// given already. An article (…Article, …Posting) counts before the page around it (…Page), also
/// within lists, @graph, mainEntity and mainEntityOfPage. Other types say nothing: the lists of
/// posts of a page hold others' dates.
///
/// Expects  valid UTF-8. What is no JSON is passed over: it is a browser's, not a post's.
/// Limits   those of parse_json_metadata(); the first 1,000 objects, and 2,000
///          keywords, sections and authors.
void read_structured_data(std::string_view json, StructuredData& data);

}  // namespace geul::indexer

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/html/page_tree.hpp"
#include "indexer/html/structured_data.hpp"

namespace geul::indexer {

/// What a page tells machines: <html lang>, <title>, <meta>, <link> and JSON-LD, wherever they
/// stand, as clean lines. Of several the last counts; of titles, and in JSON-LD, the first.
struct PageHead {
  using Texts = std::vector<std::string>;

  std::string language;
  std::string title;         ///< <title>
  std::string shared_title;  ///< og:title
  std::string site_name;
  std::string description;
  std::string shared_description;  ///< og:description
  std::string canonical;           ///< as it was typed
  std::string shared_address;      ///< og:url
  Texts published, modified;       ///< article:…_time
  Texts dates;                     ///< name="date", dc.date
  Texts tags, keywords, sections, authors;
  Texts resources;  ///< addresses of style sheets, scripts and icons
  StructuredData data;
  bool redirects = false;   ///< http-equiv="refresh" with an address
  bool is_noindex = false;  ///< robots
};

/// Adds what an element says, if it is such a one.
/// Limits  the first 2,000 texts of each list.
void read_head_element(const PageTree& page, std::size_t node, PageHead& head);

}  // namespace geul::indexer

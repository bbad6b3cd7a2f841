// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include "common/base/result.hpp"
#include "common/index/reader.hpp"
#include "common/index/synonyms.hpp"
#include "indexer/site/range_writer.hpp"
#include "indexer/site/units.hpp"

namespace geul::indexer::site {

/// How a search is parted into files; FORMAT.md has the measurements behind the numbers.
struct SiteRules {
  RangeRules terms{4096, 10240, 2};  ///< of 750 to 1,499 pages: see scaled()
  RangeRules initials{6144, 16384, 16};
  std::size_t unit_bytes = kUnitBytes;
};

struct SiteSummary {
  std::size_t pages = 0;
  std::size_t files = 0;
  std::size_t bytes = 0;
};

/// Writes the search of a database as files for a static site (FORMAT.md), with the client and a
/// demo page, and puts it at `out` once it is whole. The same database and synonyms give the same
/// bytes.
/// Errors  those of Reader::visit_oldest_first() and Output; nothing is at `out` then that was not
///         there before.
/// Cost    some 5 ms a post; 45 MB of memory for a thousand posts, 70 MB for four thousand.
[[nodiscard]] Result<SiteSummary> write_site(index::Reader& reader,
                                             const index::SynonymTable& synonyms,
                                             const std::string& out, const SiteRules& rules = {});

}  // namespace geul::indexer::site

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "query/answer.hpp"

namespace geul::query {

/// The standard run file of TREC, a line a hit: query-id Q0 doc-id rank score geul. White space,
/// whatever text::printable() would change and '%' in ids are percent-encoded, so that a line has
/// six fields. Without a score (sorted by date) it is 1 / rank, since evaluators sort by it.
[[nodiscard]] std::string to_trec(const Answer& answer, std::string_view query_id);

/// What stands behind each path.
enum class PathEnd { line, nul };

struct PathOptions {
  std::string folder = {};  ///< the working folder, as address_of() takes it
  PathEnd end = PathEnd::line;
  bool terminal = false;  ///< the reader is a person
};

/// A hit's address_of() from the working folder, one behind the other, as they are, so that they
/// can be opened. Only line feeds are percent-encoded where lines part them; for a terminal they
/// are made text::printable().
[[nodiscard]] std::string to_paths(const Answer& answer, const PathOptions& options);

}  // namespace geul::query

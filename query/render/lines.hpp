// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "query/answer.hpp"

namespace geul::query {

/// The standard run file of TREC, a line a hit: query-id Q0 doc-id rank score geul. White space,
/// control characters and '%' in ids are percent-encoded, so that a line has six fields. Without
/// a score (sorted by date) it is 1 / rank, since evaluators sort by it.
[[nodiscard]] std::string to_trec(const Answer& answer, std::string_view query_id);

/// A line a hit: its address_of() from the working folder. Line feeds in it are percent-encoded and
/// nothing else is, so that a path can be opened.
[[nodiscard]] std::string to_paths(const Answer& answer, std::string_view folder);

}  // namespace geul::query

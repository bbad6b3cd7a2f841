// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include "common/base/result.hpp"
#include "common/index/query.hpp"

namespace geul::index {

/// A query in Xapian's form. Prefixes are expanded from `database`'s terms: Xapian's own wildcard
/// does it shard by shard, which would make matches depend on how posts are spread.
/// Throws  Xapian::Error.
/// Errors  limit: nested deeper than kMaxQueryDepth; more than kMaxQueryTerms terms.
[[nodiscard]] Result<Xapian::Query> translate(const Query& query, const Xapian::Database& database);

}  // namespace geul::index

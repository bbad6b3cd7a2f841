// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include "common/base/result.hpp"
#include "common/index/query.hpp"

namespace geul::index {

/// What a query is run for. Where no weight counts (exclusions, filters, counting), what acts on
/// weights alone is left out, and not only to save work: an OP_AND_MAYBE that is excluded reads
/// weights that Xapian 1.4.22 never set, and then matches too little.
enum class Use { rank, match };

/// A query in Xapian's form. Prefixes are expanded from `database`'s terms: Xapian's own wildcard
/// does it shard by shard, which would make matches depend on how posts are spread.
/// Throws  Xapian::Error.
/// Errors  limit: nested deeper than kMaxQueryDepth; more than kMaxQueryTerms terms.
[[nodiscard]] Result<Xapian::Query> translate(const Query& query, Use use,
                                              const Xapian::Database& database);

}  // namespace geul::index

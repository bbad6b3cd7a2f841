// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include "common/base/result.hpp"
#include "common/index/reader.hpp"
#include "common/index/xapian/databases.hpp"

namespace geul::index {

/// Whether any part of a database is on another machine.
enum class Where { here, remote };

/// Answers a request from one state of the database.
/// Throws  Xapian::Error; on DatabaseModifiedError the whole must be asked again.
/// Errors  limit: a query nested too deeply; corrupt: a record that cannot be read.
[[nodiscard]] Result<SearchResult> run_search(const SearchedDatabases& databases,
                                              const SearchRequest& request, Where where);

/// What each query gives the document with the term `key` (key_of). Throws and errors as above.
[[nodiscard]] Result<std::vector<double>> weights_of(const Xapian::Database& database,
                                                     const std::vector<Query>& queries,
                                                     const std::string& key,
                                                     const RankingProfile& ranking);

}  // namespace geul::index

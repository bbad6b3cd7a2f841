// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include "common/base/result.hpp"
#include "common/index/reader.hpp"
#include "common/index/xapian/found.hpp"
#include "common/index/xapian/search.hpp"

namespace geul::index {

/// Answers a request by Xapian's matcher, which databases on other machines run themselves.
/// Throws  Xapian::Error; on DatabaseModifiedError the whole must be asked again.
[[nodiscard]] Result<Found> search_by_matcher(const Xapian::Database& database,
                                              const SearchRequest& request, Where where);

}  // namespace geul::index

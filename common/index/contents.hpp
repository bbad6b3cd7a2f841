// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "common/base/result.hpp"
#include "common/base/strong_id.hpp"
#include "common/index/terms.hpp"

namespace geul::index {

/// What is indexed: each document's hash by its key.
using Contents = std::unordered_map<DocumentKey, ContentHash>;

/// The contents of a database, without its write lock and without making one.
/// Errors  as Reader::open().
[[nodiscard]] Result<Contents> read_contents(const std::string& database);

/// The ids behind some keys of a database, in the keys' order; what is not there has an empty one.
/// Errors  as Reader::open(). Cost: reads each document's record.
[[nodiscard]] Result<std::vector<DocumentId>> read_ids(const std::string& database,
                                                       const std::vector<DocumentKey>& keys);

}  // namespace geul::index

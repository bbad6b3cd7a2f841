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

struct StoredPost {
  DocumentId id;           ///< empty: it is not there
  bool is_record = false;  ///< of a source of many, and no file of its own
};

/// The posts behind some keys of a database, in the keys' order.
/// Errors  as Reader::open(). Cost: reads each document's record.
[[nodiscard]] Result<std::vector<StoredPost>> read_posts(const std::string& database,
                                                         const std::vector<DocumentKey>& keys);

}  // namespace geul::index

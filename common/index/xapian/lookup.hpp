// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <vector>

#include "common/base/result.hpp"
#include "common/index/reader.hpp"

namespace geul::index {

/// What Reader tells beside searches, of one state of the database. `key` is key_of() an id.
/// Throws  Xapian::Error; on DatabaseModifiedError the whole must be asked again.
/// Errors  as Reader's methods.

[[nodiscard]] Result<std::optional<Document>> find_document(const Xapian::Database& database,
                                                            const std::string& key);
[[nodiscard]] Result<std::optional<std::vector<DocumentTerm>>> terms_of_document(
    const Xapian::Database& database, const std::string& key);
[[nodiscard]] Result<void> visit_by_date(const Xapian::Database& database,
                                         const DocumentVisitor& visitor);
[[nodiscard]] Result<std::vector<PostName>> names_in(const Xapian::Database& database);
[[nodiscard]] std::vector<std::string> values_in(const Xapian::Database& database,
                                                 const std::string& term, Slot slot,
                                                 std::size_t limit);
[[nodiscard]] Result<DocumentSet> matches_in(const Xapian::Database& database, const Query& query);
[[nodiscard]] std::vector<std::size_t> frequencies_in(const Xapian::Database& database,
                                                      const DocumentSet& among,
                                                      const std::vector<std::string>& terms);
[[nodiscard]] Result<std::vector<Document>> first_documents_in(const Xapian::Database& database,
                                                               const Query& query,
                                                               std::size_t limit);

}  // namespace geul::index

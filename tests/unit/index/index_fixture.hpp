// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/analysis/analyzer.hpp"
#include "common/index/document.hpp"
#include "common/index/reader.hpp"
#include "common/index/writer.hpp"

namespace geul::test {

/// A document with an id, a title and one section of text.
[[nodiscard]] index::Document post(const std::string& id, const std::string& title,
                                   const std::string& text);
/// The same with a date of the form 2022-07-28.
[[nodiscard]] index::Document dated(index::Document document, const std::string& date);

/// Sixteen bytes made of any text.
[[nodiscard]] ContentHash hash_of(const std::string& text);

[[nodiscard]] index::PreparedDocument prepare(const index::Document& document,
                                              const std::string& version = "1");

/// Writes documents and commits. Failures end the test.
void build(const std::string& database, const std::vector<index::Document>& documents,
           index::OpenMode mode = index::OpenMode::update);

/// The ids of the hits, in their order. Failures end the test.
[[nodiscard]] std::vector<std::string> ids(index::Reader& reader,
                                           const index::SearchRequest& request);
/// The ids that a fresh reader finds for one term.
[[nodiscard]] std::vector<std::string> ids_with(const std::string& database,
                                                const std::string& term);
/// A request for a query's matches, a hundred at the most.
[[nodiscard]] index::SearchRequest ask(index::Query query);

/// The first term of the word family that the analyser makes of a text.
[[nodiscard]] std::string word_of(const std::string& text);

}  // namespace geul::test

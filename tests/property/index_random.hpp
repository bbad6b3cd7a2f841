// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/index/document.hpp"
#include "common/index/query.hpp"
#include "common/index/reader.hpp"
#include "tests/property/index_oracle.hpp"
#include "tests/support/random_text.hpp"

namespace geul::test {

/// The configured facets of random documents and requests.
[[nodiscard]] const std::vector<index::FacetKey>& facet_keys();

/// A document of few different words, so that random queries find something. Tags, categories and
/// authors come in several spellings; every third document is undated.
[[nodiscard]] index::Document random_document(RandomText& random, const std::string& id);

/// A query over the terms that the oracle's documents have, and some that none has.
[[nodiscard]] index::Query random_query(RandomText& random, const Oracle& oracle, int depth = 4);

/// The same of the form that query/parse gives them: what matches weighs nothing, and terms and
/// bonuses weigh beside it.
[[nodiscard]] index::Query random_ranked_query(RandomText& random, const Oracle& oracle);

/// A request with random filters, order and facets, all matches on one page.
[[nodiscard]] index::SearchRequest random_request(RandomText& random, const Oracle& oracle);

}  // namespace geul::test

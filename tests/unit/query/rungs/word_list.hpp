// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "query/rungs/pattern.hpp"

namespace geul::test {

/// Sorted terms with their numbers of documents, walked as Reader::walk_terms() walks an index's.
using WordList = std::map<std::string, std::size_t, std::less<>>;

/// Ends the test where a visitor is shown more than each term once. References are kept. `shown`,
/// where given, counts the terms that were shown.
[[nodiscard]] query::TermWalk walk_of(const WordList& words, std::size_t* shown = nullptr);

}  // namespace geul::test

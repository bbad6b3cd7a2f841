// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/unit/query/rungs/word_list.hpp"

#include <catch2/catch.hpp>

namespace geul::test {

query::TermWalk walk_of(const WordList& words, std::size_t* shown) {
  return [&words, shown](const index::TermRange& range, const index::TermVisitor& visit) {
    std::size_t steps = 0;
    for (auto at = words.lower_bound(range.begin);
         at != words.end() && at->first.starts_with(range.within);) {
      REQUIRE(++steps <= words.size());
      if (shown != nullptr) ++*shown;
      const index::NextTerm next = visit(at->first, at->second);
      if (next.kind == index::NextTerm::Kind::none) return;
      if (next.kind == index::NextTerm::Kind::following || next.begin <= at->first)
        ++at;
      else
        at = words.lower_bound(next.begin);
    }
  };
}

}  // namespace geul::test

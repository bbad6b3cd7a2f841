// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/analysis/analyzer.hpp"
#include "common/index/synonyms.hpp"
#include "query/parse/meant.hpp"

namespace geul::query {

/// A site's synonyms as a query meets them: by what the words are known by, whatever their
/// particles.
class Synonyms {
 public:
  /// Analyses each word of the table once. Cost: some 2 µs a word.
  Synonyms(const index::SynonymTable& table, analysis::Analyzer& analyzer);

  /// A stretch of a query that is a synonym of others.
  struct Match {
    std::size_t words = 0;            ///< of the query
    std::vector<Alternative> others;  ///< what else it may be called; none twice
  };
  /// The longest stretch of `keys`, from `begin` on, that has synonyms; 0 words without.
  [[nodiscard]] Match longest_at(const std::vector<std::string_view>& keys,
                                 std::size_t begin) const;

 private:
  struct Entry {
    std::vector<std::string> keys;
    std::size_t line;
    std::size_t index;  ///< in the line
  };
  struct Line {
    std::vector<std::vector<MeantWord>> words;
    bool one_way;
  };
  [[nodiscard]] bool matches(const Entry& entry, const std::vector<std::string_view>& keys,
                             std::size_t begin) const;
  void add_others(const Entry& entry, std::vector<Alternative>& others) const;

  std::vector<Line> lines_;
  std::unordered_map<std::string, std::vector<Entry>> entries_;  ///< by their first key
};

}  // namespace geul::query

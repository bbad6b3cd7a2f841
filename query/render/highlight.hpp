// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/analysis/analyzer.hpp"
#include "common/base/byte_span.hpp"
#include "query/parse/meant.hpp"
#include "query/render/sieve.hpp"

namespace geul::query {

/// A word of a text that a word of the query found.
struct WordMatch {
  ByteSpan span;  ///< the whole eojeol (컬리에 for 컬리), or its run where scripts change
  std::uint32_t word = 0;  ///< ordinal of the query's word, below Highlighter::size()
};

/// Finds the words of a query in a text, by the analysis that found the post.
///
/// A word is found by its terms, or by the run of its stem's pairs, which may go over a space:
/// 검색엔진 finds both words of "검색 엔진". Excluded words and function words are not
/// looked for.
///
/// Lifetime  keeps a reference to the analyser and nothing of the query.
/// Threads   one.
/// Limits    kMaxWords words of the query are looked for, kMaxPairs pairs of each.
class Highlighter {
 public:
  Highlighter(const MeantQuery& query, analysis::Analyzer& analyzer);

  /// Words of the query that are looked for.
  [[nodiscard]] std::size_t size() const noexcept { return weights_.size(); }
  /// How much a word of the query says where it stands in a text: more for longer words, nothing
  /// for those that were looked for in headings.
  [[nodiscard]] double weight(std::uint32_t word) const {
    return in_headings_[word] ? 0 : weights_[word];
  }
  /// How much it says in the heading above a text.
  [[nodiscard]] double heading_weight(std::uint32_t word) const {
    return in_headings_[word] ? weights_[word] : kHeadingShare * weights_[word];
  }

  /// By the beginning of their spans. A word of the text stands there once for each word of the
  /// query that finds it. Spans are equal or apart.
  /// Cost  an analysis of the passages that may hold a word of the query (Sieve); linear.
  [[nodiscard]] std::vector<WordMatch> find(std::string_view text) const;

  static constexpr std::size_t kMaxWords = 64;
  static constexpr std::size_t kMaxPairs = 16;

 private:
  friend class MatchWalk;
  /// The pair is the `index`-th of the word's stem.
  struct PairUse {
    std::uint32_t word;
    std::uint32_t index;
  };

  void add(const MeantNode& node);
  void add_alternative(const Alternative& alternative, const MeantNode& node);
  void add_word(const MeantWord& word, std::optional<index::Field> field);
  void fill_sieve();

  /// What a word in the heading adds for the text below, whether it stands there itself or not.
  static constexpr double kHeadingShare = 0.6;

  analysis::Analyzer& analyzer_;
  std::vector<double> weights_;
  std::vector<bool> in_headings_;
  std::vector<std::uint32_t> pair_counts_;
  std::unordered_map<std::string, std::uint32_t> words_;
  std::unordered_map<std::string, std::vector<PairUse>> pairs_;
  std::vector<std::pair<std::string, std::uint32_t>> prefixes_;
  Sieve sieve_;
};

/// The spans of matches, each once.
[[nodiscard]] std::vector<ByteSpan> spans_of(const std::vector<WordMatch>& matches);

}  // namespace geul::query

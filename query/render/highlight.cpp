// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/highlight.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace geul::query {
namespace {

using analysis::Family;
using analysis::Token;

/// Some three bytes a syllable: 1 for a syllable or a few letters, up to 2.
double weight_of(const MeantWord& word) {
  constexpr double kLongWord = 15;
  const double bytes = static_cast<double>(word.terms.front().term.size());
  return 1 + std::min(bytes, kLongWord) / kLongWord;
}

}  // namespace

/// One walk over the tokens of a text.
class MatchWalk {
 public:
  explicit MatchWalk(const Highlighter& wanted)
      : wanted_(wanted), progress_(wanted.weights_.size()) {}

  /// Of a passage that begins at `begin`; its tokens follow.
  void begin_passage(std::size_t begin) {
    finish_word();
    passage_begin_ = begin;
    is_new_passage_ = true;
    steps_ += 2;  // no row goes over the end of a passage
  }

  void take(const Token& token) {
    if (is_new_passage_ || token.word != word_) begin_word(token.word);
    if (token.family != Family::crossing_pair) {
      ByteSpan& span = spans_.back();
      span.begin = std::min(span.begin, passage_begin_ + token.span.begin);
      span.end = std::max(span.end, passage_begin_ + token.span.end);
    }
    is_pair(token.family) ? take_pair(token) : take_word(token);
  }

  std::vector<WordMatch> finish() {
    finish_word();
    std::vector<WordMatch> matches;
    for (const auto& [text_word, word] : found_)
      if (spans_[text_word].begin < spans_[text_word].end)
        matches.push_back({spans_[text_word], word});
    const auto key = [](const WordMatch& match) { return std::pair(match.span.begin, match.word); };
    std::ranges::sort(matches, {}, key);
    const auto same = [&key](const WordMatch& a, const WordMatch& b) { return key(a) == key(b); };
    matches.erase(std::unique(matches.begin(), matches.end(), same), matches.end());
    return matches;
  }

 private:
  struct Pair {
    std::string term;
    bool crossing;
  };
  /// How far a word's pairs have come in a row.
  struct Progress {
    std::size_t next = 0;
    std::size_t last_step = 0;
    std::size_t first_word = 0;
  };

  /// Its span is empty until a token says where it is.
  void begin_word(std::uint32_t word) {
    finish_word();
    word_ = word;
    is_new_passage_ = false;
    spans_.push_back({std::numeric_limits<std::size_t>::max(), 0});
  }

  void take_word(const Token& token) {
    const std::string term{token.term};
    if (const auto found = wanted_.words_.find(term); found != wanted_.words_.end())
      found_.emplace_back(spans_.size() - 1, found->second);
    for (const auto& [begin, word] : wanted_.prefixes_)
      if (token.term.starts_with(begin)) found_.emplace_back(spans_.size() - 1, word);
  }

  /// The pair from the word before comes first, whenever the analyser tells of it.
  void take_pair(const Token& token) {
    const bool crossing = token.family == Family::crossing_pair;
    Pair pair{std::string{token.term}, crossing};
    if (crossing)
      buffered_.insert(buffered_.begin(), std::move(pair));
    else
      buffered_.push_back(std::move(pair));
  }

  void finish_word() {
    for (const Pair& pair : buffered_) step(pair);
    buffered_.clear();
  }

  void step(const Pair& pair) {
    ++steps_;
    const auto found = wanted_.pairs_.find(pair.term);
    if (found == wanted_.pairs_.end()) return;
    // The later uses first: one pair must not advance a word twice.
    for (auto use = found->second.rbegin(); use != found->second.rend(); ++use) advance(*use, pair);
  }

  void advance(const Highlighter::PairUse& use, const Pair& pair) {
    Progress& progress = progress_[use.word];
    const std::size_t count = wanted_.pair_counts_[use.word];
    if (count == 1 && pair.crossing) return;
    const bool continues =
        use.index > 0 && progress.next == use.index && progress.last_step + 1 == steps_;
    if (!continues && use.index > 0) return;
    if (use.index == 0) progress.first_word = spans_.size() - (pair.crossing ? 2 : 1);
    progress.next = use.index + 1;
    progress.last_step = steps_;
    if (progress.next < count) return;
    for (std::size_t i = progress.first_word; i < spans_.size(); ++i)
      found_.emplace_back(i, use.word);
  }

  const Highlighter& wanted_;
  std::vector<Progress> progress_;
  std::size_t steps_ = 0;
  std::size_t passage_begin_ = 0;
  bool is_new_passage_ = true;
  std::uint32_t word_ = 0;       ///< of the line
  std::vector<ByteSpan> spans_;  ///< of the text's words so far
  std::vector<Pair> buffered_;   ///< of the last of them
  std::vector<std::pair<std::size_t, std::uint32_t>> found_;
};

Highlighter::Highlighter(const MeantQuery& query, analysis::Analyzer& analyzer)
    : analyzer_(analyzer) {
  add(query.root);
  fill_sieve();
}

void Highlighter::fill_sieve() {
  for (const auto& entry : words_) sieve_.want(entry.first);
  for (const auto& entry : prefixes_) sieve_.want(entry.first);
  std::vector<std::vector<std::string>> rows(weights_.size());
  for (std::size_t word = 0; word < rows.size(); ++word) rows[word].resize(pair_counts_[word]);
  for (const auto& [pair, uses] : pairs_)
    for (const PairUse& use : uses) rows[use.word][use.index] = pair;
  for (const std::vector<std::string>& row : rows) sieve_.want_row(row);
}

void Highlighter::add(const MeantNode& node) {
  if (node.occurrence == Occurrence::must_not || node.is_function_word) return;
  if (node.kind == MeantNode::Kind::name || node.facet) return;
  for (const MeantWord& word : node.words) add_word(word, node.field);
  for (const Alternative& alternative : node.alternatives) add_alternative(alternative, node);
  if (node.kind == MeantNode::Kind::prefix && !weights_.empty())
    prefixes_.emplace_back(node.text, static_cast<std::uint32_t>(weights_.size() - 1));
  for (const MeantNode& child : node.children) add(child);
}

void Highlighter::add_word(const MeantWord& word, std::optional<index::Field> field) {
  if (weights_.size() >= kMaxWords || words_.contains(word.terms.front().term)) return;
  const auto ordinal = static_cast<std::uint32_t>(weights_.size());
  weights_.push_back(weight_of(word));
  in_headings_.push_back(field == index::Field::heading);
  std::uint32_t pairs = 0;
  for (const MeantTerm& term : word.terms) {
    if (!is_pair(term.family)) words_.try_emplace(term.term, ordinal);
    if (term.family == Family::pair && pairs < kMaxPairs)
      pairs_[term.term].push_back({ordinal, pairs++});
  }
  pair_counts_.push_back(pairs);
}

/// What a pattern has found, a word each, is found as the typed word.
void Highlighter::add_alternative(const Alternative& alternative, const MeantNode& node) {
  if (alternative.words.size() == 1 && alternative.words.front().terms.size() == 1) {
    if (!weights_.empty())
      words_.try_emplace(alternative.words.front().terms.front().term,
                         static_cast<std::uint32_t>(weights_.size() - 1));
    return;
  }
  for (const MeantWord& word : alternative.words) add_word(word, node.field);
}

std::vector<WordMatch> Highlighter::find(std::string_view text) const {
  if (weights_.empty() || text.empty()) return {};
  MatchWalk walk(*this);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::string_view passage = first_passage(text.substr(begin));
    if (sieve_.may_hold(passage)) {
      walk.begin_passage(begin);
      analyzer_.analyze(passage, [&walk](const Token& token) { walk.take(token); });
    }
    begin += passage.size();
  }
  return walk.finish();
}

std::vector<ByteSpan> spans_of(const std::vector<WordMatch>& matches) {
  std::vector<ByteSpan> spans;
  for (const WordMatch& match : matches)
    if (spans.empty() || spans.back() != match.span) spans.push_back(match.span);
  return spans;
}

}  // namespace geul::query

// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/window.hpp"

#include <algorithm>

#include "query/render/borders.hpp"
#include "query/render/excerpt.hpp"

namespace geul::query {
namespace {

/// What all matches of a window have to fit into, so that there is room around them.
constexpr std::size_t kMaxWindow = 130;
/// What a word counts when the window has it already, and how often that counts.
constexpr double kRepeated = 0.05;
constexpr std::size_t kMaxRepeated = 6;

/// The words of a window that moves over the matches.
class Tally {
 public:
  explicit Tally(const Highlighter& highlighter)
      : highlighter_(highlighter), counts_(highlighter.size()) {}

  void add(std::uint32_t word) {
    ++total_;
    if (counts_[word]++ == 0) different_ += highlighter_.weight(word);
  }
  void remove(std::uint32_t word) {
    --total_;
    if (--counts_[word] == 0) different_ -= highlighter_.weight(word);
  }
  [[nodiscard]] double score() const {
    return different_ + kRepeated * static_cast<double>(std::min(total_, kMaxRepeated));
  }

 private:
  const Highlighter& highlighter_;
  std::vector<std::size_t> counts_;
  std::size_t total_ = 0;
  double different_ = 0;
};

/// Code points before each match's begin and end, counted in one pass.
struct Extent {
  std::size_t begin;
  std::size_t end;
};

std::vector<Extent> extents_of(std::string_view text, const std::vector<WordMatch>& matches) {
  std::vector<Extent> extents;
  std::size_t at = 0;
  std::size_t counted = 0;
  for (const WordMatch& match : matches) {
    counted += count_code_points(text, at, match.span.begin);
    at = match.span.begin;
    extents.push_back({counted, counted + count_code_points(text, at, match.span.end)});
  }
  return extents;
}

}  // namespace

Window best_window(std::string_view text, const std::vector<WordMatch>& matches,
                   const Highlighter& highlighter) {
  constexpr double kBetter = 1e-9;  // so that equal sums stay equal
  const std::vector<Extent> extents = extents_of(text, matches);
  Tally tally(highlighter);
  Window best;
  std::size_t first = 0;
  for (std::size_t last = 0; last < matches.size(); ++last) {
    tally.add(matches[last].word);
    while (first < last && extents[last].end - extents[first].begin > kMaxWindow)
      tally.remove(matches[first++].word);
    if (tally.score() > best.score + kBetter)
      best = {{matches[first].span.begin, matches[last].span.end}, tally.score()};
  }
  return best;
}

ByteSpan widen(std::string_view text, ByteSpan window) {
  const std::size_t inside = count_code_points(text, window.begin, window.end);
  if (inside >= kMaxExcerpt)
    return {window.begin, end_within(text, window.begin, forward(text, window.begin, kMaxExcerpt))};
  const std::size_t spare = kMaxExcerpt - inside;
  // Most of the room goes to what follows, unless little does.
  const std::size_t behind = count_code_points(text, window.end, forward(text, window.end, spare));
  const std::size_t before = std::max(spare / 3, spare - behind);
  const std::size_t begin = start_before(text, backward(text, window.begin, before), window.begin);
  const std::size_t high = std::max(forward(text, begin, kMaxExcerpt), window.end);
  const std::size_t low = std::min(std::max(forward(text, begin, kMinExcerpt), window.end), high);
  return {begin, high == text.size() ? high : end_within(text, low, high)};
}

}  // namespace geul::query

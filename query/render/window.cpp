// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/window.hpp"

#include <algorithm>

#include "query/render/borders.hpp"

namespace geul::query {
namespace {

/// What a word counts when the window has it already, and how often that counts.
constexpr double kRepeated = 0.05;
constexpr std::size_t kMaxRepeated = 6;
/// What different words count for standing side by side; less the further they are apart.
constexpr double kNear = 0.4;

/// The words of a window that moves over the matches.
class Tally {
 public:
  explicit Tally(const Highlighter& highlighter)
      : highlighter_(highlighter), counts_(highlighter.size()) {}

  void add(std::uint32_t word) {
    ++total_;
    if (counts_[word]++ > 0) return;
    ++words_;
    weight_ += highlighter_.weight(word);
  }
  void remove(std::uint32_t word) {
    --total_;
    if (--counts_[word] > 0) return;
    --words_;
    weight_ -= highlighter_.weight(word);
  }
  [[nodiscard]] bool repeats(std::uint32_t word) const { return counts_[word] > 1; }
  [[nodiscard]] std::size_t words() const { return words_; }
  [[nodiscard]] double score() const {
    return weight_ + kRepeated * static_cast<double>(std::min(total_, kMaxRepeated));
  }

 private:
  const Highlighter& highlighter_;
  std::vector<std::size_t> counts_;
  std::size_t total_ = 0;
  std::size_t words_ = 0;
  double weight_ = 0;
};

/// How far each match's begin and end are from the text's beginning, measured in one pass.
struct Extent {
  std::size_t begin;
  std::size_t end;
};

std::vector<Extent> extents_of(std::string_view text, const std::vector<WordMatch>& matches,
                               const Ruler& ruler) {
  std::vector<Extent> extents;
  extents.reserve(matches.size());
  std::size_t at = 0;
  std::size_t measured = 0;
  for (const WordMatch& match : matches) {
    measured += ruler.length(text, at, match.span.begin);
    at = match.span.begin;
    extents.push_back({measured, measured + ruler.length(text, at, match.span.end)});
  }
  return extents;
}

/// Moves over the matches: at each, all that fit with it, and of those the last ones that have
/// every word.
class Walk {
 public:
  Walk(std::vector<Extent> extents, const std::vector<WordMatch>& matches,
       const Highlighter& highlighter, std::size_t room)
      : extents_(std::move(extents)),
        matches_(matches),
        room_(room),
        fitting_(highlighter),
        near_(highlighter) {}

  Window run() {
    constexpr double kBetter = 1e-9;  // so that equal sums stay equal
    Window best;
    for (std::size_t last = 0; last < matches_.size(); ++last) {
      move_to(last);
      const double score = fitting_.score() + nearness(last);
      if (score > best.score + kBetter) best = {span_to(last), score};
    }
    return best;
  }

 private:
  void move_to(std::size_t last) {
    fitting_.add(matches_[last].word);
    near_.add(matches_[last].word);
    while (first_ < last && length(first_, last) > room_) fitting_.remove(matches_[first_++].word);
    while (nearest_ < first_ || near_.repeats(matches_[nearest_].word))
      near_.remove(matches_[nearest_++].word);
  }
  [[nodiscard]] std::size_t length(std::size_t first, std::size_t last) const {
    return extents_[last].end - extents_[first].begin;
  }
  [[nodiscard]] double nearness(std::size_t last) const {
    if (near_.words() < 2) return 0;
    const std::size_t apart = std::min(length(nearest_, last), room_);
    return kNear * (1 - static_cast<double>(apart) / static_cast<double>(room_ + 1));
  }
  /// Words that stand there again are shown where they leave room for what is around.
  [[nodiscard]] ByteSpan span_to(std::size_t last) const {
    std::size_t first = first_;
    while (first < nearest_ && length(first, last) > room_ * 3 / 4) ++first;
    return {matches_[first].span.begin, matches_[last].span.end};
  }

  std::vector<Extent> extents_;
  const std::vector<WordMatch>& matches_;
  std::size_t room_;
  Tally fitting_;
  Tally near_;
  std::size_t first_ = 0;
  std::size_t nearest_ = 0;
};

/// Where an excerpt begins that has `spare` to give around the window: most of it goes to what
/// follows, unless little does.
std::size_t begin_of(std::string_view text, ByteSpan window, std::size_t spare,
                     const Ruler& ruler) {
  const std::size_t behind = ruler.length(text, window.end, ruler.forward(text, window.end, spare));
  const std::size_t before = std::max(spare / 3, spare - behind);
  const std::size_t for_sentence = std::max(spare * 2 / 3, before);
  return start_before(text, ruler.backward(text, window.begin, for_sentence),
                      ruler.backward(text, window.begin, before), window.begin);
}

}  // namespace

Window best_window(std::string_view text, const std::vector<WordMatch>& matches,
                   const Highlighter& highlighter, ExcerptLength length) {
  if (matches.empty()) return {};
  return Walk(extents_of(text, matches, Ruler(length.unit)), matches, highlighter,
              length.of_window())
      .run();
}

ByteSpan widen(std::string_view text, ByteSpan window, ExcerptLength length) {
  const Ruler ruler(length.unit);
  const std::size_t inside = std::min(ruler.length(text, window.begin, window.end), length.most);
  const std::size_t begin = begin_of(text, window, length.most - inside, ruler);
  const std::size_t high = ruler.forward(text, begin, length.most);
  const std::size_t low =
      std::min(std::max(ruler.forward(text, begin, length.least()), window.end), high);
  return {begin, high == text.size() ? high : end_within(text, begin, low, high)};
}

}  // namespace geul::query

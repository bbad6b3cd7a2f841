// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/rungs/typo.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "common/analysis/core/hangul.hpp"
#include "common/analysis/jamo.hpp"
#include "common/text/script.hpp"
#include "query/rungs/characters.hpp"

namespace geul::query {
namespace {

using analysis::strokes_of;

namespace core = analysis::core;

std::u16string strokes_or_itself(char16_t c) {
  std::u16string strokes = strokes_of(c);
  return strokes.empty() ? std::u16string(1, c) : strokes;
}

std::u16string strokes_of_word(std::u16string_view word) {
  std::u16string strokes;
  for (const char16_t c : word) strokes += strokes_or_itself(c);
  return strokes;
}

/// The table of distances between all beginnings of a wanted word and of another that grows and
/// shrinks by a stroke, a row each. Only cells that can be within `most` are worked out; the others
/// are far.
class DistanceTable {
 public:
  DistanceTable(std::u16string wanted, std::size_t most)
      : wanted_(std::move(wanted)), most_(std::min(most, kFar)), width_(wanted_.size() + 1) {
    for (std::size_t i = 0; i < width_; ++i) cells_.push_back(i);
    least_.push_back(0);
  }

  [[nodiscard]] std::size_t size() const noexcept { return strokes_.size(); }
  [[nodiscard]] std::size_t distance() const noexcept { return cells_.back(); }
  /// The least distance of any word that begins with the strokes so far.
  [[nodiscard]] std::size_t least() const {
    if (least_.size() < 2) return least_.back();
    return std::min(least_.back(), least_[least_.size() - 2] + 1);
  }

  void shrink(std::size_t size) {
    strokes_.resize(size);
    cells_.resize((size + 1) * width_);
    least_.resize(size + 1);
  }

  void push(char16_t stroke) {
    const std::size_t row = size() + 1;
    cells_.resize((row + 1) * width_, kFar);
    const std::size_t last = std::min(row + most_, width_ - 1);
    std::size_t least = kFar;
    for (std::size_t i = row - std::min(row, most_); i <= last; ++i) {
      std::size_t& cell = at(row, i);
      cell = i == 0 ? row : least_way_to(row, i, stroke);
      least = std::min(least, cell);
    }
    strokes_ += stroke;
    least_.push_back(least);
  }

 private:
  static constexpr std::size_t kFar = std::size_t{1} << 20U;

  [[nodiscard]] std::size_t& at(std::size_t row, std::size_t i) { return cells_[row * width_ + i]; }

  [[nodiscard]] std::size_t least_way_to(std::size_t row, std::size_t i, char16_t stroke) {
    const std::size_t other = wanted_[i - 1] == stroke ? 0 : 1;
    std::size_t least =
        std::min({at(row - 1, i) + 1, at(row, i - 1) + 1, at(row - 1, i - 1) + other});
    if (is_swap(i, stroke)) least = std::min(least, at(row - 2, i - 2) + 1);
    return least;
  }
  [[nodiscard]] bool is_swap(std::size_t i, char16_t stroke) const {
    return i >= 2 && !strokes_.empty() && wanted_[i - 2] == stroke &&
           wanted_[i - 1] == strokes_.back();
  }

  std::u16string wanted_;
  std::size_t most_;
  std::size_t width_;
  std::u16string strokes_;
  std::vector<std::size_t> cells_;  ///< row by row
  std::vector<std::size_t> least_;  ///< of each row
};

/// Follows a walk over sorted words, keeping what neighbours have in common.
class NearWalk {
 public:
  NearWalk(std::u16string_view wanted, std::size_t distance, const std::string& prefix)
      : wanted_(wanted),
        distance_(distance),
        prefix_(prefix),
        table_(strokes_of_word(wanted), distance) {}

  index::NextTerm visit(std::string_view term, std::size_t documents) {
    if (term.size() == prefix_.size() || ++steps_ > kMaxTypoSteps) return index::NextTerm::none();
    const std::u16string word = to_utf16(term.substr(prefix_.size()));
    if (!is_of_its_kind(word.front()) && word.front() > wanted_.front())
      return index::NextTerm::none();
    keep_common(word);
    while (word_.size() < word.size()) {
      const char16_t c = word[word_.size()];
      if (!is_of_its_kind(c)) return index::NextTerm::following();
      push(c);
      if (table_.least() > distance_) return behind_all_that_begin_so();
    }
    if (table_.distance() <= distance_ && word != wanted_)
      found_.push_back({to_utf8(word), documents, table_.distance()});
    return index::NextTerm::following();
  }

  std::vector<NearWord> take(std::size_t limit) {
    const char16_t first = strokes_or_itself(wanted_.front()).front();
    std::ranges::sort(found_, {}, [first](const NearWord& near) {
      const bool begins_otherwise = strokes_or_itself(to_utf16(near.word).front()).front() != first;
      return std::tuple(near.distance, begins_otherwise, ~near.documents, near.word);
    });
    if (found_.size() > limit) found_.resize(limit);
    return std::move(found_);
  }

 private:
  [[nodiscard]] bool is_of_its_kind(char16_t c) const {
    return text::script_of(c) == text::script_of(wanted_.front());
  }

  void keep_common(std::u16string_view word) {
    const auto differ = std::ranges::mismatch(word_, word);
    const auto common = static_cast<std::size_t>(differ.in1 - word_.begin());
    word_.resize(common);
    sizes_.resize(common);
    table_.shrink(sizes_.empty() ? 0 : sizes_.back());
  }

  void push(char16_t c) {
    for (const char16_t stroke : strokes_or_itself(c)) table_.push(stroke);
    word_ += c;
    sizes_.push_back(table_.size());
  }

  [[nodiscard]] index::NextTerm behind_all_that_begin_so() const {
    std::u16string next = word_;
    ++next.back();
    return index::NextTerm::from(prefix_ + to_utf8(next));
  }

  std::u16string wanted_;
  std::size_t distance_;
  std::string prefix_;
  DistanceTable table_;
  std::u16string word_;             ///< what the table holds
  std::vector<std::size_t> sizes_;  ///< of the table behind each of its characters
  std::vector<NearWord> found_;
  std::size_t steps_ = 0;
};

/// The first of all words written as `word` is; empty where those are not looked for.
std::string first_of_its_kind(std::u16string_view word) {
  if (core::is_syllable(word.front())) return to_utf8(std::u16string(1, core::kFirstSyllable));
  return text::script_of(word.front()) == text::Script::latin ? "a" : "";
}

}  // namespace

std::size_t stroke_distance(std::u16string_view a, std::u16string_view b) {
  DistanceTable table(strokes_of_word(a), std::u16string_view::npos);
  for (const char16_t stroke : strokes_of_word(b)) table.push(stroke);
  return table.distance();
}

std::size_t distance_allowed(std::u16string_view word) {
  constexpr std::size_t kTellable = 5;
  constexpr std::size_t kLong = 9;
  const std::size_t strokes = strokes_of_word(word).size();
  return strokes < kTellable ? 0 : strokes < kLong ? 1 : 2;
}

std::vector<NearWord> find_near_words(std::u16string_view word, std::size_t distance,
                                      const std::string& prefix, const TermWalk& walk,
                                      std::size_t limit) {
  if (word.empty() || distance == 0) return {};
  const std::string begin = first_of_its_kind(word);
  if (begin.empty()) return {};
  NearWalk near(word, distance, prefix);
  walk({prefix + begin, prefix}, [&near](std::string_view term, std::size_t documents) {
    return near.visit(term, documents);
  });
  return near.take(limit);
}

}  // namespace geul::query

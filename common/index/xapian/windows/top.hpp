// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "common/index/reader.hpp"
#include "common/index/xapian/found.hpp"

namespace geul::index {

/// A match with what decides its place.
struct Candidate {
  std::string date;  ///< as the slot has it that is sorted by; empty where it is by relevance
  RankedMatch match;
};

/// The best of the candidates that it is shown.
class TopMatches {
 public:
  TopMatches(Sort sort, std::size_t most) : sort_(sort), most_(most) {}

  /// Whether it would be among the best so far.
  [[nodiscard]] bool has_room_for(const Candidate& candidate) const {
    return most_ > 0 && (heap_.size() < most_ || before(candidate, heap_.front()));
  }
  /// What a candidate of the date of the worst has to weigh; anything while there is room.
  [[nodiscard]] double least() const {
    return heap_.empty() || heap_.size() < most_ ? -std::numeric_limits<double>::infinity()
                                                 : heap_.front().match.weight;
  }
  /// Expects  has_room_for(candidate).
  void add(Candidate candidate) {
    const auto order = [this](const Candidate& a, const Candidate& b) { return before(a, b); };
    if (heap_.size() == most_) {
      std::ranges::pop_heap(heap_, order);
      heap_.pop_back();
    }
    heap_.push_back(std::move(candidate));
    std::ranges::push_heap(heap_, order);
  }
  /// The best first, without the first `offset` of them.
  [[nodiscard]] std::vector<RankedMatch> page_from(std::size_t offset) const {
    std::vector<Candidate> best = heap_;
    std::ranges::sort(best,
                      [this](const Candidate& a, const Candidate& b) { return before(a, b); });
    std::vector<RankedMatch> page;
    for (std::size_t i = offset; i < best.size(); ++i) page.push_back(best[i].match);
    return page;
  }

 private:
  /// By date, then by weight, then as they were indexed.
  [[nodiscard]] bool before(const Candidate& a, const Candidate& b) const {
    if (a.date != b.date) return sort_ == Sort::newest ? a.date > b.date : a.date < b.date;
    if (a.match.weight != b.match.weight) return a.match.weight > b.match.weight;
    return a.match.number < b.match.number;
  }

  Sort sort_;
  std::size_t most_;
  std::vector<Candidate> heap_;  ///< the worst at the front
};

}  // namespace geul::index

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <deque>
#include <set>
#include <string>
#include <vector>

#include "query/suggest/completion_task.hpp"
#include "query/suggest/suggestion.hpp"

namespace geul::query {

/// Titles, from any of their words on: those that begin so before those that go on so, each the
/// newest first. Of posts with one title the newest alone.
/// Limits  of more than kMost terms that begin so, the first by their bytes are looked at; of those
///         of which the post has to have other words, the first kMaxNarrowed.
class TitleSource : public CompletionSource {
 public:
  /// References are kept.
  TitleSource(const std::vector<CompletionTask>& tasks, CompletionIndex& index);

  [[nodiscard]] std::optional<Suggestion> next(Reading least) override;

  static constexpr std::size_t kMost = 2000;

 private:
  struct Title {
    Completion completion;
    bool inside;
    std::string day;
  };
  void add(const CompletionTask& task);
  void load(const Title& title);

  CompletionIndex& index_;
  std::vector<Title> sorted_;
  std::size_t at_ = 0;
  std::deque<Suggestion> loaded_;
  std::set<std::string> shown_;
};

}  // namespace geul::query

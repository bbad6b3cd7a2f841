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
///         whose post has to have other words, the first kMostNarrowed.
class TitleSource : public CompletionSource {
 public:
  /// References are kept.
  TitleSource(const std::vector<CompletionTask>& tasks, CompletionIndex& index);

  [[nodiscard]] std::optional<Suggestion> next(Reading least) override;

  static constexpr std::size_t kMost = 1000;
  static constexpr std::size_t kMostNarrowed = 500;

 private:
  struct Title {
    Completion completion;
    bool inside;
    std::string day;
  };
  void add(const CompletionTask& task);
  [[nodiscard]] bool is_among(const Completion& completion);
  void load(const Title& title);

  CompletionIndex& index_;
  std::vector<Title> sorted_;
  std::size_t at_ = 0;
  std::size_t narrowed_ = 0;
  std::deque<Suggestion> loaded_;
  std::set<std::string> shown_;
};

}  // namespace geul::query

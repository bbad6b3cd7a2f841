// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>

#include "common/index/query.hpp"
#include "query/suggest/completion_index.hpp"
#include "query/suggest/typed_prefix.hpp"

namespace geul::query {

/// What is to be completed: all that was typed, or its last word among the posts that have the
/// words before.
struct CompletionTask {
  TypedPrefix typed;
  std::optional<index::Query> among;  ///< none: all posts
  index::DocumentSet set;             ///< what `among` matches
  std::string before;                 ///< what was typed before, for Suggestion::query
};

/// A term that completes, before it is known how it is shown.
struct Completion {
  std::string text;  ///< behind the family's prefix
  std::string term;  ///< as stored
  Reading reading = Reading::exact;
  std::size_t posts = 0;
  const CompletionTask* task = nullptr;
};

/// Sorts by reading, then posts, then bytes.
void sort_completions(std::vector<Completion>& completions);

/// Counts each among the posts of the task instead of all, and leaves out those without any. Of
/// more than kMaxNarrowed the most frequent are counted. Expects completions of this task alone.
void narrow(std::vector<Completion>& completions, const CompletionTask& task,
            CompletionIndex& index);
inline constexpr std::size_t kMaxNarrowed = 64;

/// The words before, a space apart, and `word`: a query.
[[nodiscard]] std::string query_of(const CompletionTask& task, const std::string& word);

}  // namespace geul::query

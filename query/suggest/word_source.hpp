// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "query/suggest/completion_task.hpp"
#include "query/suggest/name_source.hpp"
#include "query/suggest/suggestion.hpp"

namespace geul::query {

/// How terms are shown, for as long as one asks: from their posts.
using ShownForms = std::map<std::string, std::string, std::less<>>;

/// Words of posts that say something (telling.hpp), by the number of posts, as posts write them.
/// Not among them are stems of native verbs, but where a title has one as a noun; names that are
/// suggested as such; words of more than two thirds of kManyDocuments posts and more.
///
/// Limits  of more than kMost words that begin so those of titles alone are looked at, the first by
///         their bytes.
/// Cost    one record read and analysed for a Latin word whose form is not yet known.
class WordSource : public CompletionSource {
 public:
  /// References are kept.
  WordSource(const std::vector<CompletionTask>& tasks, CompletionIndex& index,
             const NameSource& names, ShownForms& forms);

  [[nodiscard]] std::optional<Suggestion> next(Reading least) override;

  static constexpr std::size_t kMost = 1500;
  static constexpr std::size_t kManyDocuments = 50;

 private:
  void add(const CompletionTask& task);
  [[nodiscard]] std::vector<Completion> found_by(const CompletionTask& task);
  void add_keys(const CompletionTask& task, std::vector<Completion>& found);
  [[nodiscard]] bool is_left_out(const Completion& completion);
  [[nodiscard]] std::string shown(const Completion& completion);
  [[nodiscard]] bool is_noun_in_titles(const std::string& term);
  [[nodiscard]] std::string form_in_posts(const std::string& term);
  [[nodiscard]] std::optional<Suggestion> suggestion_of(const Completion& completion);

  CompletionIndex& index_;
  const NameSource& names_;
  ShownForms& forms_;
  std::size_t documents_;
  std::unordered_map<std::string, std::size_t> totals_;  ///< posts of all that go on
  std::vector<Completion> sorted_;
  std::size_t at_ = 0;
  std::set<std::string> shown_;
};

}  // namespace geul::query

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <set>
#include <string>
#include <vector>

#include "query/suggest/completion_task.hpp"
#include "query/suggest/suggestion.hpp"

namespace geul::query {

/// Tags and categories, whole. One that is both is a tag.
/// Limits  of more than kMost that begin so, the first by their bytes are looked at; the spelling
///         is that of the first kSpellings posts.
class NameSource : public CompletionSource {
 public:
  /// References are kept.
  NameSource(const std::vector<CompletionTask>& tasks, CompletionIndex& index);

  [[nodiscard]] std::optional<Suggestion> next(Reading least) override;
  /// Whether a folded name is among them.
  [[nodiscard]] bool has(const std::string& folded) const { return names_.contains(folded); }

  static constexpr std::size_t kMost = 2000;
  static constexpr std::size_t kSpellings = 64;

 private:
  struct Name {
    Completion completion;
    index::Field field = index::Field::tag;
  };
  void add(const CompletionTask& task, index::Field field);
  [[nodiscard]] std::string spelling_of(const Name& name);

  CompletionIndex& index_;
  std::set<std::string> names_;
  std::vector<Name> sorted_;
  std::size_t at_ = 0;
};

}  // namespace geul::query

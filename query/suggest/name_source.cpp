// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/suggest/name_source.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "common/index/facets.hpp"
#include "common/text/normalize.hpp"
#include "query/suggest/completion_walk.hpp"

namespace geul::query {
namespace {

using index::Field;

/// A value as the query language takes it behind "tag:".
std::string quoted(const std::string& name) {
  const bool plain = name.find_first_of(" \t\"():*-+#,") == std::string::npos;
  return plain ? name : '"' + name + '"';
}

index::Slot slot_of(Field field) {
  return field == Field::tag ? index::Slot::tags : index::Slot::categories;
}

}  // namespace

NameSource::NameSource(const std::vector<CompletionTask>& tasks, CompletionIndex& index)
    : index_(index) {
  for (const CompletionTask& task : tasks)
    for (const Field field : {Field::tag, Field::category}) add(task, field);
  std::ranges::stable_sort(sorted_, [](const Name& a, const Name& b) {
    return std::tie(a.completion.reading, b.completion.posts, a.completion.text) <
           std::tie(b.completion.reading, a.completion.posts, b.completion.text);
  });
}

void NameSource::add(const CompletionTask& task, Field field) {
  const std::string prefix(index::info(field).name_prefix);
  std::vector<Completion> found;
  walk_completions(task.typed, prefix, index_.walk(), kMost,
                   [&](std::string_view text, Reading reading, std::size_t documents) {
                     const bool hashed = text.front() >= 'A' && text.front() <= 'Z';
                     if (!hashed)
                       found.push_back({std::string(text), prefix + std::string(text), reading,
                                        documents, &task});
                   });
  narrow(found, task, index_);
  for (Completion& completion : found)
    if (names_.insert(completion.text).second) sorted_.push_back({std::move(completion), field});
}

std::string NameSource::spelling_of(const Name& name) {
  std::map<std::string, std::size_t, std::less<>> counts;
  const std::string* best = &name.completion.text;
  std::size_t most = 0;
  for (const std::string& packed :
       index_.values(name.completion.term, slot_of(name.field), kSpellings))
    for (const std::string_view spelled : index::unpack_names(packed)) {
      if (text::fold_name(spelled) != name.completion.text) continue;
      const auto entry = counts.try_emplace(std::string(spelled), 0).first;
      if (++entry->second > most) {
        most = entry->second;
        best = &entry->first;
      }
    }
  return *best;
}

std::optional<Suggestion> NameSource::next(Reading least) {
  if (at_ == sorted_.size() || sorted_[at_].completion.reading > least) return std::nullopt;
  const Name& name = sorted_[at_++];
  Suggestion suggestion;
  const bool tag = name.field == Field::tag;
  suggestion.kind = tag ? Suggestion::Kind::tag : Suggestion::Kind::category;
  suggestion.text = spelling_of(name);
  suggestion.reading = name.completion.reading;
  suggestion.posts = name.completion.posts;
  suggestion.query =
      query_of(*name.completion.task, (tag ? "tag:" : "category:") + quoted(suggestion.text));
  return suggestion;
}

}  // namespace geul::query

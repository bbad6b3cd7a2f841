// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/suggest/completion_task.hpp"

#include <algorithm>
#include <tuple>

namespace geul::query {

void sort_completions(std::vector<Completion>& completions) {
  std::ranges::sort(completions, [](const Completion& a, const Completion& b) {
    return std::tie(a.reading, b.posts, a.text) < std::tie(b.reading, a.posts, b.text);
  });
}

void narrow(std::vector<Completion>& completions, const CompletionTask& task,
            CompletionIndex& index) {
  if (!task.among) return;
  sort_completions(completions);
  if (completions.size() > kMaxNarrowed) completions.resize(kMaxNarrowed);
  std::vector<std::string> terms;
  terms.reserve(completions.size());
  for (const Completion& completion : completions) terms.push_back(completion.term);
  const std::vector<std::size_t> counts = index.frequencies(task.set, terms);
  for (std::size_t i = 0; i < counts.size(); ++i) completions[i].posts = counts[i];
  std::erase_if(completions, [](const Completion& completion) { return completion.posts == 0; });
}

std::string query_of(const CompletionTask& task, const std::string& word) {
  return task.before.empty() ? word : task.before + ' ' + word;
}

}  // namespace geul::query

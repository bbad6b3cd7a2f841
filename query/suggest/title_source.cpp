// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/suggest/title_source.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "common/index/title_terms.hpp"
#include "common/text/normalize.hpp"
#include "query/suggest/completion_walk.hpp"

namespace geul::query {
namespace {

using index::Query;
using index::TitlePlace;

/// Posts of one beginning, of one day.
constexpr std::size_t kAlike = 16;

}  // namespace

TitleSource::TitleSource(const std::vector<CompletionTask>& tasks, CompletionIndex& index)
    : index_(index) {
  for (const CompletionTask& task : tasks) add(task);
  std::ranges::stable_sort(sorted_, [](const Title& a, const Title& b) {
    return std::tie(a.completion.reading, a.inside, b.day, a.completion.text) <
           std::tie(b.completion.reading, b.inside, a.day, b.completion.text);
  });
}

void TitleSource::add(const CompletionTask& task) {
  std::vector<Title> found;
  for (const TitlePlace place : {TitlePlace::front, TitlePlace::inside}) {
    const std::string prefix = index::title_prefix(place);
    walk_completions(task.typed, prefix, index_.walk(), kMost,
                     [&](std::string_view rest, Reading reading, std::size_t documents) {
                       const auto term = index::read_title_term(rest);
                       if (!term) return;
                       found.push_back({{std::string(term->text), prefix + std::string(rest),
                                         reading, documents, &task},
                                        place == TitlePlace::inside,
                                        std::string(term->day)});
                     });
  }
  std::ranges::move(found, std::back_inserter(sorted_));
}

bool TitleSource::is_among(const Completion& completion) {
  if (!completion.task->among) return true;
  if (++narrowed_ > kMostNarrowed) return false;
  return index_.frequencies(completion.task->set, {completion.term}).front() > 0;
}

void TitleSource::load(const Title& title) {
  const CompletionTask& task = *title.completion.task;
  if (!is_among(title.completion)) return;
  Query query = Query::term(title.completion.term);
  if (task.among && title.completion.posts > 1) query = Query::all({std::move(query), *task.among});
  for (index::Document& post : index_.first_documents(query, kAlike)) {
    if (!shown_.insert(text::fold_name(post.title)).second) continue;
    Suggestion suggestion;
    suggestion.kind = Suggestion::Kind::title;
    suggestion.text = std::move(post.title);
    suggestion.reading = title.completion.reading;
    suggestion.posts = 1;
    suggestion.id = std::move(post.id);
    suggestion.url = std::move(post.url);
    loaded_.push_back(std::move(suggestion));
  }
}

std::optional<Suggestion> TitleSource::next(Reading least) {
  while (loaded_.empty() && at_ < sorted_.size() && sorted_[at_].completion.reading <= least)
    load(sorted_[at_++]);
  if (loaded_.empty()) return std::nullopt;
  Suggestion suggestion = std::move(loaded_.front());
  loaded_.pop_front();
  return suggestion;
}

}  // namespace geul::query

// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/suggest/word_source.hpp"

#include <algorithm>
#include <utility>

#include "common/index/fields.hpp"
#include "common/index/terms.hpp"
#include "common/index/title_terms.hpp"
#include "common/text/normalize.hpp"
#include "query/suggest/completion_walk.hpp"
#include "query/suggest/telling.hpp"
#include "query/surface.hpp"

namespace geul::query {
namespace {

using index::NextTerm;
using index::Query;
using index::TitlePlace;

bool is_ascii(std::string_view term) {
  return std::ranges::all_of(term, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool has_letter(std::string_view term) {
  return std::ranges::any_of(term, [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

/// The word that the analyser takes a whole text for; empty where that is several or none.
std::string sole_key(std::string_view text, analysis::Analyzer& analyzer) {
  std::string key;
  bool alone = true;
  analyzer.analyze(text, [&](const analysis::Token& token) {
    if (token.family != analysis::Family::word) return;
    alone = alone && key.empty() && token.span.begin == 0;
    key = token.term;
  });
  return alone ? key : std::string{};
}

std::string_view first_eojeol(std::string_view text) {
  return text.substr(0, text.find(' '));
}

}  // namespace

WordSource::WordSource(const std::vector<CompletionTask>& tasks, CompletionIndex& index,
                       const NameSource& names, ShownForms& forms)
    : index_(index), names_(names), forms_(forms), documents_(index.documents()) {
  for (const CompletionTask& task : tasks) add(task);
  sort_completions(sorted_);
}

/// Terms that begin so; in place of too many, those of titles.
std::vector<Completion> WordSource::found_by(const CompletionTask& task) {
  std::vector<Completion> found;
  const auto take = [&](std::string_view term, Reading reading, std::size_t documents) {
    if (!is_capital(term.front()))
      found.push_back({std::string(term), std::string(term), reading, documents, &task});
  };
  if (walk_completions(task.typed, "", index_.walk(), kMost, take) == Walked::wholly) return found;
  found.clear();
  const std::string title(index::info(index::Field::title).prefix);
  walk_completions(task.typed, title, index_.walk(), kMost, take);
  sort_completions(found);
  if (found.size() > kMaxNarrowed) found.resize(kMaxNarrowed);
  for (Completion& completion : found) completion.posts = index_.frequency(completion.term);
  return found;
}

/// A Latin word is longer than its term: what was typed may be longer, too.
void WordSource::add_keys(const CompletionTask& task, std::vector<Completion>& found) {
  constexpr std::size_t kMostTitles = 64;
  if (!is_ascii(task.typed.text)) return;
  std::set<std::string> keys{sole_key(task.typed.text, index_.analyzer())};
  for (const TitlePlace place : {TitlePlace::front, TitlePlace::inside})
    walk_completions(task.typed, index::title_prefix(place), index_.walk(), kMostTitles,
                     [&](std::string_view rest, Reading, std::size_t) {
                       if (const auto term = index::read_title_term(rest))
                         keys.insert(sole_key(first_eojeol(term->text), index_.analyzer()));
                     });
  for (const std::string& key : keys) {
    if (key.empty() || key.starts_with(task.typed.text)) continue;
    if (const std::size_t documents = index_.frequency(key); documents > 0)
      found.push_back({key, key, Reading::exact, documents, &task});
  }
}

/// Whether a term says little, or nothing beside another.
bool WordSource::is_left_out(const Completion& completion) {
  if (!is_telling(completion.text)) return true;
  const std::size_t posts = totals_[completion.text];
  if (documents_ >= kManyDocuments && 3 * posts > 2 * documents_) return true;
  return is_form_of_another(completion.text, posts, [&](const std::string& word) -> std::size_t {
    if (const auto known = totals_.find(word); known != totals_.end()) return known->second;
    return is_telling(word) ? 0 : index_.frequency(word);
  });
}

void WordSource::add(const CompletionTask& task) {
  // The stems of a phrase are none of the whole.
  if (task.typed.text.find(' ') != std::string::npos) return;
  std::vector<Completion> found = found_by(task);
  add_keys(task, found);
  for (const Completion& completion : found) totals_.emplace(completion.text, completion.posts);
  if (task.among)  // which looks at the most frequent alone
    std::erase_if(found, [](const Completion& found_one) { return !is_telling(found_one.text); });
  narrow(found, task, index_);
  std::ranges::move(found, std::back_inserter(sorted_));
}

/// Some title has it as a word of its own with at most particles behind it: 다리, not 만드.
bool WordSource::is_noun_in_titles(const std::string& term) {
  constexpr std::size_t kLooked = 16;
  bool noun = false;
  for (const TitlePlace place : {TitlePlace::front, TitlePlace::inside}) {
    const std::string begin = index::title_prefix(place) + term;
    std::size_t steps = 0;
    index_.walk()({begin, begin}, [&](std::string_view stored, std::size_t) {
      if (++steps > kLooked || noun) return NextTerm::none();
      const auto rest = index::read_title_term(stored.substr(begin.size()));
      noun = rest && is_noun_before(term, first_eojeol(rest->text));
      return NextTerm::following();
    });
  }
  return noun;
}

std::string WordSource::form_in_posts(const std::string& term) {
  const std::string in_title = index::word_term(index::Field::title, term);
  const bool titled = index_.frequency(in_title) > 0;
  ShownForms found{{term, ""}};
  for (const index::Document& post :
       index_.first_documents(Query::term(titled ? in_title : term), 1))
    add_surfaces(post, index_.analyzer(), found);
  return found.begin()->second;
}

std::string WordSource::shown(const Completion& completion) {
  const std::string& term = completion.term;
  if (const auto known = forms_.find(term); known != forms_.end()) return known->second;
  std::string form = term;
  if (is_ascii(term)) {
    if (has_letter(term)) form = form_in_posts(term);
  } else if (analysis::is_native_stem(term) && !is_noun_in_titles(term)) {
    form.clear();
  }
  return forms_[term] = form;
}

std::optional<Suggestion> WordSource::suggestion_of(const Completion& completion) {
  if (names_.has(completion.term) || is_left_out(completion)) return std::nullopt;
  const std::string form = shown(completion);
  const std::string folded = text::fold_name(form);
  Reading reading = completion.reading;
  if (form.empty() || names_.has(folded) || !goes_on(completion.task->typed, folded, reading) ||
      !shown_.insert(folded).second)
    return std::nullopt;
  Suggestion suggestion;
  suggestion.kind = Suggestion::Kind::word;
  suggestion.text = form;
  suggestion.reading = completion.reading;
  suggestion.posts = completion.posts;
  suggestion.query = query_of(*completion.task, form);
  return suggestion;
}

std::optional<Suggestion> WordSource::next(Reading least) {
  while (at_ < sorted_.size() && sorted_[at_].reading <= least)
    if (auto suggestion = suggestion_of(sorted_[at_++])) return suggestion;
  return std::nullopt;
}

}  // namespace geul::query

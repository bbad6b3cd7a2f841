// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/suggest/suggester.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "common/text/normalize.hpp"
#include "common/text/utf8.hpp"
#include "query/parse/plan.hpp"
#include "query/parse/typed.hpp"
#include "query/rungs/keyboard.hpp"
#include "query/suggest/name_source.hpp"
#include "query/suggest/title_source.hpp"

namespace geul::query {
namespace {

using index::Query;

constexpr std::size_t kMaxForms = 10'000;

/// The posts that match every word before the last.
std::optional<Query> posts_with(std::string_view before, analysis::Analyzer& analyzer,
                                CompletionIndex& index, const std::vector<index::FacetKey>& keys,
                                const Day& today) {
  const MeantQuery meant = resolve(parse(before, keys), analyzer, today);
  if (meant.extent != MeantQuery::Extent::something) return std::nullopt;
  const Frequency frequency = [&index](const std::string& term) { return index.frequency(term); };
  std::vector<Query> all;
  for (const MeantNode& node : meant.root.children) {
    MeantQuery one;
    one.root.children.push_back(node);
    all.push_back(plan(one, {}, frequency).match);
  }
  return Query::all(std::move(all));
}

/// What is taken from the sources, up to a limit.
class Mix {
 public:
  explicit Mix(std::size_t limit) : limit_(limit) {}

  /// Up to `share` of a source, less where the limit is reached.
  void take(CompletionSource& source, Reading least, std::size_t share) {
    while (share-- > 0 && found_.size() < limit_) {
      auto suggestion = source.next(least);
      if (!suggestion) return;
      found_.push_back(*std::move(suggestion));
    }
  }

  [[nodiscard]] std::size_t limit() const noexcept { return limit_; }

  std::vector<Suggestion> finish() {
    // Tags and categories are of one rank.
    const auto group = [](const Suggestion& suggestion) {
      const bool category = suggestion.kind == Suggestion::Kind::category;
      return std::tuple(suggestion.reading, category ? Suggestion::Kind::tag : suggestion.kind);
    };
    std::ranges::stable_sort(found_, {}, group);
    return std::move(found_);
  }

 private:
  std::size_t limit_;
  std::vector<Suggestion> found_;
};

std::vector<Suggestion> complete(const std::vector<CompletionTask>& tasks, CompletionIndex& index,
                                 ShownForms& forms, std::size_t limit) {
  constexpr std::size_t kParts = 10;
  constexpr std::size_t kNames = 3;
  constexpr std::size_t kWords = 3;
  NameSource names(tasks, index);
  TitleSource titles(tasks, index);
  WordSource words(tasks, index, names, forms);
  Mix mix(limit);
  const auto share = [limit](std::size_t parts) { return (limit * parts + kParts - 1) / kParts; };
  for (const Reading least : {Reading::exact, Reading::keyboard}) {
    mix.take(names, least, share(kNames));
    mix.take(words, least, share(kWords));
    for (CompletionSource* const source : std::array<CompletionSource*, 3>{&titles, &names, &words})
      mix.take(*source, least, limit);
  }
  return mix.finish();
}

std::string_view trimmed(std::string_view typed) {
  constexpr std::string_view kSpaces = " \t\r\n";
  const std::size_t begin = typed.find_first_not_of(kSpaces);
  if (begin == std::string_view::npos) return {};
  return typed.substr(begin, typed.find_last_not_of(kSpaces) - begin + 1);
}

std::string on_other_layout(std::string_view typed) {
  const bool ascii =
      std::ranges::all_of(typed, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  return ascii ? to_korean_layout(typed) : to_latin_layout(typed);
}

}  // namespace

std::string_view name_of(Suggestion::Kind kind) noexcept {
  switch (kind) {
    case Suggestion::Kind::tag:
      return "tag";
    case Suggestion::Kind::category:
      return "category";
    case Suggestion::Kind::word:
      return "word";
    case Suggestion::Kind::title:
      return "title";
  }
  return "word";
}

Suggester::Suggester(index::Reader reader) : reader_(std::move(reader)) {
  follow_words();
}

void Suggester::follow_words() {
  if (forms_.size() > kMaxForms) forms_.clear();
  if (reader_.settings().words == words_) return;
  words_ = reader_.settings().words;
  analyzer_ = analysis::Analyzer(analysis::make_dictionary(words_));
  forms_.clear();
}

Result<Suggestions> Suggester::suggest(std::string_view typed, std::size_t limit,
                                       const Day& today) {
  for (;;) {
    const std::size_t missing = reader_.missing().size();
    Result<Suggestions> found = suggest_once(typed, limit, today);
    // Where a database was left out on the way, once more, so that all is of the same ones.
    if (reader_.missing().size() > missing) continue;
    if (found) found->missing = index::names_of(reader_.missing());
    return found;
  }
}

Result<Suggestions> Suggester::suggest_once(std::string_view typed, std::size_t limit,
                                            const Day& today) {
  follow_words();
  Suggestions suggestions;
  suggestions.typed = text::to_utf8(typed);
  const std::string text = text::to_nfc(trimmed(suggestions.typed));
  const std::size_t space = text.find_last_of(" \t\n");
  const std::string last = space == std::string::npos ? text : text.substr(space + 1);
  CompletionIndex index(reader_, analyzer_);
  std::vector<CompletionTask> tasks;
  tasks.push_back({typed_prefix(text), std::nullopt, {}, ""});
  if (space != std::string::npos) {
    const std::string before = text.substr(0, space);
    auto among =
        posts_with(before, analyzer_, index, index::keys_of(reader_.settings().facets), today);
    index::DocumentSet set;
    if (among) set = index.matches(*among);
    tasks.push_back({typed_prefix(last), std::move(among), std::move(set), before});
  }
  suggestions.found = complete(tasks, index, forms_, limit);
  if (suggestions.found.empty() && !last.empty()) {
    tasks.back().typed = typed_prefix(on_other_layout(last));
    suggestions.found = complete({tasks.back()}, index, forms_, limit);
    for (Suggestion& suggestion : suggestions.found) suggestion.reading = Reading::keyboard;
  }
  if (auto state = index.state(); !state) return fail(state.error());
  return suggestions;
}

const std::vector<index::MissingDatabase>& Suggester::missing() const noexcept {
  return reader_.missing();
}

}  // namespace geul::query

// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/rungs/synonyms.hpp"

#include <algorithm>
#include <utility>

#include "query/parse/passage.hpp"

namespace geul::query {
namespace {

std::vector<std::string> keys_of(const std::vector<MeantWord>& words) {
  std::vector<std::string> keys;
  keys.reserve(words.size());
  for (const MeantWord& word : words) keys.push_back(key_of(word));
  return keys;
}

}  // namespace

Synonyms::Synonyms(const index::SynonymTable& table, analysis::Analyzer& analyzer) {
  for (const index::SynonymLine& read : table.lines) {
    Line line{{}, read.one_way};
    for (const std::string& written : read.words) {
      Passage passage;
      passage.add(written, 0);
      line.words.push_back(std::move(passage.analyze(analyzer).front()));
      std::vector<std::string> keys = keys_of(line.words.back());
      const std::size_t index = line.words.size() - 1;
      if (keys.empty() || (index > 0 && read.one_way)) continue;
      entries_[keys.front()].push_back({keys, lines_.size(), index});
      if (const std::string joined = written_as_one(line.words.back()); !joined.empty())
        entries_[joined].push_back({{joined}, lines_.size(), index});
    }
    lines_.push_back(std::move(line));
  }
}

bool Synonyms::matches(const Entry& entry, const std::vector<std::string_view>& keys,
                       std::size_t begin) const {
  if (keys.size() - begin < entry.keys.size()) return false;
  return std::equal(entry.keys.begin(), entry.keys.end(),
                    keys.begin() + static_cast<std::ptrdiff_t>(begin));
}

void Synonyms::add_others(const Entry& entry, std::vector<Alternative>& others) const {
  const Line& line = lines_[entry.line];
  for (std::size_t i = 0; i < line.words.size(); ++i) {
    if (i == entry.index || line.words[i].empty()) continue;
    const auto keys = keys_of(line.words[i]);
    const bool known =
        keys == entry.keys || std::ranges::any_of(others, [&keys](const Alternative& other) {
          return keys_of(other.words) == keys;
        });
    if (!known) others.push_back({Rung::synonym, line.words[i]});
  }
}

Synonyms::Match Synonyms::longest_at(const std::vector<std::string_view>& keys,
                                     std::size_t begin) const {
  Match match;
  const auto found = entries_.find(std::string(keys[begin]));
  if (found == entries_.end()) return match;
  for (const Entry& entry : found->second)
    if (matches(entry, keys, begin)) match.words = std::max(match.words, entry.keys.size());
  for (const Entry& entry : found->second)
    if (entry.keys.size() == match.words && matches(entry, keys, begin))
      add_others(entry, match.others);
  return match;
}

}  // namespace geul::query

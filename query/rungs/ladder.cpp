// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/rungs/ladder.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/analysis/jamo.hpp"
#include "common/base/format.hpp"
#include "common/text/normalize.hpp"
#include "query/parse/node_kinds.hpp"
#include "query/rungs/characters.hpp"
#include "query/rungs/typing.hpp"
#include "query/rungs/typo.hpp"
#include "query/rungs/word_rungs.hpp"

namespace geul::query {
namespace {

using analysis::is_consonant;

using Kind = MeantNode::Kind;

void append(std::vector<Alternative>& alternatives, std::vector<Alternative> more) {
  std::ranges::move(more, std::back_inserter(alternatives));
}

/// A word that may stand for something else. Words of a field of names are names.
bool is_open(const MeantNode& node) {
  return node.kind == Kind::words && node.occurrence != Occurrence::must_not &&
         !node.is_function_word && !node.words.empty();
}

bool is_too_long(const MeantNode& node) {
  constexpr std::size_t kMostBytes = 4;
  if (node.text.size() > kMostBytes * Ladder::kMaxWidenedLength) return true;
  return to_utf16(node.text).size() > Ladder::kMaxWidenedLength;
}

bool ends_in_consonant(std::u16string_view typed) {
  return !typed.empty() && is_consonant(typed.back());
}

/// Words side by side, of one field or none, and what each is known by.
struct Stretch {
  std::vector<std::string_view> keys;
  std::vector<MeantNode*> nodes;  ///< of each key
  std::size_t end = 0;            ///< behind it in the list

  [[nodiscard]] bool parts_at(std::size_t key) const {
    return key == 0 || key == nodes.size() || nodes[key] != nodes[key - 1];
  }
};

/// At least one node. What is joined by OR does not stand side by side.
Stretch stretch_from(MeantNode& list, std::size_t begin) {
  Stretch stretch{{}, {}, begin};
  while (stretch.end < list.children.size()) {
    MeantNode& node = list.children[stretch.end];
    const bool fits = node.kind == Kind::words && node.occurrence != Occurrence::must_not &&
                      node.field == list.children[begin].field;
    if (!fits && stretch.end > begin) break;
    ++stretch.end;
    if (!fits) break;
    for (const MeantWord& word : node.words) {
      stretch.keys.push_back(key_of(word));
      stretch.nodes.push_back(&node);
    }
    if (list.kind == Kind::any) break;
  }
  return stretch;
}

bool is_same(const Alternative& a, const Alternative& b) {
  return std::ranges::equal(a.words, b.words, {}, key_of, key_of);
}

void add_unless_there(MeantNode& node, const Alternative& alternative) {
  const bool there = std::ranges::any_of(
      node.alternatives, [&](const Alternative& other) { return is_same(alternative, other); });
  if (!there) node.alternatives.push_back(alternative);
}

/// The longest from the left on; what belongs to a phrase stands for nothing else. Typed words
/// stand for others as a whole: SRE팀 is not SRE.
void add_synonyms_in(const Stretch& stretch, const Synonyms& synonyms) {
  for (std::size_t at = 0; at < stretch.keys.size();) {
    const Synonyms::Match match =
        stretch.parts_at(at) ? synonyms.longest_at(stretch.keys, at) : Synonyms::Match{};
    const std::size_t end = at + std::max<std::size_t>(match.words, 1);
    if (stretch.parts_at(end))
      for (std::size_t word = at; word < at + match.words; ++word)
        for (const Alternative& other : match.others) add_unless_there(*stretch.nodes[word], other);
    at = end;
  }
}

void drop_pairs(MeantWord& word) {
  std::erase_if(word.terms, [](const MeantTerm& term) { return is_pair(term.family); });
}

}  // namespace

bool Ladder::Room::take_word() {
  if (words == 0) {
    was_too_small = true;
    return false;
  }
  --words;
  return true;
}

void Ladder::widen(MeantQuery& meant) const {
  Room room;
  widen_list(meant.root, Ending::perhaps_half_typed, room);
  if (room.was_too_small)
    meant.notes.push_back(
        {format("only the first {} words were also looked for in other spellings", kMaxWidened),
         {}});
}

void Ladder::widen_list(MeantNode& node, Ending ending, Room& room) const {
  if (node.occurrence == Occurrence::must_not) return;
  if (is_open(node)) widen_word(node, ending, room);
  for (MeantNode& child : node.children)
    widen_list(child, &child == &node.children.back() ? ending : Ending::complete, room);
  add_synonyms(node);
  if (node.kind == Kind::list) add_spacing(node);
}

void Ladder::widen_word(MeantNode& node, Ending ending, Room& room) const {
  if (!room.take_word() || is_too_long(node)) return;
  append(node.alternatives, patterned(node, ending, room));
  append(node.alternatives, readings_of(node));
  append(node.alternatives, spellings_of(node, index_, analyzer_));
  append(node.alternatives, other_layout_of(node, index_, analyzer_));
  append(node.alternatives, halves_of(node, index_, analyzer_));
}

/// By initials or half-typed syllables, whose walks over the index cost most.
std::vector<Alternative> Ladder::patterned(const MeantNode& node, Ending ending, Room& room) const {
  const std::u16string typed = to_utf16(text::fold(node.text));
  const bool initials = has_initials(typed);
  const bool half_typed =
      !initials && (ends_in_consonant(typed) ||
                    (ending == Ending::perhaps_half_typed && is_unknown(node, index_)));
  if (room.patterns == 0 || (!initials && !half_typed)) return {};
  --room.patterns;
  return initials ? initials_of(node, index_, kMaxExpansions)
                  : half_typed_of(node, index_, analyzer_, kMaxExpansions);
}

/// 검색 엔진 -> 검색엔진, for each of the two.
void Ladder::add_spacing(MeantNode& list) const {
  const std::size_t widened = std::min(list.children.size(), kMaxWidened);
  for (std::size_t i = 0; i + 1 < widened; ++i) {
    MeantNode& left = list.children[i];
    MeantNode& right = list.children[i + 1];
    if (!is_content_word(left) || !is_content_word(right)) continue;
    if (is_too_long(left) || is_too_long(right)) continue;
    if (left.words.size() != 1 || right.words.size() != 1) continue;
    if (left.words[0].terms[0].script != text::Script::hangul ||
        right.words[0].terms[0].script != text::Script::hangul)
      continue;
    const std::string joined = left.text + right.text;
    std::vector<MeantWord> words = analyze_word(joined, analyzer_);
    if (words.size() != 1 || index_.frequency(std::string(key_of(words.front()))) == 0) continue;
    const Alternative alternative{Rung::spacing, std::move(words)};
    add_unless_there(left, alternative);
    add_unless_there(right, alternative);
  }
}

void Ladder::add_synonyms(MeantNode& list) const {
  for (std::size_t begin = 0; begin < list.children.size();) {
    const Stretch stretch = stretch_from(list, begin);
    add_synonyms_in(stretch, synonyms_);
    begin = stretch.end;
  }
}

bool Ladder::finds_nothing(const MeantNode& node) const {
  return count_as_typed(node, index_) == 0;
}

bool Ladder::is_misspelt(const MeantNode& node, Correcting how) const {
  return how == Correcting::in_place_of_pairs ? is_unknown(node, index_) : finds_nothing(node);
}

std::vector<Correction> Ladder::correct(MeantQuery& meant, Correcting how) const {
  std::vector<Correction> corrections;
  Room room;
  correct_in(meant.root, how, room, corrections);
  return corrections;
}

void Ladder::correct_in(MeantNode& node, Correcting how, Room& room,
                        std::vector<Correction>& corrections) const {
  if (node.occurrence == Occurrence::must_not || room.corrections == 0) return;
  if (is_open(node) && room.take_word() && node.words.size() == 1 && !is_too_long(node) &&
      node.alternatives.empty() && is_misspelt(node, how)) {
    --room.corrections;
    correct_word(node, how, corrections);
  }
  for (MeantNode& child : node.children) correct_in(child, how, room, corrections);
}

/// Expects a node of one word.
void Ladder::correct_word(MeantNode& node, Correcting how,
                          std::vector<Correction>& corrections) const {
  const MeantWord& word = node.words.front();
  const std::u16string key = to_utf16(key_of(word));
  const std::size_t allowed = distance_allowed(key);
  for (std::size_t distance = 1; distance <= allowed; ++distance) {
    const auto near = find_near_words(key, distance, term_prefix(node), index_.walk, 1);
    if (near.empty()) continue;
    corrections.push_back({node.span, word.surface, near.front().word});
    if (how == Correcting::name_only) return;
    if (how == Correcting::in_place_of_pairs) drop_pairs(node.words.front());
    std::vector<MeantWord> words = analyze_word(near.front().word, analyzer_);
    const bool known = words.size() == 1 && key_of(words.front()) == near.front().word;
    node.alternatives.push_back(known ? Alternative{Rung::typo, std::move(words)}
                                      : single_term(Rung::typo, near.front().word));
    return;
  }
}

}  // namespace geul::query

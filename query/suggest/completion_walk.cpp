// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/suggest/completion_walk.hpp"

#include "common/text/utf8.hpp"
#include "query/rungs/characters.hpp"

namespace geul::query {
namespace {

using index::NextTerm;

/// The first string behind all that begin so. Expects UTF-8, which has no byte FF.
std::string behind_all(std::string begin) {
  begin.back() = static_cast<char>(static_cast<unsigned char>(begin.back()) + 1);
  return begin;
}

Walked walk_exact(const TypedPrefix& typed, const std::string& prefix, const TermWalk& walk,
                  std::size_t most, const CompletionVisitor& visit) {
  const std::string begin = prefix + typed.text;
  std::size_t steps = 0;
  Walked walked = Walked::wholly;
  walk({begin, begin}, [&](std::string_view term, std::size_t documents) {
    if (++steps > most) {
      walked = Walked::in_part;
      return NextTerm::none();
    }
    visit(term.substr(prefix.size()), Reading::exact, documents);
    return NextTerm::following();
  });
  return walked;
}

Walked walk_pattern(const TypedPrefix& typed, const WordPattern& pattern, const std::string& prefix,
                    const TermWalk& walk, std::size_t most, const CompletionVisitor& visit) {
  constexpr std::size_t kMostBytes = 4;  // of a character
  const std::size_t places = pattern.places.size();
  std::size_t steps = 0;
  Walked walked = Walked::wholly;
  const index::TermRange range{prefix + first_candidate(pattern),
                               prefix + common_beginning(pattern)};
  walk(range, [&](std::string_view term, std::size_t documents) {
    const std::string_view text = term.substr(prefix.size());
    if (text.starts_with(typed.text)) return NextTerm::from(behind_all(prefix + typed.text));
    const std::u16string characters = to_utf16(text::clip(text, kMostBytes * places));
    NextTerm next = next_candidate(pattern, characters);
    if (next.kind == NextTerm::Kind::none) return next;
    if (++steps > most) {
      walked = Walked::in_part;
      return NextTerm::none();
    }
    if (pattern.matches(characters)) visit(text, typed.loosely, documents);
    if (next.kind == NextTerm::Kind::from) next.begin.insert(0, prefix);
    return next;
  });
  return walked;
}

}  // namespace

Walked walk_completions(const TypedPrefix& typed, const std::string& prefix, const TermWalk& walk,
                        std::size_t most, const CompletionVisitor& visit) {
  if (typed.text.empty()) return Walked::wholly;
  Walked walked = walk_exact(typed, prefix, walk, most, visit);
  for (const WordPattern& pattern : typed.patterns)
    if (walk_pattern(typed, pattern, prefix, walk, most, visit) == Walked::in_part)
      walked = Walked::in_part;
  return walked;
}

}  // namespace geul::query

// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/suggest/completion_walk.hpp"

#include "query/rungs/characters.hpp"

namespace geul::query {
namespace {

using index::NextTerm;

Walked walk_exact(const TypedPrefix& typed, const std::string& prefix, const TermWalk& walk,
                  std::size_t most, const CompletionVisitor& visit) {
  const std::string begin = prefix + typed.text;
  std::size_t steps = 0;
  Walked walked = Walked::wholly;
  walk(begin, [&](std::string_view term, std::size_t documents) {
    if (!term.starts_with(begin)) return NextTerm::none();
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
  std::size_t steps = 0;
  Walked walked = Walked::wholly;
  walk(prefix + first_candidate(pattern), [&](std::string_view term, std::size_t documents) {
    if (!term.starts_with(prefix)) return NextTerm::none();
    const std::string_view text = term.substr(prefix.size());
    const std::u16string characters = to_utf16(text);
    NextTerm next = next_candidate(pattern, characters);
    if (next.kind == NextTerm::Kind::none) return next;
    if (++steps > most) {
      walked = Walked::in_part;
      return NextTerm::none();
    }
    if (pattern.matches(characters) && !text.starts_with(typed.text))
      visit(text, typed.loosely, documents);
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

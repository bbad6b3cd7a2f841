// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/analysis/analyzer.hpp"
#include "query/parse/meant.hpp"
#include "query/rungs/index_view.hpp"

namespace geul::query {

/// What one typed word may stand for, a rung each. All of them give alternatives whose words the
/// index has; `node` is one of Kind::words. `limit` bounds the words that a pattern stands for.

/// 초성: ㅋㅂㄴㅌㅅ, ㅋㅂ네티스; of four to twelve consonants also two words side by side
/// (ㄱㅅㅇㅈ -> 검색 엔진).
[[nodiscard]] std::vector<Alternative> initials_of(const MeantNode& node, const IndexView& index,
                                                   std::size_t limit);

/// Words whose keystrokes begin so; where there are none, the word before the particle or ending
/// that is being typed: 함수르 -> 함수 (함수를).
[[nodiscard]] std::vector<Alternative> half_typed_of(const MeantNode& node, const IndexView& index,
                                                     analysis::Analyzer& analyzer,
                                                     std::size_t limit);

/// What the keys give on the other layout, where more posts have that.
[[nodiscard]] std::vector<Alternative> other_layout_of(const MeantNode& node,
                                                       const IndexView& index,
                                                       analysis::Analyzer& analyzer);

/// Spellings by rule, the less sure ones `only_where` the word finds nothing.
[[nodiscard]] std::vector<Alternative> spellings_of(const MeantNode& node, const IndexView& index,
                                                    analysis::Analyzer& analyzer);

/// Of Hanja with its reading behind it, 韓國(한국) or 한국(韓國): each of the two.
[[nodiscard]] std::vector<Alternative> readings_of(const MeantNode& node);

/// Two words that the typed one is made of: 검색엔진 -> 검색 엔진.
[[nodiscard]] std::vector<Alternative> halves_of(const MeantNode& node, const IndexView& index,
                                                 analysis::Analyzer& analyzer);

/// One typed word as analysed, in an alternative's form.
[[nodiscard]] std::vector<MeantWord> analyze_word(std::string_view text,
                                                  analysis::Analyzer& analyzer);

/// Posts that have the word as it was typed.
[[nodiscard]] std::size_t count_as_typed(const MeantNode& node, const IndexView& index);

/// Whether no post has the word as a word; some may have it as a part of one. Words of several
/// terms (SRE팀이) are known.
[[nodiscard]] bool is_unknown(const MeantNode& node, const IndexView& index);

/// The prefix of the terms among which the node looks; empty: over all fields.
[[nodiscard]] std::string term_prefix(const MeantNode& node);

/// The word of the index as an alternative's only term.
[[nodiscard]] Alternative single_term(Rung rung, std::string word);

}  // namespace geul::query

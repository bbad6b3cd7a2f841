// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace geul::query {

/// How sure it is that two spellings are of one word.
enum class Soundness { sure, only_where_nothing_else_is };

struct Spelling {
  std::u16string text;
  Soundness soundness = Soundness::sure;
};

/// Other spellings of a loanword, by rule: 컨텐츠 -> 콘텐츠, 텔레비젼 -> 텔레비전, 워크샾 ->
/// 워크샵. Each differs in one place. Most are no words at all: whoever asks takes those that the
/// index has.
///
/// Rules  외래어 표기법 (문화체육관광부 고시): 제1장 제3항 (codas ㄱㄴㄹㅁㅂㅅㅇ only), 제4항 (no
/// doubled
///        plosives), 제3장 제1절 제4항 (no ㅑㅕㅛㅠ behind ㅈ, ㅊ); and the pairs that are most
///        often confused (ㅐ and ㅔ; 컨 and 콘). Rules that native words obey as well (모래, 모레)
///        are sure for words of three syllables and more alone.
/// Expects  syllables; other words have no spellings. Fewer than two syllables have none.
/// Cost     linear in the word times the rules; at most some 20 spellings a syllable.
[[nodiscard]] std::vector<Spelling> loanword_spellings(std::u16string_view word);

/// Other ways to write a number that stands at the front of a word: 10만 -> 100000, 3천만원 ->
/// 30000000, 1.5억 -> 150000000. Empty for others, and for sums (1억5천만). (1,000 and 1000 are one
/// term already.)
[[nodiscard]] std::string written_out(std::string_view number);

}  // namespace geul::query

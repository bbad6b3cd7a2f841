// SPDX-License-Identifier: MIT
#pragma once

#include <stddef.h>

#include "common/analysis/core/josa.hpp"
#include "common/analysis/core/run.hpp"
#include "common/analysis/core/stem.hpp"
#include "common/analysis/core/user_words.hpp"

namespace geul::analysis::core {

/// What a Hangul word is known by. An empty one (size 0) stands for nothing to index.
// NOLINTNEXTLINE(cppcoreguidelines-special-member-functions): see the small core
struct Key {
  size_t size = 0;
  size_t stem = 0;       ///< syllables of the run, from its front, that the key covers
  bool is_noun = false;  ///< what particles left: no predicate's stem, no user's word

  /// Makes it a stem, which covers as many syllables.
  void write(const Stem& from) noexcept;

#ifdef GEUL_SMALL_CORE
  /// The last two syllables (of one: the last); those before them are the run's.
  char16_t tail[2] = {};

  // Structures are handed over by their members, but for those that are not trivial.
  Key() noexcept = default;
  Key(const Key& key) noexcept
      : size(key.size), stem(key.stem), is_noun(key.is_noun), tail{key.tail[0], key.tail[1]} {}

  [[nodiscard]] char16_t* end() noexcept {
    return tail + 2;
  }
  void append(char16_t syllable) noexcept {
    tail[0] = tail[1];
    tail[1] = syllable;
    ++size;
  }
  /// Makes the key the one run.
  [[nodiscard]] Run view() const noexcept {
    Run::buffer[size] = tail[0];
    Run::buffer[size + 1] = tail[1];
    return {size};
  }
#else
  char16_t text[kMaxRun + 1] = {};  ///< room for the 우 that a ㅂ becomes

  /// Behind the last syllable. Only the last two may be changed.
  [[nodiscard]] char16_t* end() noexcept {
    return text + size;
  }
  void append(char16_t syllable) noexcept {
    text[size++] = syllable;
  }
  [[nodiscard]] Run view() const noexcept {
    return {text, size};
  }
#endif
};

/// The key of a run: particles and endings off, predicates in one form. The first that applies:
///
///   a word of the user's (find_user_word())  배달의민족은 -> 배달의민족
///   0. a word of whole_nouns.tsv             고양이를 -> 고양이, 제한 -> 제한
///   1. a noun before a verbaliser            구성했습니다 -> 구성, 제공되는 -> 제공
///   2. a noun before the copula 이다           학생입니다 -> 학생, 문제였다 -> 문제
///   3. two adnominal shapes                  아름다운 -> 아름다우, 만들어진 -> 만드
///   4. a stem before a trusted ending        마셨다 -> 마시, 읽는 -> 읽, 불러서 -> 부르
///      but a particle that is not shorter wins over an ending that is not certain
///   5. what the particles leave              컬리에서는 -> 컬리, 사람들을 -> 사람
///
/// A stem is brought into one form for its irregular conjugations (한글 맞춤법 제18항): ㅂ becomes
/// 우 (고맙 -> 고마우), ㄹ falls (만들 -> 만드), 르 is restored (불러 -> 부르).
///
/// Expects  a run that is not empty. Of one longer than kMaxRun the first kMaxRun syllables are
///          the key.
/// Cost     bounded by the tables, not by the run; no allocation.
/// Limits   knows few nouns (whole_nouns.tsv): others that end like a particle lose it when they
///          stand alone (소쩍이 -> 소쩍) and keep it under another (소쩍이를 -> 소쩍이). A query
///          asks for both, by alternates_of().
[[nodiscard]] Key key_of(Run run, Attachment attachment, const UserWords& words = {}) noexcept;

/// Other cuts of a word that grammar cannot decide between, for the query's side alone: a text is
/// known by one of them, a query looks for all.
struct Alternates {
  Key keys[2];
  size_t size = 0;
};

/// Of a noun: with a last syllable that may or may not have been a particle (소쩍이 -> 소쩍이
/// beside its key 소쩍), and one particle further, for texts where it was taken for one (소쩍이를
/// -> 소쩍 beside 소쩍이). Of a short predicate: the noun that it may be (커서 -> 커서 beside 크).
///
/// Returns  those that key_of() does not give; none for a run that it knows by a user's word.
[[nodiscard]] Alternates alternates_of(Run run, const UserWords& words) noexcept;

}  // namespace geul::analysis::core

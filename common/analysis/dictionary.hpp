// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace geul::analysis {

namespace core {
struct UserWords;
}

/// The user's words, which are never cut: where a run of Hangul begins with one and nothing but
/// the plural 들, particles or the copula 이다 stands behind it, the word is its key, whatever the
/// tables would cut. The longest such word wins. A word of the user's has no variant and no
/// alternates; its pairs are as those of any stem.
///
/// Immutable; any number of threads may share it.
/// Cost     of each run of Hangul: a look at a hash table, and some 50 ns where a word begins like
/// it;
///          with the 10,000 commonest words of a corpus the analysis takes 8 % longer. Memory: some
///          50 bytes a word.
class Dictionary {
 public:
  /// Expects  words as read_dictionary() gives them, in any order; others are passed over.
  explicit Dictionary(const std::vector<std::string>& words);
  ~Dictionary();
  Dictionary(const Dictionary&) = delete;
  Dictionary& operator=(const Dictionary&) = delete;
  Dictionary(Dictionary&&) = delete;
  Dictionary& operator=(Dictionary&&) = delete;

  [[nodiscard]] std::size_t size() const noexcept;

  /// Adds to `found` the words that are a run's key somewhere in `text`; they live as long as this.
  /// Two dictionaries that find the same words in a text give it the same terms: where they take a
  /// run differently, the longer of the two words is the key of a run for the one, and is not in
  /// the other.
  /// Cost     parts the text into runs: some 50 MB/s of Korean.
  void find(std::string_view text, std::set<std::string_view>& found) const;

  /// For the core.
  [[nodiscard]] const core::UserWords& view() const noexcept;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Whether the rules keep a word by themselves, so that it needs no dictionary: alone, before each
/// particle of the tables that agrees with its end, and before 이다 and 입니다 it is its own key
/// and has no variant. Expects  a word as read_dictionary() gives it. Cost     up to some 0.1 ms.
[[nodiscard]] bool is_kept_whole(std::string_view word);

/// The dictionary of some words; null for none.
[[nodiscard]] std::shared_ptr<const Dictionary> make_dictionary(
    const std::vector<std::string>& words);

}  // namespace geul::analysis

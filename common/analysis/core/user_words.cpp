// SPDX-License-Identifier: MIT
#include "common/analysis/core/user_words.hpp"

#include "common/analysis/core/word_end.hpp"

namespace geul::analysis::core {
namespace {

constexpr size_t kHead = 2;

bool same_head(Run a, Run b) noexcept {
  return a[0] == b[0] && a[1] == b[1];
}

/// Fibonacci hashing (Knuth, TAOCP 3, 6.4) of two syllables.
uint32_t hash_of_head(Run run) noexcept {
  const uint32_t head = uint32_t{run[0]} << 16U | run[1];
  return (head * 2654435769U) >> 12U;
}

/// 1 + the number of the first word with the run's head; 0 for none.
uint32_t first_with_head(const UserWords& words, Run run) noexcept {
  for (uint32_t slot = hash_of_head(run);; ++slot) {
    const uint32_t number = words.heads[slot & (words.slots - 1)];
    if (number == 0 || same_head(words[number - 1], run)) return number;
  }
}

bool starts_with(Run run, Run prefix) noexcept {
  return run.size >= prefix.size && equal(run.data, prefix.data, prefix.size);
}

bool is_less(Run a, Run b) noexcept {
  size_t i = 0;
  while (i < a.size && i < b.size && a[i] == b[i]) ++i;
  return i < b.size && (i == a.size || a[i] < b[i]);
}

/// The first word from number `low` on that is not less than `run`.
uint32_t lower_bound(const UserWords& words, uint32_t low, Run run) noexcept {
  for (uint32_t high = words.size; low < high;) {
    const uint32_t middle = low + (high - low) / 2;
    if (is_less(words[middle], run))
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/// The words that a run begins with: 1 + their numbers by their length, 0 for none.
struct Prefixes {
  uint32_t numbers[kMaxUserWord + 1] = {};
  size_t longest = 0;
};

/// `first`: the first word that has the run's head.
void collect(const UserWords& words, Run run, uint32_t first, Prefixes& prefixes) noexcept {
  for (size_t size = kHead; size <= run.size && size <= kMaxUserWord; ++size) {
    const Run prefix = run.prefix(size);
    first = lower_bound(words, first, prefix);
    if (first == words.size || !starts_with(words[first], prefix)) return;
    if (words[first].size != size) continue;
    prefixes.numbers[size] = first + 1;
    prefixes.longest = size;
  }
}

}  // namespace

void index_heads(UserWords& words, uint32_t* heads, uint32_t slots) noexcept {
  for (uint32_t i = 0; i < slots; ++i) heads[i] = 0;
  for (uint32_t i = 0; i < words.size; ++i) {
    if (i != 0 && same_head(words[i], words[i - 1])) continue;
    uint32_t slot = hash_of_head(words[i]) & (slots - 1);
    while (heads[slot] != 0) slot = (slot + 1) & (slots - 1);
    heads[slot] = i + 1;
  }
  words.heads = heads;
  words.slots = slots;
}

UserWord find_user_word(const UserWords& words, Run run) noexcept {
  if (words.size == 0 || run.size < kHead) return {};
  const uint32_t first = first_with_head(words, run);
  if (first == 0) return {};
  Prefixes prefixes;
  collect(words, run, first - 1, prefixes);
  for (size_t size = prefixes.longest; size >= kHead; --size)
    if (prefixes.numbers[size] != 0 && ends_word(run, size))
      return {prefixes.numbers[size] - 1, size};
  return {};
}

}  // namespace geul::analysis::core

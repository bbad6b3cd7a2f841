// SPDX-License-Identifier: MIT
// The numbers that ranking depends on. Mirrors common/index/profile.hpp; tests compare the two.
export const PROFILE = {
  k1: 0.95,
  b: 0.7,
  min_length: 0.3,
  variant: 0.5,
  alternate: 0.5,
  pair: 1.2,
  crossing_pair: 0.5,
  tail_pair: 0.3,
  part: 0.5,
  latin: 2.5,
  digit: 1.5,
  function_word: 0.5,
  topic_slope: 0.12,
  coverage: 7,
  all_words: 20,
  exact: 60,
  exact_share: 0.25,
  spacing: 0.5,
  spelling: 0.9,
  synonym: 0.9,
  half_typed: 0.8,
  initials: 0.8,
  keyboard: 0.8,
  typo: 0.6,
  proximity: 24,
};

export const NEARBY = 8;

// SPDX-License-Identifier: GPL-2.0-or-later
// Numbers that are the same in each run (a 32-bit generator of George Marsaglia's xorshift family).

/** @param {number} seed  not 0 */
export const randomOf = (seed) => {
  let state = seed | 0;
  /** From 0 to below `limit`. */
  const below = (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
  const pick = (from) => from[below(from.length)];
  return { below, pick };
};

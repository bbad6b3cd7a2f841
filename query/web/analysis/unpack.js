// SPDX-License-Identifier: MIT
// The rows of the core's tables, packed: a model guesses each bit from what came before it, in
// several contexts whose guesses are mixed (Mahoney, "Adaptive weighing of context models", 2005),
// and an arithmetic coder leaves what was not guessed. query/web/core/pack.js packs with the same
// model. Numbers are added, multiplied, divided and rooted alone, so that all engines agree.

/** Slots for the chances of a 1, by hashes of contexts. */
const SLOTS = 1 << 18;
/** Vowels and final consonants count up to so much. */
const RADIX = [588, 28, 1];

/**
 * Reads numbers. `code(p)` gives the next bit, a 1 with a chance of `p` in 65536.
 * @param {(p: number) => number} code
 */
const reader = (code) => {
  const chances = new Float64Array(SLOTS).fill(0.5);
  const counts = new Float64Array(SLOTS);
  /** @type {number[][]} */
  const weights = [];
  /** @type {number[]} */
  const slots = [];
  /** @type {number[]} */
  const guesses = [];
  /**
   * A number of `bits` bits.
   * @param {number} kind  numbers of one kind share weights @param {number} bits @param {number[]} contexts
   */
  return (kind, bits, contexts) => {
    let node = 1;
    const own = (weights[kind] ??= contexts.map(() => 0.35));
    while (node < 1 << bits) {
      let sum = 0;
      for (let i = 0; i < contexts.length; ++i) {
        slots[i] = Math.imul(Math.imul(contexts[i] * 8 + i, 0x2545f491) + kind * 64 + node, 0x9e3779b1) >>> 14;
        const q = 2 * chances[slots[i]] - 1;
        guesses[i] = q / Math.sqrt(1 - q * q);
        sum += guesses[i] * own[i];
      }
      const p = (1 + sum / Math.sqrt(1 + sum * sum)) / 2;
      const bit = code(Math.min(Math.max(Math.floor(p * 65536), 32), 65504));
      for (let i = 0; i < contexts.length; ++i) {
        own[i] += 0.02 * (bit - p) * guesses[i];
        chances[slots[i]] += (bit * 0.999 + 0.0005 - chances[slots[i]]) / Math.min(++counts[slots[i]] + 0.5, 50);
      }
      node = node * 2 + bit;
    }
    return node - (1 << bits);
  };
};

/**
 * Reads the rows of tables, in the order of their forms read backwards.
 * @param {(p: number) => number} code
 * @param {number[][]} shape  of each table: rows, and members behind a row's form
 * @param {(table: number, form: number[], members: number[]) => void} take  gets each row; its form
 *   from the last syllable on, counted from 가
 */
export const walk = (code, shape, take) => {
  const read = reader(code);
  shape.forEach(([rows, members], table) => {
    /** @type {number[]} */
    let before = [];
    while (rows--) {
      const shared = read(0, 3, [table, table * 8 + before.length, 0]);
      const size = shared + read(1, 3, [table * 8 + shared, shared, table]);
      const form = before.slice(0, shared);
      for (let i = shared; i < size; ++i) {
        const place = i * 2 + +(i + 1 === size);
        const after = i ? form[i - 1] : -1;
        let old = i === shared && before[i] >= 0 ? before[i] : -1;
        let syllable = 0;
        let part = i && (after / 588) | 0;
        RADIX.forEach((radix, k) => {
          const older = old < 0 ? 31 : (old / radix) | 0;
          part = read(2 + i * 3 + k, 5, [
            ((table * 16 + place) * 12000 + syllable) * 32 + older,
            syllable * 2 + (place % 2),
            after * 32 + part,
            place * 32 + part,
            place,
          ]);
          syllable += part * radix;
          old = older === part ? old % radix : -1;
        });
        form.push(syllable);
      }
      /** @type {number[]} */
      const values = [];
      let known = 0;
      for (let i = 0; i < members; ++i) {
        const member = table * 8 + i;
        const last = member * 16384 + (form[0] ?? -1);
        const value = read(20 + i, 5, [last, member * 4096 + known, last * 512 + known, member * 8 + size]);
        values.push(value);
        known = (known * 8 + value) & 4095;
      }
      take(table, form, values);
      before = form;
    }
  });
};

/**
 * Decodes what pack.js has made.
 * @param {string} text  base64
 * @param {Parameters<typeof walk>[1]} shape @param {Parameters<typeof walk>[2]} take
 */
export const unpack = (text, shape, take) => {
  const bytes = atob(text);
  let at = 0;
  let low = 0;
  let high = 0;
  let value = 0;
  walk((p) => {
    // A byte that both ends share is told.
    for (; !((low ^ high) >>> 24); value = (value * 256 + (bytes.charCodeAt(at++) || 0)) >>> 0) {
      low = (low << 8) >>> 0;
      high = ((high << 8) | 255) >>> 0;
    }
    const middle = low + Math.floor(((high - low) * p) / 65536);
    const bit = +(value <= middle);
    if (bit) high = middle;
    else low = middle + 1;
    return bit;
  }, shape, take);
};

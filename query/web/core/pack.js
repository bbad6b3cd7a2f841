// SPDX-License-Identifier: MIT
// node pack.js ROWS.json OUT: packs the tables' rows, as geul_make_tables writes them, for
// analysis/unpack.js, whose model it shares.
import { readFileSync, writeFileSync } from 'node:fs';
import { walk } from '../analysis/unpack.js';

/** @typedef {{form: number[], members: number[]}} Row  the form from its last syllable on */

/** @param {string} text  a form and a digit for each member @returns {Row} */
const rowOf = (text) => {
  const [, form, members] = /** @type {string[]} */ (/^([가-힣]*)(.*)$/.exec(text));
  return {
    form: [...form].map((c) => c.charCodeAt(0) - 0xac00).reverse(),
    members: [...members].map((c) => c.charCodeAt(0) - 48),
  };
};

/** @param {number[]} a @param {number[]} b */
const compare = (a, b) => {
  for (let i = 0; i < a.length || i < b.length; ++i) if (a[i] !== b[i]) return (a[i] ?? -1) - (b[i] ?? -1);
  return 0;
};

/** The bits of the numbers that walk() reads of sorted rows. @param {Row[]} rows */
const bitsOf = (rows) => {
  /** @type {number[]} */
  const bits = [];
  /** @param {number} count @param {number} value */
  const put = (count, value) => bits.push(...[...value.toString(2).padStart(count, '0')].map(Number));
  /** @type {number[]} */
  let before = [];
  for (const { form, members } of rows) {
    let shared = 0;
    while (shared < form.length && form[shared] === before[shared]) ++shared;
    put(3, shared);
    put(3, form.length - shared);
    for (const syllable of form.slice(shared)) {
      put(5, Math.floor(syllable / 588));
      put(5, Math.floor(syllable / 28) % 21);
      put(5, syllable % 28);
    }
    for (const value of members) put(5, value);
    before = form;
  }
  return bits;
};

const { hash, tables } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
/** @type {Row[][]} */
const rows = tables.map((/** @type {string[]} */ table) =>
  table.map(rowOf).sort((a, b) => compare(a.form, b.form) || compare(a.members, b.members)),
);
const shape = rows.map((table) => [table.length, table[0].members.length]);
const bits = rows.flatMap(bitsOf);

/** @type {number[]} */
const bytes = [];
let low = 0;
let high = 2 ** 32 - 1;
let at = 0;
walk((p) => {
  const middle = low + Math.floor(((high - low) * p) / 65536);
  const bit = bits[at++];
  if (bit) high = middle;
  else low = middle + 1;
  while (!((low ^ high) >>> 24)) {
    bytes.push(high >>> 24);
    low = (low << 8) >>> 0;
    high = ((high << 8) | 255) >>> 0;
  }
  return bit;
}, shape, () => {});
bytes.push(high >>> 24);
if (at !== bits.length) throw new Error(`${process.argv[2]}: the model reads other numbers than there are`);

writeFileSync(
  process.argv[3],
  `// Packed from data/korean; see query/web/core/pack.js.
// SPDX-License-Identifier: MIT
export const hash = '${hash}';
export const shape = ${JSON.stringify(shape)};
export const packed =
  '${Buffer.from(bytes).toString('base64').replace(/=+$/, '')}';
`,
);

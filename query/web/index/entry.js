// SPDX-License-Identifier: MIT
// geul.bin: what the index holds and where (indexer/site/FORMAT.md).
import { fail, reader } from './bytes.js';
import { GeulError } from './errors.js';

export const ENTRY = 'geul.bin';
const FORMAT = 1;
const LAST_DAY = 3652058;
/** Pages that share a hash. */
const GROUP = 8;

/** The lengths behind their quantised bytes. */
const LENGTHS = [0];
for (let q = 0; q < 255; ++q)
  LENGTHS.push(Math.max(LENGTHS[q] + 1, Math.floor((LENGTHS[q] * 21) / 20)));

/** @typedef {ReturnType<typeof decodeEntry>} Entry */

/** @param {number} name */
export const hex = (name) => name.toString(16).padStart(6, '0');

/** What can be asked for, in its order. @param {{settings: any}} entry */
export const facetNamesOf = ({ settings }) => [
  ...['tag', 'category', 'author'],
  ...(settings.facets ?? []),
  ...['year', 'month', 'day'],
];

/** Days since 0001-01-01 as YYYY-MM-DD. @param {number} day */
const isoDay = (day) => new Date((day - 719162) * 864e5).toISOString().slice(0, 10);

/** @param {Uint8Array} bytes */
export function decodeEntry(bytes) {
  const input = reader(bytes);
  if (String.fromCharCode(...input.take(4)) !== 'geul') fail();
  if (input.int() !== FORMAT) throw new GeulError('incompatible', ENTRY);
  const build = input.number(4).toString(16).padStart(8, '0');
  const analysis = input.text();
  const settings = JSON.parse(input.text() || '{}');
  const size = input.count();
  const totalLength = input.int() + input.int() * 2 ** 28;
  const lengths = input.take(size);
  const undated = input.int();
  if (undated > size) fail();
  const days = input.ints(size - undated);
  for (let i = 1; i < days.length; ++i) days[i] += days[i - 1];
  if (days.some((day) => day > LAST_DAY)) fail();
  const hashes = Array.from({ length: Math.ceil(size / GROUP) }, () => input.number(3));
  const [directory, facets, titles, synonyms] = [0, 0, 0, 0].map(() => {
    const name = input.number(3);
    return name && `x/${hex(name)}.bin`;
  });
  input.end();
  /** @type {string[]} */
  const isoDays = [];
  return {
    build,
    analysis,
    settings,
    size,
    undated,
    directory,
    facets,
    titles,
    synonyms,
    averageLength: totalLength / size || 0,
    /** @param {number} page */
    length: (page) => LENGTHS[lengths[page]],
    /** YYYY-MM-DD; empty without a date. @param {number} page */
    dayOf: (page) => (page < undated ? '' : (isoDays[page] ??= isoDay(days[page - undated]))),
    /** @param {number} page  @param {number} unit */
    fragment: (page, unit) => `f/${page}-${hex(hashes[Math.floor(page / GROUP)])}.${unit}.bin`,
  };
}

// SPDX-License-Identifier: GPL-2.0-or-later
// Asks grammar_oracle.cpp, the C++ side of the grammar. Offsets are turned into UTF-16 units.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { build } from './places.js';

const PROGRAM = `${build}/tests/web/grammar_oracle`;

export const isBuilt = existsSync(PROGRAM);

/** A function from offsets in a text's UTF-8 to offsets in its UTF-16. */
const unitsIn = (text) => {
  const units = [];
  let at = 0;
  for (const c of text) {
    units.push(...Array(Buffer.byteLength(c)).fill(at));
    at += c.length;
  }
  units.push(at);
  return (bytes) => units[bytes];
};

const withUnits = (value, units) => {
  if (Array.isArray(value)) return value.map((each) => withUnits(each, units));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      key === 'begin' || key === 'end' ? units(each) : withUnits(each, units),
    ]));
};

/**
 * @param {[string, string][]} questions  as grammar_oracle.cpp has them
 * @param {{today: number, facetKeys: string[]}} setting
 * @returns {any[]} the answers, in order
 */
export const ask = (questions, { today, facetKeys }) => {
  const input = questions.map((question) => `${JSON.stringify(question)}\n`).join('');
  const { status, stdout } = spawnSync(PROGRAM, [String(today), ...facetKeys], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (status !== 0) throw new Error(`the oracle failed: ${status}`);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line, i) => {
      const answer = JSON.parse(line);
      const text = answer?.text ?? questions[i][1];
      return withUnits(answer, unitsIn(text));
    });
};

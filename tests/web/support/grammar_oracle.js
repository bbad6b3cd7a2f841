// SPDX-License-Identifier: GPL-2.0-or-later
// Asks grammar_oracle.cpp, the C++ side of the grammar. Offsets are turned into UTF-16 units.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const BUILD =
  process.env.GEUL_BUILD ?? fileURLToPath(new URL('../../../build/dev', import.meta.url));
const PROGRAM = `${BUILD}/tests/web/grammar_oracle`;

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
  if (!questions.length) return [];
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

const GUESSES = {
  analyze: [], alternatesOf: [], isParticle: false, isFunctionWord: false, fold: '', foldName: '',
};

/**
 * Runs `work` with the C++ analyser until it has heard the answers to all that it asks.
 * @template T
 * @param {(analyzer: import('../../../query/web/types.js').Analyzer) => T} work
 * @returns {T}
 */
export const withAnalyzer = (work) => {
  const known = new Map();
  for (;;) {
    const open = new Map();
    const analyzer = Object.fromEntries(
      Object.entries(GUESSES).map(([name, guess]) => [
        name,
        (text) => {
          const key = JSON.stringify([name, text]);
          if (known.has(key)) return known.get(key);
          open.set(key, [name, text]);
          return guess;
        },
      ]));
    const done = work(analyzer);
    if (!open.size) return done;
    const answers = ask([...open.values()], { today: 20240718, facetKeys: [] });
    [...open.keys()].forEach((key, i) => known.set(key, answers[i]));
  }
};

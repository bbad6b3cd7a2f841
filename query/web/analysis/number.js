// SPDX-License-Identifier: MIT
// Mirrors common/analysis/number.cpp: digits with a unit behind them.
import { areParticles } from './run.js';

/** Longer ones before their beginnings. */
const UNITS = { 천만: 7, 백만: 6, 십만: 5, 천억: 11, 백억: 10, 십억: 9, 억: 8, 만: 4, 천: 3, 백: 2 };
const COUNTER = /^(원|명|개|건|달러|번|회|년|줄|대|권|장|톤|평|여|가지|마리|배|자|행|곳|점|$)/;

/**
 * The unit of ten's powers at the front of a run: its zeros, and its syllables (0: none).
 * @param {string} run
 */
export const numberUnit = (run) => {
  for (const [name, zeros] of Object.entries(UNITS)) {
    const size = name.length;
    if (run.startsWith(name) && (COUNTER.test(run.slice(size)) || areParticles(run, size))) return { zeros, size };
  }
  return { zeros: 0, size: 0 };
};

/**
 * Digits, perhaps with one full stop, times ten to the power of `zeros`; '' for what is no such
 * number, or would keep a fraction.
 * @param {string} digits @param {number} zeros
 */
export const writeOut = (digits, zeros) => {
  const [, whole, fraction = ''] = /^(\d+)(?:\.(\d+))?$/.exec(digits) ?? [];
  return whole && fraction.length <= zeros
    ? (whole + fraction.padEnd(zeros, '0')).replace(/^0+(?=.)/, '')
    : '';
};

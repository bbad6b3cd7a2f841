// SPDX-License-Identifier: MIT
// One search at a time: a newer one aborts the older, and nothing of the older is shown.

import { forget, load } from './engine.js';

/** @typedef {import('../geul.js').SearchResult} SearchResult */
/** @typedef {import('../geul.js').SearchOptions} SearchOptions */
/** @typedef {import('../geul.js').Completion} Completion */
/** @typedef {import('../geul.js').Geul} Geul */

/**
 * @typedef {object} Outcome  what becomes of a search; none of it after the next one began
 * @property {(busy: boolean) => void} busy
 * @property {(error: any) => void} failed
 */

/**
 * @param {string} base
 * @param {Outcome} outcome
 */
export function searcher(base, outcome) {
  let current = new AbortController();

  /**
   * @template Answer
   * @param {(engine: Geul, signal: AbortSignal) => Promise<Answer>} ask
   * @param {(answer: Answer, signal: AbortSignal) => void} show
   */
  async function run(ask, show) {
    current.abort();
    const { signal } = (current = new AbortController());
    outcome.busy(true);
    try {
      const engine = await load(base);
      const answer = signal.aborted || (await ask(engine, signal));
      if (answer !== true && !signal.aborted) show(answer, signal);
    } catch (error) {
      if (signal.aborted) return;
      forget(base);
      outcome.failed(error);
    }
    if (!signal.aborted) outcome.busy(false);
  }

  return { run, abort: () => current.abort() };
}

/** A key of Strings.errors. @param {any} error */
export const reason = (error) =>
  error?.name == 'GeulError' || error?.code ? error.code : navigator.onLine === false ? 'offline' : error instanceof TypeError ? 'missing' : 'other';

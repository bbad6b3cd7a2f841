// SPDX-License-Identifier: MIT
// The passage of a text that says most about a query. Mirrors query/render/window.cpp; lengths are
// UTF-16 units.
import { endWithin, startBefore } from './borders.js';

/** @typedef {import("./highlight.js").Match} Match */
/** @typedef {import("./highlight.js").Highlighter} Highlighter */

/**
 * Neighbouring matches that fit into an excerpt; score 0: no match.
 * @typedef {{begin: number, end: number, score: number}} Window
 */

/** What a word counts when the window has it already, and how often that counts. */
const REPEATED = 0.05;
const MOST_REPEATED = 6;
/** What different words count for standing side by side. */
const NEAR = 0.4;

/** The words of a window that moves over the matches. @param {Highlighter} highlighter */
function tally(highlighter) {
  const counts = new Uint32Array(highlighter.size);
  const sums = { total: 0, words: 0, weight: 0 };
  /** @param {number} word  @param {1|-1} step */
  const change = (word, step) => {
    sums.total += step;
    counts[word] += step;
    if (counts[word] !== (step > 0 ? 1 : 0)) return;
    sums.words += step;
    sums.weight += step * highlighter.weight(word);
  };
  return { counts, sums, change };
}

/**
 * The window whose words say most: the weight of its different words, and a little for their
 * nearness and repetition. The first among equals.
 * @param {Match[]} matches  by the beginning of their spans
 * @param {Highlighter} highlighter
 * @param {number} most  an excerpt's length
 * @returns {Window}
 */
export function bestWindow(matches, highlighter, most) {
  const room = Math.floor((most * 13) / 16);
  const fitting = tally(highlighter);
  const near = tally(highlighter);
  let best = { begin: 0, end: 0, score: 0 };
  let first = 0;
  let nearest = 0;
  matches.forEach(({ word, end }, last) => {
    /** @param {number} from */
    const length = (from) => end - matches[from].begin;
    fitting.change(word, 1);
    near.change(word, 1);
    while (first < last && length(first) > room) fitting.change(matches[first++].word, -1);
    while (nearest < first || near.counts[matches[nearest].word] > 1)
      near.change(matches[nearest++].word, -1);
    const nearness =
      near.sums.words < 2 ? 0 : NEAR * (1 - Math.min(length(nearest), room) / (room + 1));
    const { weight, total } = fitting.sums;
    const score = weight + REPEATED * Math.min(total, MOST_REPEATED) + nearness;
    if (score <= best.score + 1e-9) return;
    // Words that stand there again are shown where they leave room for what is around.
    let from = first;
    while (from < nearest && length(from) > Math.floor((room * 3) / 4)) ++from;
    best = { begin: matches[from].begin, end, score };
  });
  return best;
}

/**
 * Extends the window to sentences or words around it, up to about an excerpt's length; cuts what is
 * longer.
 * @param {string} text  @param {{begin: number, end: number}} window  @param {number} most
 */
export function widen(text, window, most) {
  const spare = most - Math.min(window.end - window.begin, most);
  const behind = Math.min(text.length - window.end, spare);
  const before = Math.max(Math.floor(spare / 3), spare - behind);
  const forSentence = Math.max(Math.floor((spare * 2) / 3), before);
  /** @param {number} length */
  const back = (length) => Math.max(window.begin - length, 0);
  const begin = startBefore(text, back(forSentence), back(before), window.begin);
  const high = Math.min(begin + most, text.length);
  const least = Math.min(begin + Math.floor((most * 11) / 16), text.length);
  const low = Math.min(Math.max(least, window.end), high);
  return { begin, end: high === text.length ? high : endWithin(text, begin, low, high) };
}

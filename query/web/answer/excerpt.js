// SPDX-License-Identifier: MIT
// Chooses what to show of a post from a unit of its text. Mirrors query/render/excerpt.cpp: there
// the whole post is looked at, here what came with the fragment.
import { CODE, SUMMARY } from '../index/fragment.js';
import { BLANK } from './borders.js';
import { spansOf } from './highlight.js';
import { bestWindow, widen } from './window.js';

/** @typedef {import("./highlight.js").Highlighter} Highlighter */
/** @typedef {import("./highlight.js").Match} Match */
/** @typedef {import("./window.js").Window} Window */
/** @typedef {import("../index/fragment.js").Fragment} Fragment */
/** @typedef {import("../geul.js").Excerpt} Excerpt */

/** @typedef {{heading: string, anchor: string, level: number, text: string, code: string}} Section */

/** A text that an excerpt may come from.
 * @typedef {{text: string, matches: Match[], window: Window, score: number}} Source */

/** @typedef {{section: Section, source: Source, inHeading: Match[], words: number, score: number}} Candidate */

const MOST_SECTIONS = 3;
/** Prose is preferred to code, and a section, which has an anchor, to the summary. */
const SECOND_CHOICE = 0.9;
/** What a word counts that a section has, but not in its heading or best passage. */
const ELSEWHERE = 0.2;

const BLANKS = new RegExp(`${BLANK.source}+`, 'g');

/** @param {string} text  @param {number} begin  @param {number} end */
function withoutBlanksAround(text, begin, end) {
  while (begin < end && BLANK.test(text[begin])) ++begin;
  while (begin < end && BLANK.test(text[end - 1])) --end;
  return { begin, end };
}

/** @param {Source} source  @param {number} most  @param {Section} [section]  @returns {Excerpt} */
function cutOut({ text, matches, window }, most, section) {
  const all = withoutBlanksAround(text, 0, text.length);
  const wide = widen(text, window, most);
  const { begin, end } = withoutBlanksAround(text, wide.begin, wide.end);
  /** In the excerpt's one line. @param {number} offset */
  const place = (offset) => text.slice(begin, offset).replace(BLANKS, ' ').length;
  /** @type {[number, number][]} */
  const highlights = spansOf(matches)
    .map(([from, to]) => [Math.max(from, begin), Math.min(to, end)])
    .filter(([from, to]) => from < to)
    .map(([from, to]) => [place(from), place(to)]);
  return {
    text: text.slice(begin, end).replace(BLANKS, ' '),
    highlights,
    cutBefore: begin > all.begin,
    cutAfter: end < all.end,
    heading: section?.heading || null,
    anchor: section?.anchor || null,
  };
}

/** The sections that parts are of. @param {Fragment} fragment */
function sectionsOf({ parts }) {
  /** @type {Section[]} */
  const sections = [];
  let summary = '';
  for (const { level, heading, anchor, kind, content } of parts) {
    if (kind === SUMMARY) {
      summary = content;
      continue;
    }
    const into = kind === CODE ? 'code' : 'text';
    let last = sections[sections.length - 1];
    const same = last && last.heading === heading && last.anchor === anchor && last.level === level;
    if (!same || last[into] || (into === 'text' && last.code)) {
      last = { level, heading, anchor, text: '', code: '' };
      sections.push(last);
    }
    last[into] = content;
  }
  return { summary, sections };
}

/**
 * What is shown of a post; without any of the query's words its summary or beginning. The excerpt's
 * section is `leads` where the address should go on to it.
 * @param {Fragment} fragment
 * @param {Highlighter} highlighter
 * @param {number} most  UTF-16 units of an excerpt
 */
export function show(fragment, highlighter, most) {
  const { summary, sections } = sectionsOf(fragment);

  /** @param {string} text  @param {number} share  @returns {Source} */
  const sourceOf = (text, share) => {
    const matches = highlighter.find(text);
    const window = bestWindow(matches, highlighter, most);
    return { text, matches, window, score: share * window.score };
  };

  /** The first text under the headings below. @param {number} index */
  const textBelow = (index) => {
    for (const below of sections.slice(index + 1)) {
      if (below.level <= sections[index].level) break;
      if (below.text) return below.text;
    }
    return '';
  };

  /** Words and score. @param {Match[]} inHeading  @param {Source} text  @param {Source} code */
  const rate = (inHeading, text, code) => {
    const better = code.score > text.score ? code : text;
    const seen = new Set();
    let { score } = better;
    /** @param {Match} match  @param {number} worth */
    const count = ({ word }, worth) => {
      if (!seen.has(word)) score += worth;
      seen.add(word);
    };
    for (const match of inHeading) count(match, highlighter.headingWeight(match.word));
    for (const match of better.matches)
      if (better.window.begin <= match.begin && match.end <= better.window.end) count(match, 0);
    for (const match of [...text.matches, ...code.matches])
      count(match, ELSEWHERE * highlighter.weight(match.word));
    return { words: seen.size, score };
  };

  /** @type {Candidate[]} */
  const candidates = [];
  sections.forEach((section, index) => {
    const text = sourceOf(section.text, 1);
    const code = sourceOf(section.code, SECOND_CHOICE);
    const inHeading = highlighter.find(section.heading);
    const rated = rate(inHeading, text, code);
    if (!rated.words) return;
    let source = code.score > text.score || !text.text ? code : text;
    if (!source.text) source = sourceOf(textBelow(index), 0);
    candidates.push({ section, source, inHeading, ...rated });
  });
  candidates.sort((a, b) => b.score - a.score);

  const ofSummary = sourceOf(summary, SECOND_CHOICE);
  const best = candidates.find(({ source }) => source.text);
  const shown = best && best.score > ofSummary.score ? best : undefined;
  const start =
    (!summary && (sections.find(({ text }) => text) ?? sections.find(({ code }) => code))) ||
    undefined;
  const beginning = () => ({
    ...{ text: start ? start.text || start.code : summary, matches: [] },
    ...{ window: { begin: 0, end: 0, score: 0 }, score: 0 },
  });
  return {
    title: spansOf(highlighter.find(fragment.title)),
    excerpt: shown
      ? cutOut(shown.source, most, shown.section)
      : ofSummary.score > 0
        ? cutOut(ofSummary, most)
        : cutOut(beginning(), most, start),
    leads: shown?.section.heading ? shown.section.anchor : '',
    sections: candidates.slice(0, MOST_SECTIONS).map(({ section, source, inHeading, words }) => ({
      heading: section.heading || null,
      headingHighlights: spansOf(inHeading),
      level: section.level,
      anchor: section.anchor || null,
      words,
      excerpt: cutOut(source, most, section),
    })),
  };
}

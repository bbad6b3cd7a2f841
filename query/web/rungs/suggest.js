// SPDX-License-Identifier: MIT
// Mirrors query/suggest/: completes what is being typed, a keystroke at a time. Where it differs from
// the C++ side, because a look-up may cost a file:
// - Words are completed from two characters on (one is not tried on the other layout either), and
//   where more than 2,000 begin so, the first ones.
// - A Latin word is shown as a title writes it; one that no title has is left out (and is known all
//   the same: the other layout is not tried then).
// - Names are spelled as the facets file has them.
import { toKoreanLayout, toLatinLayout } from './keyboard.js';
import { isFormOfAnother, isTelling } from './telling.js';
import { firstEojeol } from './titles.js';
import { EXACT, KEYBOARD, READINGS, typedPrefix } from './typed_prefix.js';

/** @typedef {import('../types.js').Query} Query */

/**
 * What completing asks an index.
 * @typedef {object} CompletionIndex
 * @property {import('../types.js').Analyzer} analyzer
 * @property {import('../types.js').IndexView} view
 * @property {import('./titles.js').Titles} titles  readTitles()
 * @property {{key: string, values: {text: string, pages: ArrayLike<number>}[]}[]} facets
 * @property {(page: number) => string} dayOf  sorts as days do; '' without
 * @property {(before: string) => Promise<Among | undefined>} among  the posts that match every word
 *   of a query; undefined for what asks for nothing
 */
/** @typedef {{query: Query, has: (page: number) => boolean | number}} Among */

/**
 * As geul.d.ts has it, with a title's page in place of its address.
 * @typedef {object} Completion
 * @property {string} text  as posts write it
 * @property {'tag'|'category'|'word'|'title'} kind
 * @property {typeof READINGS[number]} by
 * @property {number} count
 * @property {string|null} query
 * @property {number|null} page
 */

/**
 * What is to be completed: all that was typed, or its last word among posts with the words before.
 * @typedef {{typed: ReturnType<typeof typedPrefix>, among?: Among, before: string}} Task
 */
/** @typedef {Completion & {reading: number}} Found */
/** The next of those that are read as `least` or surer.
 * @typedef {(least: number) => Promise<Found | undefined> | Found | undefined} Source */

const MOST_NARROWED = 64;

/** @param {string} text */
const isAscii = (text) => /^[\0-\x7f]*$/.test(text);

/** @typedef {{reading: number, posts: number, text: string}} Word */
/** @param {Word} a @param {Word} b */
const byPosts = (a, b) =>
  a.reading - b.reading || b.posts - a.posts || (a.text < b.text ? -1 : Number(a.text > b.text));

/** @param {Task} task @param {string} word */
const queryOf = ({ before }, word) => (before ? `${before} ${word}` : word);

/** @param {{reading: number}[]} sorted @param {(one: any) => any} make  undefined: none of it
 * @returns {Source} */
const sourceOf = (sorted, make) => {
  let at = 0;
  return async (least) => {
    while (at < sorted.length && sorted[at].reading <= least) {
      const found = await make(sorted[at++]);
      if (found) return found;
    }
  };
};

/** Tags and categories, whole. One that is both is a tag. @param {Task[]} tasks
 * @param {CompletionIndex} index */
const namesOf = (tasks, { facets, analyzer }) => {
  const names = new Set();
  const sorted = tasks.flatMap((task) => ['tag', 'category'].flatMap((kind) =>
    (facets.find(({ key }) => key === kind)?.values ?? []).flatMap(({ text, pages }) => {
      const folded = analyzer.foldName(text);
      const reading = task.typed.text ? task.typed.reads(folded) : -1;
      if (reading < 0 || names.has(folded)) return [];
      const { among } = task;
      const posts = among ? Array.from(pages).filter(among.has).length : pages.length;
      if (!posts) return [];
      names.add(folded);
      return [{ task, kind, reading, posts, text: folded, shown: text }];
    }))).sort(byPosts);
  const next = sourceOf(sorted, ({ task, kind, reading, posts, shown }) => {
    const quoted = /[ \t"():*\-+#,]/.test(shown) ? `"${shown}"` : shown;
    return {
      ...{ text: shown, kind, reading, count: posts },
      ...{ query: queryOf(task, `${kind}:${quoted}`), page: null },
    };
  });
  return { next, names };
};

/** Titles, from any of their words on, the newest first. @param {Task[]} tasks
 * @param {CompletionIndex} index */
const titlesOf = (tasks, { titles, analyzer, dayOf }) => {
  const shown = new Set();
  const sorted = tasks.flatMap(({ typed, among }) =>
    titles.starts.flatMap((start) => {
      const reading = typed.text ? typed.reads(start.text) : -1;
      return reading < 0 || (among && !among.has(start.page))
        ? []
        : [{ ...start, reading, day: dayOf(start.page) }];
    })).sort((a, b) =>
    a.reading - b.reading || Number(a.inside) - Number(b.inside) ||
    (a.day === b.day ? 0 : a.day > b.day ? -1 : 1) ||
    (a.text < b.text ? -1 : Number(a.text > b.text)));
  return sourceOf(sorted, ({ page, reading }) => {
    const text = titles.titles[page];
    const folded = analyzer.foldName(text);
    if (shown.has(folded)) return;
    shown.add(folded);
    return { text, kind: 'title', reading, count: 1, query: null, page };
  });
};

/** Terms that complete a word. @param {Task} task @param {CompletionIndex} index */
const wordsFor = async ({ typed }, { analyzer, view, titles }) => {
  const found = (await typed.words(view)).map(({ term, documents }) => ({
    text: term,
    posts: documents,
    reading: typed.reads(term),
  }));
  if (typed.text.length < 2 || !isAscii(typed.text) || typed.text.includes(' ')) return found;
  // A Latin word is longer than its term: what was typed may be longer, too.
  const soleKey = (/** @type {string} */ text) => {
    const words = analyzer.analyze(text).filter(({ family }) => family === 'word');
    return words.length === 1 && !words[0].begin ? words[0].term : '';
  };
  const texts = titles.starts.filter(({ text }) => text.startsWith(typed.text))
    .map(({ text }) => firstEojeol(text));
  const keys = [...new Set([typed.text, ...texts].map(soleKey))]
    .filter((key) => key && !key.startsWith(typed.text));
  const counts = await Promise.all(keys.map((key) => view.frequency(key)));
  keys.forEach((text, i) => counts[i] && found.push({ text, posts: counts[i], reading: EXACT }));
  return found;
};

/** Words that say something, by the number of posts. @param {Task[]} tasks
 * @param {CompletionIndex} index @param {Set<string>} names */
const wordsOf = async (tasks, index, names) => {
  const { analyzer, view, titles } = index;
  /** @type {Map<string, number>} */
  const totals = new Map();
  const shown = new Set();
  const found = await Promise.all(tasks.map(async (task) => {
    let words = await wordsFor(task, index);
    for (const { text, posts } of words) if (!totals.has(text)) totals.set(text, posts);
    const { among } = task;
    if (among) {
      words = words.filter(({ text }) => isTelling(text, analyzer)).sort(byPosts)
        .slice(0, MOST_NARROWED);
      await Promise.all(words.map(async (word) => {
        const children = [among.query, /** @type {Query} */ ({ kind: 'term', term: word.text })];
        word.posts = await view.count({ kind: 'all', children });
      }));
    }
    return words.filter(({ posts }) => posts).map((word) => ({ ...word, task }));
  }));
  const postsOf = async (/** @type {string} */ word) =>
    totals.get(word) ?? (isTelling(word, analyzer) ? 0 : view.frequency(word));
  const isLeftOut = (/** @type {string} */ text) => {
    const posts = /** @type {number} */ (totals.get(text));
    const pages = titles.titles.length;
    return !isTelling(text, analyzer) || (pages >= 50 && 3 * posts > 2 * pages) ||
      isFormOfAnother(text, posts, postsOf, analyzer);
  };
  let hidden = false;
  const formOf = (/** @type {string} */ term) => {
    if (!isAscii(term)) return analyzer.isNativeStem(term) && !titles.haveNoun(term) ? '' : term;
    const form = /[a-z]/.test(term) ? titles.formOf(term) : term;
    hidden ||= !form;
    return form;
  };
  const next = sourceOf(found.flat().sort(byPosts), async ({ task, text, reading, posts }) => {
    if (names.has(text) || (await isLeftOut(text))) return;
    const form = formOf(text);
    const folded = analyzer.foldName(form);
    if (!form || names.has(folded) || shown.has(folded) || task.typed.reads(folded) < 0) return;
    shown.add(folded);
    return { text: form, kind: 'word', reading, count: posts, query: queryOf(task, form), page: null };
  });
  return { next, hidesSome: () => hidden };
};

/** Of ten three are names and three words, where there are so many; what one kind leaves the others
 * fill. @param {Task[]} tasks @param {CompletionIndex} index @param {number} limit */
const complete = async (tasks, index, limit) => {
  const { next: names, names: folded } = namesOf(tasks, index);
  const { next: words, hidesSome } = await wordsOf(tasks, index, folded);
  const titles = titlesOf(tasks, index);
  /** @type {Found[]} */
  const found = [];
  const share = Math.ceil(limit * 0.3);
  for (const least of [EXACT, KEYBOARD])
    for (const [source, most] of /** @type {[Source, number][]} */ (
      [[names, share], [words, share], [titles, limit], [names, limit], [words, limit]]))
      for (let left = most; left && found.length < limit; --left) {
        const one = await source(least);
        if (!one) break;
        found.push(one);
      }
  // Tags and categories are of one rank.
  const rank = (/** @type {Found} */ { kind }) => ['word', 'title'].indexOf(kind);
  found.sort((a, b) => a.reading - b.reading || rank(a) - rank(b));
  return { found, nothing: !found.length && !hidesSome() };
};

/**
 * Titles, tags, categories and words that go on from what was typed, or from its last word in posts
 * that match the words before. Where nothing does, from what the keys give on the other layout.
 * Cost: the files of the words that go on, mostly one or two; one more search with a word before.
 * @param {string} typed
 * @param {number} limit
 * @param {CompletionIndex} index
 * @returns {Promise<Completion[]>}  the best first
 */
export const suggest = async (typed, limit, index) => {
  const { analyzer } = index;
  const prefix = (/** @type {string} */ text) => typedPrefix(analyzer.foldName(text));
  const text = typed.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '').normalize('NFC');
  const [, before, last] = /** @type {string[]} */ (/^(?:([^]*)[ \t\n])?([^]*)$/.exec(text));
  /** @type {Task[]} */
  const tasks = [{ typed: prefix(text), before: '' }];
  if (before) tasks.push({ typed: prefix(last), among: await index.among(before), before });
  let { found, nothing } = await complete(tasks, index, limit);
  if (nothing && last.length > 1) {
    const other = isAscii(last) ? toKoreanLayout(last) : toLatinLayout(last);
    const task = { ...tasks[tasks.length - 1], typed: prefix(other) };
    ({ found } = await complete([task], index, limit));
    found = found.map((one) => ({ ...one, reading: KEYBOARD }));
  }
  return found.map(({ reading, ...completion }) => ({ ...completion, by: READINGS[reading] }));
};

// SPDX-License-Identifier: GPL-2.0-or-later
// Completions in the browser against `geul-query --suggest`, over the sample posts and, where they
// are there, over a part of posts/johngrib.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { databaseOf, dayOf, initialsOf, textsOf, viewOf } from './support/rungs_oracle.js';

const { GEUL_WEB_MODULES: modules, GEUL_SOURCE, GEUL_SHARED = '' } = process.env;
const load = (file) => import(join(modules, file));
const { suggest } = await load('rungs/suggest.js');
const { readTitles } = await load('rungs/titles.js');
const { toKoreanLayout, toLatinLayout } = await load('rungs/keyboard.js');
const { resolvePlain } = await load('grammar/plain.js');
const { makePlan } = await load('plan/plan.js');
const { createAnalyzer } = await load('analysis/analyzer.js');
const analyzer = createAnalyzer();

const valuesOf = (texts, of) => {
  const values = new Map();
  texts.forEach((text, page) => new Map(of(text).map((name) => [analyzer.foldName(name), name]))
    .forEach((name, folded) => {
      if (!values.has(folded)) values.set(folded, { text: name, pages: [] });
      values.get(folded).pages.push(page);
    }));
  return [...values.values()];
};

/** What suggest() asks of an index, over texts in memory. */
function indexOf(texts) {
  const view = viewOf(texts, analyzer);
  const names = { fold: analyzer.foldName, has: () => false };
  return {
    analyzer,
    view,
    dayOf,
    titles: readTitles(texts.map(({ title }) => title), analyzer),
    facets: [
      { key: 'tag', values: valuesOf(texts, ({ tags }) => tags) },
      { key: 'category', values: valuesOf(texts, ({ categories }) => categories) },
    ],
    async among(before) {
      const { root, extent } = resolvePlain(before, analyzer);
      if (extent !== 'something') return undefined;
      const children = root.children.map((child) => makePlan({ ...root, children: [child] }, names, 0).match);
      const query = { kind: 'all', children };
      const pages = new Set(view.match(query));
      return { query, has: (page) => pages.has(page) };
    },
  };
}

/** Words in Latin letters as titles write them. */
const shownIn = (texts) => new Set(texts.flatMap(({ title }) => analyzer.analyze(title).map(
  ({ begin, end }) => title.slice(begin, end).replace(/[^\0-\x7f].*/, '').toLowerCase())));

const folders = [join(GEUL_SOURCE, 'data/posts'), join(GEUL_SHARED, 'posts/johngrib')];
const corpora = folders.filter((folder) => existsSync(folder)).map((folder) => {
  const texts = textsOf(folder, 300);
  return { texts, db: databaseOf(texts), index: indexOf(texts), shown: shownIn(texts) };
});
after(() => corpora.forEach(({ db }) => db.remove()));

let seed = 5;
const random = (below) => (seed = (seed * 48271) % 0x7fffffff) % below;
const pick = (list) => list[random(list.length)];

/** Names in small letters: of two spellings the facets have the first, C++ the more frequent one. */
const lineOf = ({ kind, text, by, count, query }) => {
  const line = [kind, text, by, count, query].join(' | ');
  return /^(tag|category)/.test(kind) ? line.toLowerCase() : line;
};
const linesOf = (found) => found.map(lineOf);

/** Whether the browser leaves it out: a Latin word that no title shows. */
const isLeftOut = ({ kind, text }, { shown }) =>
  kind === 'word' && /[a-z]/i.test(text) && !shown.has(text.toLowerCase());

/** Compares all completions, and the first ten where none of them is left out. */
async function compare(typed, { db, index, shown }) {
  const there = db.suggestions(typed, 5000);
  const here = await suggest(typed, 5000, index);
  const kept = there.filter((one) => !isLeftOut(one, { shown }));
  assert.deepEqual(linesOf(here), linesOf(kept), typed);
  if (kept.length === there.length)
    assert.deepEqual(linesOf(await suggest(typed, 10, index)), linesOf(db.suggestions(typed, 10)), typed);
  return there.length;
}

function compares(name, make, found) {
  for (const corpus of corpora)
    test(`${name}, ${corpus.texts.length} texts`, async () => {
      let some = 0;
      for (let i = 0; i < 25; ++i) if (await compare(make(corpus.index.view.words, corpus.texts), corpus)) ++some;
      assert.ok(some >= found * 25, `${some} of 25 are completed`);
    });
}

const termOf = (words, letters) => {
  for (;;) {
    const { term } = pick(words);
    if (letters.test(term)) return term;
  }
};
const hangul = (words) => termOf(words, /^[가-힣]{2,}$/);
const cut = (word) => {
  const strokes = toLatinLayout(word);
  const typed = toKoreanLayout(strokes.slice(0, 4 + random(strokes.length)));
  return typed.length > 1 ? typed : word;
};

compares('words on the way', (words) => cut(termOf(words, /^[가-힣]{3,}$/)), 0.6);
compares('Latin words', (words) => termOf(words, /^[a-z]{3,}$/).slice(0, 2 + random(4)), 0.8);
compares('initials', (words) => initialsOf(hangul(words)).slice(0, 2 + random(2)), 0.8);
compares('behind another word', (_, texts) => {
  const words = pick(texts).body.split(' ').filter((word) => word.length > 1);
  return `${pick(words)} ${cut(pick(words))}`;
}, 0.15);
compares('the other layout', (words) =>
  random(2) ? toLatinLayout(hangul(words)) : toKoreanLayout(termOf(words, /^[a-z]{4,}$/)), 0.5);

for (const { texts, db, index } of corpora)
  test(`one character completes names and titles, ${texts.length} texts`, async () => {
    for (let i = 0; i < 15; ++i) {
      const typed = pick([hangul(index.view.words)[0], initialsOf(hangul(index.view.words))[0], pick([...'abcdst'])]);
      index.view.asked.length = 0;
      const there = db.suggestions(typed, 5000).filter(({ kind }) => kind !== 'word');
      assert.deepEqual(linesOf(await suggest(typed, 5000, index)), linesOf(there), typed);
      assert.deepEqual(index.view.asked, [], typed);
    }
  });

test('what is no text completes nothing', async () => {
  for (const typed of ['', ' \t', '\ud800', 'ㅏㅏㅏㅏ', '!!!!!?'])
    assert.deepEqual(await suggest(typed, 10, corpora[0].index), []);
});

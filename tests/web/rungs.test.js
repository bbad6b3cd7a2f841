// SPDX-License-Identifier: GPL-2.0-or-later
// The rungs in the browser against geul-query: what words stand for, over the sample posts and,
// where they are there, over a part of posts/johngrib.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { databaseOf, initialsOf, textsOf, viewOf } from './support/rungs_oracle.js';

const { GEUL_WEB_MODULES: modules, GEUL_SOURCE, GEUL_SHARED = '' } = process.env;
const load = (file) => import(join(modules, file));
const { climb, readSynonyms } = await load('rungs/ladder.js');
const { correct } = await load('rungs/correct.js');
const { strokeDistance } = await load('rungs/typo.js');
const { loanwordSpellings } = await load('rungs/spelling.js');
const { toKoreanLayout, toLatinLayout } = await load('rungs/keyboard.js');
const { halfTypedPatterns, matches } = await load('rungs/typing.js');
const { parse, resolve } = await load('grammar/grammar.js');
const { meantToString } = await load('grammar/print.js');
const { createAnalyzer } = await load('analysis/analyzer.js');
const analyzer = createAnalyzer();

const SYNONYMS = '시간 = 때 = 소요 시간\n사람 => 인간 = 개발자\n데이터 베이스 = DB\n';
const TABLE = [
  { words: ['시간', '때', '소요 시간'] },
  { words: ['사람', '인간', '개발자'], oneWay: true },
  { words: ['데이터 베이스', 'DB'] },
];
/** As much as on the C++ side. */
const REACH = { initials: 64, few: Infinity, endings: Infinity, pairs: 32 };

const folders = [join(GEUL_SOURCE, 'data/posts'), join(GEUL_SHARED, 'posts/johngrib')];
const corpora = folders.filter((folder) => existsSync(folder)).map((folder) => {
  const texts = textsOf(folder, 300);
  return { folder, texts, db: databaseOf(texts, { synonyms: SYNONYMS }), view: viewOf(texts, analyzer, { positions: true }) };
});
after(() => corpora.forEach(({ db }) => db.remove()));

let seed = 7;
const random = (below) => (seed = (seed * 48271) % 0x7fffffff) % below;
const pick = (list) => list[random(list.length)];
const several = (count, make) => Array.from({ length: count }, make).filter(Boolean);

async function climbed(query, { view }, options) {
  const meant = resolve(parse(query, [], analyzer), analyzer, 20240718);
  await climb(meant, view, analyzer, options);
  return meant;
}

const synonyms = readSynonyms(TABLE, analyzer);
const alternativesOf = (node) => [node, ...node.children].flatMap(({ alternatives }) => alternatives);
const printed = async (query, corpus) =>
  meantToString((await climbed(query, corpus, { synonyms, reach: REACH })).root);

/** Compares what queries mean with the C++ side; `found` of them have to stand for something. */
function compares(name, make, found) {
  for (const corpus of corpora)
    test(`${name}, ${corpus.texts.length} texts`, async () => {
      const queries = several(80, () => make(corpus.view.words, corpus));
      const answers = corpus.db.answers(queries);
      let standing = 0;
      for (const [i, query] of queries.entries()) {
        const { meant } = answers[i].query;
        if (meant.includes(' typo:')) continue; // below
        assert.equal(await printed(query, corpus), meant, query);
        if (meant.includes('(or')) ++standing;
      }
      assert.ok(standing >= found * queries.length, `${standing} of ${queries.length} stand for more`);
    });
}

const hangul = (words, least = 2) => {
  for (;;) {
    const { term } = pick(words);
    if (term.length >= least && /^[가-힣]+$/.test(term)) return term;
  }
};
const halfTyped = (words) => {
  const strokes = toLatinLayout(hangul(words));
  return toKoreanLayout(strokes.slice(0, 3 + random(strokes.length)));
};

compares('half-typed words', (words) => (random(3) ? '' : `${hangul(words)} `) + halfTyped(words), 0.2);
compares('half-typed endings', (words) => hangul(words) + pick(['르', '으', '에ㅅ', '까', '이ㄹ', '느']), 0.2);
compares('initials', (words) => {
  const word = hangul(words);
  if (word.length > 3 && !random(2)) return initialsOf(word.slice(0, 2)) + word.slice(2);
  return word.length < 4 ? initialsOf(word) : undefined;
}, 0.9);
compares('the other layout', (words) => {
  const { term } = pick(words);
  if (random(2)) return toLatinLayout(hangul(words));
  return term.length > 5 && /[^aeiouy]{4}/i.test(term) ? undefined : toKoreanLayout(term);
}, 0.3);
compares('spellings', (words) => pick(loanwordSpellings(hangul(words)))?.text, 0.1);
compares('spacing', (words) => {
  const [one, other] = [hangul(words), hangul(words)];
  return pick([one + other, `${hangul(words, 4).replace(/^../, '$& ')}`, `${one} ${other}`]);
}, 0.05);
compares('synonyms', (words) =>
  pick(['시간이', '때', '소요 시간을', '사람', '인간', '데이터베이스', '데이터 베이스에', 'db', 'DB 시간']) +
  (random(2) ? ` ${hangul(words)}` : ''), 0.5);
compares('signs, groups and fields', (words) => {
  const [one, other] = [halfTyped(words), hangul(words)];
  const field = pick(['title:', 'body:', '']);
  const initials = initialsOf(other.slice(0, 3));
  return pick([`+${one} -${other}ㅅ`, `${field}${other} OR ${one}`, `"${one}" ${field}${other}`,
    `${field}(${other} ${one})`, `${other.slice(0, 1)}* ${field}${initials} ${one}`]);
}, 0.1);
compares('words as they are', (words) => several(1 + random(4), () => pick(words).term)
  .filter((term) => /^[a-z가-힣]+$/.test(term)).join(' ') || undefined, 0);

/** One stroke missing, doubled, exchanged for another or with the next. */
const misspell = (word) => {
  const strokes = toLatinLayout(word);
  const at = random(strokes.length);
  const [before, here, behind] = [strokes.slice(0, at), strokes[at], strokes.slice(at + 1)];
  const there = pick([[], [here, here], [pick([...'qwertasdfgzxcvyuiophjklbnm'])], [behind[0] ?? '', here]]);
  return toKoreanLayout(before + there.join('') + (there[1] === here ? behind.slice(1) : behind));
};

/** Whether nearestWord() looks at a word at all. */
const isLookedAt = (typed, word) =>
  /^[a-z]/.test(typed)
    ? typed.slice(0, 2) === word.slice(0, 2)
    : initialsOf(typed)[0] === initialsOf(word)[0];

for (const corpus of corpora)
  test(`typos, ${corpus.texts.length} texts`, async () => {
    const latin = corpus.view.words.filter(({ term }) => /^[a-z]{5,}$/.test(term));
    const typed = several(300, (_, i) =>
      i % 4 ? misspell(hangul(corpus.view.words, 3)) : toLatinLayout(misspell(pick(latin).term)))
      .filter((word) => /^([가-힣]{2,}|[a-z]+)$/.test(word));
    const answers = corpus.db.answers(typed);
    let same = 0;
    let told = 0;
    for (const [i, word] of typed.entries()) {
      const [, there] = / typo:([^ )]+)/.exec(answers[i].query.meant) ?? [];
      if (!there) continue;
      ++told;
      const meant = await climbed(word, corpus, { synonyms, reach: REACH });
      const how = answers[i].query.meant.includes(`${word} typo`) ? 'in_place_of_pairs' : 'beside';
      const [found] = await correct(meant, corpus.view, analyzer, how);
      if (found?.instead === there) {
        ++same;
        assert.equal(meantToString(meant.root), answers[i].query.meant);
        assert.deepEqual([found.typed, found.begin, found.end], [meant.root.children[0].words[0].surface, 0, word.length]);
      } else {
        const key = meant.root.children[0].words[0].terms[0].term;
        assert.ok(!isLookedAt(key, there), `${key}: ${there} was not found, but ${found?.instead}`);
        assert.ok(!found || strokeDistance(key, found.instead) >= strokeDistance(key, there));
      }
    }
    assert.ok(told > 50 && same > 0.75 * told, `${same} of ${told}`);
  });

test('long queries are widened in part, with a note', async () => {
  const [corpus] = corpora;
  for (const [words, notes] of [[32, 0], [33, 1]]) {
    const query = Array(words).fill('시간').join(' ');
    const meant = await climbed(query, corpus, { synonyms });
    assert.equal(meant.notes.length, notes);
    assert.equal(meantToString(meant.root), corpus.db.answers([query])[0].query.meant);
  }
  const long = await climbed('ㄱ'.repeat(33), corpus, { reach: REACH });
  assert.deepEqual(alternativesOf(long.root), []);
  const nine = Array(9).fill('ㄱㅅ가').join(' 시간 ');
  assert.equal(await printed(nine, corpus), corpus.db.answers([nine])[0].query.meant);
});

test('initials stand for as many words as the reach allows, the most frequent', async () => {
  for (const corpus of corpora) {
    const all = await climbed('ㄱㄱ', corpus, { reach: REACH });
    const few = await climbed('ㄱㄱ', corpus, { reach: { ...REACH, initials: 2 } });
    const [most, least] = [all, few].map(({ root }) =>
      alternativesOf(root).filter(({ rung }) => rung === 'initials'));
    assert.ok(most.length > 2);
    assert.deepEqual(least, most.slice(0, 2));
  }
});

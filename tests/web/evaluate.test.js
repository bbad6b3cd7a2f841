// SPDX-License-Identifier: GPL-2.0-or-later
// Queries over decoded postings against a slow plain oracle, which walks over the documents' own
// terms with the formula of Robertson and Zaragoza as Xapian has it. That Xapian does the same is
// seen in parity.test.js.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { modules, source } from './support/places.js';
import { countTerms, encodeSite, fetchOf, plainAnalyzer, readLength } from './support/encode.js';
import { random, randomSite } from './support/random_site.js';

const { decodeEntry } = await import(`${modules}/index/entry.js`);
const { openFiles } = await import(`${modules}/index/files.js`);
const { openIndex } = await import(`${modules}/index/index.js`);
const { crossingPair, estimate } = await import(`${modules}/index/evaluate.js`);

const K1 = 0.95;
const B = 0.7;
const LEAST = 0.3;

function oracle(pages) {
  const documents = pages.map((page) => {
    const { terms, length } = countTerms(page, plainAnalyzer);
    return {
      terms,
      length: readLength(length),
      exact: length,
      day: +(page.date ?? '').slice(0, 10).replace(/-/g, ''),
    };
  });
  const n = documents.length;
  const mean = documents.reduce((sum, { exact }) => sum + exact, 0) / n;
  const frequency = (term) => documents.filter(({ terms }) => terms.has(term)).length;

  /** Of terms that count as one. */
  const bm25 = (terms, document, documents_) => {
    const odds = (n - documents_ + 0.5) / (documents_ + 0.5);
    const idf = Math.log(odds < 2 ? odds / 2 + 1 : odds);
    const f = terms.reduce((sum, term) => sum + (document.terms.get(term)?.frequency ?? 0), 0);
    const length = Math.max(document.length / mean, LEAST);
    return (idf * (K1 + 1) * f) / (K1 * (length * B + 1 - B) + f);
  };
  const expanded = (begin) =>
    [...new Set(documents.flatMap(({ terms }) => [...terms.keys()]))].filter((term) =>
      term.startsWith(begin),
    );

  const matches = (query, document, page) => {
    const has = (child) => matches(child, document, page);
    switch (query.kind) {
      case 'nothing':
        return false;
      case 'everything':
        return true;
      case 'term':
        return document.terms.has(query.term);
      case 'alike':
        return query.terms.some((term) => document.terms.has(term));
      case 'prefix':
        return expanded(query.begin).some((term) => document.terms.has(term));
      case 'any':
        return query.children.some(has);
      case 'all':
      case 'filtered':
        return query.children.every(has);
      case 'without':
        return has(query.children[0]) && !query.children.slice(1).some(has);
      case 'boosted':
        return has(query.children[0]);
      case 'scaled':
      case 'bonus':
        return has(query.child);
      case 'days':
        return document.day >= query.days.first && document.day <= query.days.last;
      case 'pages':
        return query.pages.includes(page);
      case 'phrase':
        return query.terms.every(
          (term, i) =>
            document.terms.has(term) &&
            (!i ||
              !crossingPair(query.terms[i - 1], term) ||
              document.terms.has(crossingPair(query.terms[i - 1], term))),
        );
    }
    throw new Error(query.kind);
  };
  const weight = (query, document, page) => {
    if (!matches(query, document, page)) return 0;
    const sum = (children) =>
      children.reduce((total, child) => total + weight(child, document, page), 0);
    const alike = (terms) =>
      bm25(terms, document, estimate(terms.map(frequency).filter(Boolean), n));
    switch (query.kind) {
      case 'term':
        return bm25([query.term], document, frequency(query.term));
      case 'alike':
        return alike(query.terms);
      case 'prefix':
        return alike(expanded(query.begin));
      case 'any':
      case 'all':
      case 'boosted':
        return sum(query.children);
      case 'without':
      case 'filtered':
        return sum(query.children.slice(0, 1));
      case 'scaled':
        return query.factor * weight(query.child, document, page);
      case 'bonus':
        return query.factor;
      case 'phrase':
        return sum(query.terms.map((term) => ({ kind: 'term', term })));
      default:
        return 0;
    }
  };
  return { documents, matches, weight };
}

function randomQuery({ below, pick, list }, terms, depth) {
  const leaf = () =>
    pick([
      { kind: 'term', term: pick(terms) },
      { kind: 'term', term: pick(terms) },
      { kind: 'term', term: '없는말' },
      {
        kind: 'alike',
        terms: [pick(terms), pick(terms)].filter((term, i, all) => all.indexOf(term) === i),
      },
      { kind: 'prefix', begin: pick(['검', '데이', 'j', '서']) },
      { kind: 'days', days: { first: 20120101, last: 20180101 } },
      { kind: 'phrase', terms: [pick(terms), pick(terms)].map((term) => term.replace(/^B/, '')) },
      { kind: 'pages', pages: [0, 3] },
      { kind: 'everything' },
      { kind: 'nothing' },
    ]);
  if (!depth || !below(4)) return leaf();
  const child = () => randomQuery({ below, pick, list }, terms, depth - 1);
  const children = [child(), child(), ...list(2, child)];
  return pick([
    { kind: 'any', children },
    { kind: 'all', children },
    { kind: 'boosted', children },
    { kind: 'without', children },
    { kind: 'filtered', children },
    { kind: 'scaled', factor: pick([0, 0.5, 2]), child: children[0] },
    { kind: 'bonus', factor: 3, child: children[0] },
  ]);
}

test('random queries match and weigh as in the documents', async () => {
  let matched = 0;
  for (let seed = 1; seed < 25; ++seed) {
    const source = random(seed);
    const site = encodeSite(randomSite(seed, 4 + seed).documents, plainAnalyzer, { rowsAFile: 6 });
    const slow = oracle(site.pages);
    const terms = [...new Set(slow.documents.flatMap(({ terms }) => [...terms.keys()]))];
    const files = openFiles(fetchOf(site.files), 'http://site/');
    const index = openIndex(files, decodeEntry(site.payloads.get('geul.bin')), plainAnalyzer);
    for (let i = 0; i < 60; ++i) {
      const query = randomQuery(source, terms, 3);
      const { mark, weights } = await index.evaluate(query);
      const mask = mark(query);
      const weighed = weights(query);
      slow.documents.forEach((document, page) => {
        const wanted = slow.matches(query, document, page);
        assert.equal(mask[page], +wanted, JSON.stringify(query));
        if (!wanted) return;
        ++matched;
        const weight = slow.weight(query, document, page);
        assert(
          Math.abs(weighed[page] - weight) < 1e-9,
          `${weighed[page]} for ${weight}: ${JSON.stringify(query)}`,
        );
      });
    }
  }
  assert(matched > 1000);
});

test('terms alike are as frequent as Xapian guesses', () => {
  assert.equal(estimate([], 100), 0);
  assert.equal(estimate([7], 100), 7);
  // 10 and 20 of 100: 10 + 20 - 2; with 50: 28 + 50 - 14.
  assert.equal(estimate([20, 10], 100), 28);
  assert.equal(estimate([50, 20, 10], 100), 64);
});

test('the numbers of the ranking are those of profile.hpp', async () => {
  const { NEARBY, PROFILE } = await import(`${modules}/plan/profile.js`);
  const header = readFileSync(`${source}/common/index/profile.hpp`, 'utf8');
  const there = Object.fromEntries(
    [...header.matchAll(/^ {2}double (\w+) = ([\d.]+);/gm)].map(([, name, value]) => [name, +value]),
  );
  // Without a search box that asks for them.
  delete there.recency;
  delete there.shared_tag;
  assert.deepEqual({ ...PROFILE }, there);
  assert.equal(NEARBY, +(/kNearby = (\d+)/.exec(header)?.[1] ?? 0));
});

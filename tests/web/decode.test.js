// SPDX-License-Identifier: GPL-2.0-or-later
// The reader of a static index against the encoder, which knows the format alone; and against files
// that are cut short or changed: an error of its own, or an answer, and never anything else.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modules } from './support/places.js';
import {
  compareBytes,
  countTerms,
  daysOf,
  deflated,
  encodeSite,
  fetchOf,
  initialsOf,
  plainAnalyzer,
  readLength,
} from './support/encode.js';
import { randomSite } from './support/random_site.js';

const { decodeEntry } = await import(`${modules}/index/entry.js`);
const { openFiles } = await import(`${modules}/index/files.js`);
const { openIndex } = await import(`${modules}/index/index.js`);
const { GeulError } = await import(`${modules}/index/errors.js`);
const { bound, compareBytes: compare, reader } = await import(`${modules}/index/bytes.js`);

const BASE = 'http://site/';

function opened(site, log) {
  const files = openFiles(fetchOf(site.files, log), BASE);
  return openIndex(files, decodeEntry(site.payloads.get('geul.bin')), plainAnalyzer);
}

test('the entry says of each page what was written', () => {
  for (let seed = 1; seed < 20; ++seed) {
    const { documents } = randomSite(seed, seed * 3);
    const site = encodeSite(documents, plainAnalyzer, { settings: { facets: ['series'] } });
    const entry = decodeEntry(site.payloads.get('geul.bin'));
    assert.equal(entry.size, documents.length);
    assert.deepEqual(entry.settings, { facets: ['series'] });
    site.pages.forEach((page, number) => {
      assert.equal(entry.dayOf(number), (page.date ?? '').slice(0, 10));
      assert.equal(entry.length(number), readLength(countTerms(page, plainAnalyzer).length));
    });
  }
});

test('every term has the postings that were counted', async () => {
  for (let seed = 1; seed < 12; ++seed) {
    const site = encodeSite(randomSite(seed, 12).documents, plainAnalyzer, {
      rowsAFile: 1 + (seed % 9),
    });
    const index = opened(site);
    const wanted = new Map();
    site.pages.forEach((page, number) => {
      for (const [stored, { frequency }] of countTerms(page, plainAnalyzer).terms)
        wanted.set(stored, [...(wanted.get(stored) ?? []), [number, frequency]]);
    });
    for (const [stored, postings] of wanted) {
      const { pages, frequencies } = await index.postings(stored);
      assert.deepEqual(
        Array.from(pages, (page, i) => [page, frequencies[i]]),
        postings,
        stored,
      );
    }
    for (const stored of ['없는말', 'B없는', 'zzzz', '가가가가', ''])
      assert.equal(await index.postings(stored), undefined);
  }
});

test('words of a beginning, of initials, and of a field are those of the documents', async () => {
  for (let seed = 1; seed < 12; ++seed) {
    const site = encodeSite(randomSite(seed, 14).documents, plainAnalyzer, {
      rowsAFile: 1 + (seed % 7),
    });
    const { view, postings } = opened(site);
    const terms = new Map();
    const inTitles = new Map();
    site.pages.forEach((page, number) => {
      for (const [stored, { fields }] of countTerms(page, plainAnalyzer).terms) {
        terms.set(stored, (terms.get(stored) ?? 0) + 1);
        if (fields.has('title')) inTitles.set(stored, [...(inTitles.get(stored) ?? []), number]);
      }
    });
    const all = [...terms]
      .filter(([term]) => !term.startsWith('B'))
      .sort(([a], [b]) => compareBytes(a, b));
    for (const begin of ['검', '검색', '데', 'j', '서버', '😀', 'ﬀ', '힣']) {
      const found = (await view.wordsFrom(begin)).map(({ term, documents }) => [term, documents]);
      assert.deepEqual(
        found,
        all.filter(([term]) => term.startsWith(begin)),
        begin,
      );
    }
    for (const initials of ['ㄱ', 'ㄱㅅ', 'ㄷ', 'ㅇㅈ', 'ㅎ']) {
      const hangul = all.filter(([term]) => /^[가-힣]+$/.test(term));
      for (const whole of [false, true]) {
        const found = (await view.wordsOfInitials(initials, whole)).map(({ term, documents }) => [
          term,
          documents,
        ]);
        const wanted = hangul.filter(([term]) =>
          whole ? initialsOf(term) === initials : initialsOf(term).startsWith(initials),
        );
        assert.deepEqual(found.sort(), wanted.sort(), initials);
      }
    }
    for (const [stored, pages] of inTitles)
      assert.deepEqual(Array.from((await postings(`S:${stored}`)).pages), pages, stored);
  }
});

test('fragments and facets come back as they were', async () => {
  const site = encodeSite(randomSite(5, 20).documents, plainAnalyzer);
  const index = opened(site);
  for (const [number, page] of site.pages.entries())
    for (const [unit, section] of page.sections.entries()) {
      const { title, url, tags, parts } = await index.fragment(number, unit);
      assert.deepEqual({ title, url, tags }, { title: page.title, url: page.url, tags: page.tags });
      assert.equal(parts.find(({ kind }) => kind === 0)?.content ?? '', section.text);
      assert.equal(parts.find(({ kind }) => kind === 1)?.content ?? '', section.code);
    }
  const [tags] = await index.facets();
  for (const { text, pages } of tags.values)
    assert.deepEqual(
      [...pages],
      site.pages.flatMap((page, i) => (page.tags.includes(text) ? [i] : [])),
    );
});

test('texts are ordered by the bytes of their UTF-8', () => {
  const texts = [
    '',
    'a',
    'ab',
    'b',
    '가',
    '가나',
    '힣',
    '\ud7ff',
    '\ue000',
    '\uffff',
    '😀',
    '😀a',
    'a😀',
    'a\uffff',
  ];
  for (const a of texts)
    for (const b of texts)
      assert.equal(Math.sign(compare(a, b)), Math.sign(compareBytes(a, b)), `${a} ${b}`);
  assert.equal(
    bound(5, (i) => i < 3),
    3,
  );
});

test('numbers end within five bytes and below 2^32', () => {
  assert.equal(reader(Uint8Array.of(255, 255, 255, 255, 15)).int(), 2 ** 32 - 1);
  for (const bytes of [[255, 255, 255, 255, 16], [128], [], [255, 255, 255, 255, 255, 1]])
    assert.throws(() => reader(Uint8Array.from(bytes)).int(), RangeError);
});

/** Asks for everything that a search may ask for. */
async function useAll(site) {
  const files = openFiles(fetchOf(site.files), BASE);
  const entry = await files.read('geul.bin', decodeEntry, {});
  const index = openIndex(files, entry, plainAnalyzer);
  await Promise.all([
    index.view.wordsFrom('검'),
    index.view.wordsOfInitials('ㄱ'),
    index.postings('검색'),
    index.postings('B검색'),
    index.postings('S:B검색'),
    index.postings('N:tag:검색'),
    index
      .evaluate({ kind: 'term', term: '서버' })
      .then(({ weights }) => weights({ kind: 'term', term: '서버' })),
    index.fragment(0, 0),
  ]);
  return Array.from({ length: entry.size }, (_, page) => entry.dayOf(page));
}

const small = () => encodeSite(randomSite(3, 3).documents, plainAnalyzer, { rowsAFile: 40 });

async function endsWell(site, what) {
  try {
    await useAll(site);
    return true;
  } catch (error) {
    assert(error instanceof GeulError, `${what}: ${error?.stack}`);
    return false;
  }
}

test('a file cut short anywhere is corrupt', async () => {
  const site = small();
  const whole = await endsWell(site, 'whole');
  assert(whole);
  for (const [file, bytes] of site.payloads)
    for (
      let end = 0;
      end < bytes.length;
      end += file === 'geul.bin' || bytes.length < 100 ? 1 : 7
    ) {
      // Of the payload, so that it inflates well and is yet too short.
      const files = new Map([
        ...site.files,
        ...deflated(new Map([[file, bytes.subarray(0, end)]])),
      ]);
      const fine = await endsWell({ files }, `${file} cut at ${end}`);
      if (file === 'geul.bin') assert(!fine, `geul.bin cut at ${end}`);
    }
});

test('a deflate stream cut short or changed ends well', async () => {
  const site = small();
  let state = 7;
  const below = (n) => (state = (state * 1103515245 + 12345) % 2 ** 31) % n;
  for (const [file, bytes] of site.files)
    for (let round = 0; round < 30; ++round) {
      const changed = round < 10 ? bytes.subarray(0, below(bytes.length)) : Uint8Array.from(bytes);
      if (round >= 10) changed[below(changed.length)] ^= 1 << below(8);
      await endsWell({ files: new Map([...site.files, [file, changed]]) }, `${file} ${round}`);
    }
});

test('a payload with changed bytes ends well', async () => {
  const site = small();
  let state = 11;
  const below = (n) => (state = (state * 1103515245 + 12345) % 2 ** 31) % n;
  let errors = 0;
  for (const [file, bytes] of site.payloads)
    for (let round = 0; round < 40; ++round) {
      const changed = Uint8Array.from(bytes);
      for (let i = 0; i <= round % 4; ++i) changed[below(changed.length)] = below(256);
      errors += !(await endsWell(
        { files: new Map([...site.files, ...deflated(new Map([[file, changed]]))]) },
        `${file} ${round}`,
      ));
    }
  assert(errors > 50, `${errors} of them were noticed`);
});

test('days are counted from the first of year 1', () => {
  assert.equal(daysOf('0001-01-01'), 0);
  assert.equal(daysOf('1970-01-01'), 719162);
});

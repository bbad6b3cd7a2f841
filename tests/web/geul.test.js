// SPDX-License-Identifier: GPL-2.0-or-later
// geul.js as a page uses it: errors by their codes, a site published anew, aborted searches, what is
// asked for and when; and that nothing typed makes it fail.
import assert from 'node:assert/strict';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { encodeSite, fetchOf, plainAnalyzer } from './support/encode.js';
import { randomOf } from './support/random.js';
import { build, modules } from './support/places.js';

const { open, GeulError } = await import(`${modules}/geul.js`);
const { openFiles } = await import(`${modules}/index/files.js`);
const { createAnalyzer, fingerprint } = await import(`${modules}/analysis/analyzer.js`);

const BASE = 'http://site/';
const analysis = `${fingerprint}unicode:15.0`;

const POSTS = [
  {
    title: '검색 엔진을 만들다',
    url: '/engine/',
    date: '2022-07-28T09:00:00+09:00',
    tags: ['검색', 'Spring Boot'],
    categories: ['개발'],
    sections: [
      {
        level: 1,
        heading: '색인',
        anchor: 'index',
        text: '역색인은 단어에서 글로 간다. 검색엔진은 색인을 읽는다.',
      },
      {
        level: 2,
        heading: '순위',
        anchor: 'rank',
        text: '드문 단어가 많이 나오는 글이 먼저 나온다.',
        code: 'sort(posts)',
      },
    ],
  },
  {
    title: '데이터베이스 이야기',
    url: '/db/',
    date: '2021-01-02T00:00:00Z',
    tags: ['데이터'],
    series: '자료',
    sections: [
      {
        level: 1,
        heading: '서론',
        anchor: 'start',
        text: '데이터베이스는 자료를 모은다. 검색은 그다음이다.',
      },
    ],
  },
  {
    title: '<script>alert(1)</script> & "따옴표"',
    url: '/odd/',
    tags: ['<b>'],
    sections: [{ level: 0, text: '쿠버네티스를 설치한다. 콘텐츠와 컨테이너.' }],
  },
];

const publish = (posts = POSTS, options = {}) =>
  encodeSite(posts, createAnalyzer(), { analysis, settings: { facets: ['series'] }, ...options });
const opened = (site, log) => open({ base: BASE, fetch: fetchOf(site.files, log) });
const urlsOf = ({ hits }) => hits.map(({ postUrl }) => postUrl);
const rejects = (promise, code, file) =>
  assert.rejects(
    promise,
    (error) =>
      error instanceof GeulError && error.code === code && (!file || file.test(error.file)),
  );

test('counts that are none are 0', async () => {
  const geul = await opened(publish());
  for (const options of [{ limit: -1 }, { limit: NaN }, { offset: -5, limit: 2.5 }]) {
    const { hits } = await geul.search('검색', options);
    assert.deepEqual(
      hits.map(({ rank }) => rank),
      hits.map((_, i) => i + 1),
    );
    assert.equal(hits.length, options.offset ? 2 : 0);
  }
});

test('a search finds, shows and counts', async () => {
  const geul = await opened(publish());
  assert.equal(geul.size, 3);
  assert.deepEqual(geul.facetNames, [
    'tag',
    'category',
    'author',
    'series',
    'year',
    'month',
    'day',
  ]);
  const result = await geul.search('검색', { facets: ['tag', 'year'] });
  assert.deepEqual(urlsOf(result), ['/engine/', '/db/']);
  const [first] = result.hits;
  assert.equal(first.url, '/engine/#index');
  assert.deepEqual(
    first.titleHighlights.map(([begin, end]) => first.title.slice(begin, end)),
    ['검색'],
  );
  assert.deepEqual(
    first.excerpt.highlights.map(([begin, end]) => first.excerpt.text.slice(begin, end)),
    ['검색엔진은'],
  );
  assert.deepEqual(result.facets.year, [
    { value: '2022', count: 1, selected: false },
    { value: '2021', count: 1, selected: false },
  ]);
  assert.deepEqual(result.total, { count: 2, exact: true });
});

test('of an anchor what no address may hold is encoded', async () => {
  const sections = [{ level: 1, heading: '서론', anchor: '첫 날\n\x1b"<b>`100%25', text: '너구리' }];
  const geul = await opened(publish([{ title: '글', url: '/a/', tags: [], sections }]));
  const { hits } = await geul.search('너구리');
  assert.equal(hits[0].url, '/a/#첫%20날%0A%1B%22%3Cb%3E%60100%25');
});

test('filters restrict, and leave their own facet whole', async () => {
  const geul = await opened(publish());
  const result = await geul.search('검색', {
    filters: { tag: ' SPRING  boot ' },
    facets: ['tag', 'series'],
  });
  assert.deepEqual(urlsOf(result), ['/engine/']);
  assert.deepEqual(
    Object.fromEntries(result.facets.tag.map(({ value, count }) => [value, count])),
    { 검색: 1, 'Spring Boot': 1, 데이터: 1 },
  );
  assert.deepEqual(
    result.facets.tag.filter(({ selected }) => selected).map(({ value }) => value),
    ['Spring Boot'],
  );
  assert.deepEqual(urlsOf(await geul.search('', { filters: { series: '자료' } })), ['/db/']);
  assert.deepEqual(urlsOf(await geul.search('', { filters: { since: '2022' } })), ['/engine/']);
  assert.deepEqual(urlsOf(await geul.search('', { sort: 'oldest' })), [
    '/db/',
    '/engine/',
    '/odd/',
  ]);
  const odd = await geul.search('검색', { filters: { since: '언젠가', colour: 'red' } });
  assert.equal(odd.notes.length, 2);
  assert.equal(odd.total.count, 2);
});

test('a facet may be named as what all objects have', async () => {
  const posts = [
    { title: '하나', url: '/1/', constructor: '값', sections: [] },
    { title: '둘', url: '/2/', constructor: '다른 값', sections: [] },
  ];
  const geul = await opened(publish(posts, { settings: { facets: ['constructor'] } }));
  const { hits, notes, facets } = await geul.search('', {
    filters: { constructor: '값', ...JSON.parse('{"__proto__": ["x"]}') },
    facets: ['constructor', '__proto__'],
  });
  assert.deepEqual(
    hits.map(({ title }) => title),
    ['하나'],
  );
  assert.deepEqual(notes, ['there is no facet "__proto__"']);
  assert.deepEqual(
    Object.entries(facets).map(([key, values]) => [key, values.map(({ value }) => value).sort()]),
    [['constructor', ['값', '다른 값']]],
  );
});

test('pinned posts stand first, and synonyms find', async () => {
  const pinned = [{ query: ' 검색 ', pages: [0] }];
  const synonyms = [{ words: ['k8s', '쿠버네티스'] }];
  const geul = await opened(publish(POSTS, { settings: { pinned }, synonyms }));
  const [first, ...others] = (await geul.search('검색')).hits;
  assert.deepEqual([first.postUrl, first.matchedBy[0]], ['/odd/', 'pinned']);
  assert.equal(others.length, 2);
  const found = await geul.search('k8s');
  assert.deepEqual([urlsOf(found), found.hits[0].matchedBy], [['/odd/'], ['synonym']]);
});

test('a site published anew is read anew, once', async () => {
  const old = publish();
  const now = publish([
    ...POSTS,
    { title: '새 글의 검색', url: '/new/', date: '2023-01-01T00:00:00Z', sections: [] },
  ]);
  let files = old.files;
  const log = [];
  const geul = await open({ base: BASE, fetch: fetchOf(() => files, log) });
  const { build } = geul;
  files = now.files;
  assert.deepEqual(urlsOf(await geul.search('검색')).includes('/new/'), true);
  assert.notEqual(geul.build, build);
  assert.equal(geul.size, 4);
  assert.equal(log.filter((file) => file === 'geul.bin').length, 2);
});

test('errors have the code of what is wrong', async () => {
  const { files } = publish();
  const without = (test) => new Map([...files].filter(([file]) => !test(file)));
  const html = async () =>
    new Response('<!doctype html>', { headers: { 'content-type': 'text/html; charset=utf-8' } });
  await rejects(open({ base: BASE, fetch: fetchOf(new Map()) }), 'missing', /geul\.bin/);
  await rejects(open({ base: BASE, fetch: html }), 'missing');
  await rejects(
    open({ base: BASE, fetch: () => Promise.reject(new TypeError('no network')) }),
    'offline',
  );
  await rejects(
    open({ base: BASE, fetch: async () => new Response('', { status: 503 }) }),
    'offline',
  );
  await rejects(open({ base: BASE, fetch: async () => new Response('geul') }), 'corrupt');
  const bomb = deflateRawSync(Buffer.alloc(70 << 20));
  await rejects(open({ base: BASE, fetch: async () => new Response(bomb) }), 'corrupt');
  await rejects(
    opened(publish(POSTS, { analysis: 'geul-0' })).then((geul) => geul.search('검색')),
    'incompatible',
  );
  const geul = await open({ base: BASE, fetch: fetchOf(without((file) => file.startsWith('t/'))) });
  await rejects(geul.search('검색'), 'missing', /^t\//);
  let at = files;
  const gone = await open({ base: BASE, fetch: fetchOf(() => at) });
  at = new Map();
  await rejects(gone.search('검색'), 'stale');
  at = new Map([...publish(POSTS.slice(1)).files].filter(([file]) => file === 'geul.bin'));
  await rejects(gone.search('검색'), 'stale');
  at = files;
  assert.equal(
    (await gone.search('검색')).total.count,
    2,
    'and it goes on when the files are back',
  );
});

test('code that is not there is an error with a code', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'geul-code-'));
  try {
    await cp(modules, folder, { recursive: true });
    await rm(join(folder, 'engine.js'));
    const other = await import(join(folder, 'geul.js'));
    const geul = await other.open({ base: BASE, fetch: fetchOf(publish().files) });
    await assert.rejects(
      geul.search('검색'),
      (error) => error instanceof other.GeulError && error.code === 'stale',
    );
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('what was asked for early in vain is asked for again', async () => {
  const { files, payloads } = publish();
  const log = [];
  let works = false;
  const fetch = async (url, init) => {
    if (!works) throw new TypeError('no network');
    return fetchOf(files, log)(url, init);
  };
  const kept = openFiles(fetch, BASE);
  kept.warm('geul.bin');
  await new Promise((resolve) => setTimeout(resolve, 5));
  works = true;
  const size = await kept.get('geul.bin', (bytes) => bytes.length);
  assert.equal(size, payloads.get('geul.bin').length);
});

test('a file of another format is incompatible', async () => {
  const { payloads } = publish();
  const bytes = Uint8Array.from(payloads.get('geul.bin'));
  bytes[4] = 2;
  await rejects(
    open({ base: BASE, fetch: async () => new Response(deflateRawSync(bytes)) }),
    'incompatible',
  );
});

test('an aborted search rejects, gives up its files, and harms no other', async () => {
  const { files } = publish();
  const given = [];
  let wait = true;
  let waiting = 0;
  const slow = (url, init) =>
    new Promise((resolve, reject) => {
      init?.signal?.addEventListener('abort', () => {
        given.push(url);
        reject(new DOMException('aborted', 'AbortError'));
      });
      waiting += url.includes('/t/');
      const go = () =>
        wait && url.includes('/t/') ? setTimeout(go, 5) : resolve(fetchOf(files)(url));
      go();
    });
  const geul = await open({ base: BASE, fetch: slow });
  const aborted = AbortSignal.abort();
  await assert.rejects(geul.search('검색', { signal: aborted }), { name: 'AbortError' });
  const [first, second] = [new AbortController(), new AbortController()];
  const one = geul.search('검색', { signal: first.signal });
  const two = geul.search('검색', { signal: second.signal });
  while (!waiting) await new Promise((resolve) => setTimeout(resolve, 5));
  await new Promise((resolve) => setTimeout(resolve, 50)); // the second has joined
  first.abort();
  await assert.rejects(one, { name: 'AbortError' });
  assert.deepEqual(given, [], 'the other search waits for the same file');
  const third = new AbortController();
  second.abort();
  await assert.rejects(two, { name: 'AbortError' });
  assert.ok(given.length > 0);
  assert.equal(new Set(given).size, given.length);
  wait = false;
  assert.equal((await geul.search('검색', { signal: third.signal })).total.count, 2);
});

test('the directory, which every search needs, outlives the search that asked for it', async () => {
  await (await opened(publish())).search('검색'); // the code is there
  const log = [];
  const { files } = publish();
  const slow = async (url, init) => {
    const answer = await fetchOf(files, log)(url, init);
    if (/\/x\//.test(url)) await new Promise((resolve) => setTimeout(resolve, 100));
    return answer;
  };
  const geul = await open({ base: BASE, fetch: slow });
  const first = new AbortController();
  const one = geul.search('검색', { signal: first.signal });
  await new Promise((resolve) => setTimeout(resolve, 30));
  first.abort();
  await assert.rejects(one, { name: 'AbortError' });
  const { signal } = new AbortController();
  assert.equal((await geul.search('검색', { signal })).total.count, 2);
  assert.equal(new Set(log).size, log.length);
});

test('nothing is asked for twice, and the fragments all at once', async () => {
  const log = [];
  let open_ = 0;
  let most = 0;
  const { files } = publish();
  const counting = async (url, init) => {
    if (/\/f\//.test(url)) most = Math.max(most, ++open_);
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (/\/f\//.test(url)) --open_;
    return fetchOf(files, log)(url, init);
  };
  const geul = await open({ base: BASE, fetch: counting });
  await geul.prepare();
  const result = await geul.search('검색');
  assert.equal(most, result.hits.length);
  assert.equal(new Set(log).size, log.length);
  const before = log.length;
  await geul.search('검색');
  assert.equal(log.length, before);
});

test('completions go on from what is typed', async () => {
  const geul = await opened(publish());
  const found = await geul.suggest('데이');
  assert(found.some(({ kind, text }) => kind === 'tag' && text === '데이터'));
  assert(found.some(({ kind, url }) => kind === 'title' && url === '/db/'));
  assert.equal((await geul.suggest('데이', { limit: 1 })).length, 1);
});

test('nothing that is typed makes it fail', async () => {
  const geul = await opened(publish());
  const { below, pick } = randomOf(77);
  const pieces = [
    '검색',
    '엔진',
    '"',
    '(',
    ')',
    '+',
    '-',
    'AND',
    'OR',
    'NOT',
    'tag:',
    'date:',
    'title:',
    'path:',
    'series:',
    '2022',
    '..',
    '*',
    'ㄱ',
    'ㅋㅂ',
    '데잍',
    '쿠버네티즈',
    '컨텐츠',
    'zjffl',
    '\ud800',
    '\0',
    '<b>',
    '😀',
    ' ',
    '\u3000',
    'heading:',
    '한국(韓國)',
    'node.js',
    '1,000',
    '지난달',
    '무엇인가요',
    '가*',
  ];
  for (let i = 0; i < 400; ++i) {
    const query = Array.from({ length: below(7) }, () => pick(pieces)).join(pick(['', ' ', ' ']));
    const { hits, total } = await geul.search(query, {
      limit: below(4),
      offset: below(3),
      excerptLength: below(200),
      sort: pick(['relevance', 'newest', 'oldest']),
    });
    assert(hits.length <= total.count, query);
    for (const { excerpt, title, titleHighlights } of hits)
      for (const [text, spans] of [
        [excerpt.text, excerpt.highlights],
        [title, titleHighlights],
      ])
        spans.forEach(([begin, end], at) =>
          assert(
            begin < end && end <= text.length && (!at || spans[at - 1][1] <= begin),
            `${query}: ${spans}`,
          ),
        );
  }
});

test('a database without posts answers', async () => {
  const geul = await open({
    base: BASE,
    fetch: fetchOf(encodeSite([], plainAnalyzer, { analysis }).files),
  });
  assert.deepEqual((await geul.search('검색 엔진')).hits, []);
  assert.equal((await geul.search('')).total.count, 0);
});

test('bundled it answers the same', async () => {
  const bundled = await import(`${build}/query/web/site/geul.js`);
  const { files } = publish();
  const options = { base: BASE, fetch: fetchOf(files) };
  const [one, other] = await Promise.all([open(options), bundled.open(options)]);
  for (const query of ['검색', '"검색 엔진"', 'tag:검색', '쿠버네티즈', 'ㅋㅂㄴㅌㅅ', 'title:엔진'])
    assert.deepEqual(await other.search(query), await one.search(query));
  assert.deepEqual(await other.suggest('데이'), await one.suggest('데이'));
  await assert.rejects(
    bundled.open({ base: BASE, fetch: fetchOf(new Map()) }),
    (error) => error instanceof bundled.GeulError,
  );
});

// SPDX-License-Identifier: GPL-2.0-or-later
// The same queries through geul-query and through geul.js over an export of the same database: the
// first ten results, counts, facets, and as what they were found. query/web/DIFFERENCES.md names
// what may differ; the kinds below are its exceptions.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, test } from 'node:test';
import { folderFetch } from './support/site.js';
import { modules, sharedPosts, source } from './support/places.js';

const { GEUL_INDEX, GEUL_QUERY } = process.env;
const { open } = await import(`${modules}/geul.js`);
const FACETS = ['tag', 'category', 'author', 'year', 'month'];
/** Lengths are quantised: a weight is off by less than 1.8 %. */
const QUANTISED = 0.02;

const folder = mkdtempSync(join(tmpdir(), 'geul-parity-'));
after(() => rmSync(folder, { recursive: true }));

function publish(name, posts, ...options) {
  const db = join(folder, `${name}.db`);
  const out = join(folder, name);
  execFileSync(GEUL_INDEX, ['build', posts, '--db', db, '--quiet', ...options]);
  execFileSync(GEUL_INDEX, ['site', '--db', db, '--out', out, '--quiet']);
  return { db, out };
}

/** What geul-query answers, a query each. */
function asked(db, queries, limit = 30, ...options) {
  const input = queries.map((query, i) => `${i}\t${query}\n`).join('');
  const args = [
    '--db',
    db,
    '--batch',
    '-',
    '--format',
    'json',
    '--limit',
    String(limit),
    `--facets=${FACETS}`,
    ...options,
  ];
  const { stdout, stderr, status } = spawnSync(GEUL_QUERY, args, {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 29,
  });
  assert(status < 2, stderr);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const keyOf = (hit) => hit.post_url ?? hit.id;
const countsOf = (values) =>
  Object.fromEntries(values.map(({ value, count }) => [value.toLowerCase(), count]));

/** The posts of two lists are the same but for those whose scores are nearly that of the last. */
function agree(theirs, ours) {
  const score = new Map(theirs.map((hit) => [keyOf(hit), hit.score]));
  const first = theirs.slice(0, ours.length);
  const last = first[first.length - 1]?.score ?? 0;
  const near = (value) =>
    value !== undefined && Math.abs(value - last) <= 2 * QUANTISED * Math.abs(last);
  const missing = first.filter((hit) => !ours.some(({ postUrl }) => postUrl === keyOf(hit)));
  return (
    missing.every((hit) => near(hit.score)) &&
    ours.every(
      ({ postUrl }) => first.some((hit) => keyOf(hit) === postUrl) || near(score.get(postUrl)),
    )
  );
}

/** Scores of the same posts, and no post before one that scores clearly more. */
function isRanked(theirs, ours) {
  const score = new Map(theirs.map((hit) => [keyOf(hit), hit.score]));
  return ours.every(({ postUrl, score: own }, i) => {
    const there = score.get(postUrl);
    const before = i ? score.get(ours[i - 1].postUrl) : Infinity;
    return (
      (there === undefined || Math.abs(there - own) <= QUANTISED * there) &&
      (there === undefined || before === undefined || before >= there * (1 - 2 * QUANTISED))
    );
  });
}

const hasDateOrder = (hits, { dated }) =>
  hits.every(({ date }, i) => !i || dated(hits[i - 1].date) >= dated(date));

/** @returns what is not the same */
function compare(theirs, ours) {
  const ranked = theirs.query.sort === 'relevance';
  const differences = [];
  if (theirs.total.count !== ours.total.count) differences.push('total');
  for (const facet of FACETS)
    if (
      JSON.stringify(Object.entries(countsOf(theirs.facets[facet])).sort()) !==
      JSON.stringify(Object.entries(countsOf(ours.facets[facet])).sort())
    )
      differences.push(`facet ${facet}`);
  if (theirs.query.sort !== ours.query.sort) differences.push('sort');
  if (theirs.corrected !== ours.corrected) differences.push('corrected');
  if (ranked && !agree(theirs.hits, ours.hits)) differences.push('first ten');
  if (ranked && !isRanked(theirs.hits, ours.hits)) differences.push('ranking');
  if (!ranked && !hasDateOrder(ours.hits, { dated: (date) => (date ?? '').slice(0, 10) }))
    differences.push('order');
  const notes = theirs.notes.map(({ message }) => message);
  if (JSON.stringify([...notes].sort()) !== JSON.stringify([...ours.notes].sort()))
    differences.push('notes');
  for (const hit of ours.hits) {
    const other = theirs.hits.find((each) => keyOf(each) === hit.postUrl);
    if (other && JSON.stringify(other.matched_by) !== JSON.stringify(hit.matchedBy))
      differences.push('matched by');
  }
  return [...new Set(differences)];
}

const isSameOrder = (theirs, ours) =>
  ours.hits.every(({ postUrl }, i) => keyOf(theirs.hits[i] ?? {}) === postUrl);

/** Whether nothing but the ranking of words side by side may differ: two words without particle. */
const areTwoBareWords = ({ query: { meant } }) =>
  /^\(list (\([^()]*(\([^()]*\))*[^()]*\)|\S+) (\([^()]*(\([^()]*\))*[^()]*\)|\S+)\)$/.test(meant);

/** The exceptions: what of a query may differ, and why. */
const MAY_DIFFER = [
  {
    name: 'two bare words: nearness is not known',
    of: areTwoBareWords,
    what: ['first ten', 'ranking'],
  },
  {
    name: 'phrases: seen in the texts of the posts that are shown',
    of: ({ query }) => query.meant.includes('(phrase'),
    what: ['total', 'facet', 'first ten', 'ranking', 'notes', 'corrected'],
  },
  {
    name: 'apart: words side by side by syllables',
    of: ({ query }) => query.meant.includes('spacing:'),
    what: ['total', 'facet', 'first ten', 'ranking', 'matched by'],
  },
  {
    name: 'pairs in headings and summaries are not kept',
    of: ({ query }) => /heading=|summary=/.test(query.meant),
    what: ['total', 'facet', 'first ten', 'ranking', 'matched by'],
  },
  {
    name: 'initials stand for fewer words',
    of: ({ query }) => query.meant.includes('initials:'),
    what: ['total', 'facet', 'first ten', 'ranking', 'matched by'],
  },
  {
    name: 'typos are looked for among fewer words',
    of: (answer) => answer.corrected || answer.suggestions.length > 0,
    what: ['total', 'facet', 'first ten', 'ranking', 'notes', 'corrected', 'matched by'],
  },
  {
    name: 'no paths',
    of: ({ query }) => query.meant.includes('path='),
    what: ['total', 'facet', 'first ten', 'notes', 'order', 'matched by'],
  },
];

/** Differences that no exception allows. */
const unexcused = (theirs, differences) => {
  const allowed = MAY_DIFFER.filter(({ of }) => of(theirs)).flatMap(({ what }) => what);
  return differences.filter((difference) => !allowed.some((each) => difference.startsWith(each)));
};

const shareOfTen = (theirs, ours) =>
  ours.hits.filter(({ postUrl }) => theirs.hits.slice(0, 10).some((hit) => keyOf(hit) === postUrl))
    .length / ours.hits.length;

/** Compares all, prints the shares. */
async function compareAll(name, { db, out }, queries) {
  const geul = await open({ base: 'http://site/', fetch: folderFetch(out) });
  const answers = asked(db, queries);
  const share = { same: 0, order: 0, first: 0, total: 0, facets: 0 };
  const neighbours = { queries: 0, common: 0 };
  const wrong = [];
  for (const [i, query] of queries.entries()) {
    const ours = await geul.search(query, { facets: FACETS, facetLimit: 0 });
    const differences = compare(answers[i], ours);
    share.same += !differences.length;
    share.order += isSameOrder(answers[i], ours);
    share.first += keyOf(answers[i].hits[0] ?? {}) === ours.hits[0]?.postUrl;
    share.total += !differences.includes('total');
    share.facets += !differences.some((each) => each.startsWith('facet'));
    if (areTwoBareWords(answers[i]) && ours.hits.length) {
      ++neighbours.queries;
      neighbours.common += shareOfTen(answers[i], ours);
    }
    const left = unexcused(answers[i], differences);
    if (left.length) wrong.push(`${query}: ${left.join(', ')}`);
  }
  const percent = Object.entries(share).map(
    ([key, count]) => `${key} ${((100 * count) / queries.length).toFixed(1)} %`,
  );
  const common = neighbours.common / neighbours.queries;
  console.log(
    `${name}: ${queries.length} queries: ${percent.join(', ')}; of two words ${neighbours.queries}, of whose ten results ${(100 * common).toFixed(1)} % are the same`,
  );
  return { wrong, share, common };
}

const WRITTEN =
  `검색|검색 엔진|색인을|색인을 만드는 방법은 무엇인가요|데이터베이스|데이터 베이스|자료구조|자료 구조|역색인
함수를|테스트를|배포|장애|회고|이직 회고|글쓰기|블로그|정적 사이트|한국어 처리|형태소 분석|띄어쓰기
만들었다|사용하는|읽고|배웠다|썼습니다|느려졌다|어떻게 만드나요|왜 느린가|언제 쓰는가
node.js|C++|git|rust|sqlite|http|API|v1.2|2022|1,000
"검색 엔진"|"역색인"|"데이터베이스 설계"|title:검색|title:"검색 엔진"|heading:색인|body:검색|code:int|summary:검색
tag:검색|tag:없는것|category:개발|author:글지기|tag:검색 tag:색인|-검색 색인|+검색 +색인|검색 AND 색인|검색 OR 회고
(검색 OR 색인) 데이터|검색 NOT 엔진|검*|데이*|title:검*|tag:검*|date:2022|date:2021..2023|검색 date:2023..|date:..2020
ㄱㅅ|ㅅㅇ|ㄷㅇㅌ|데잍|검새|색이|컴퓨ㅌ|컨텐츠|메세지|어플리케이션|검샠|데이타베이스|rjator|ㅎㅏㄱ|
!!!|""|()|-|검색은 색인보다 어려운 문제인가|색인이 커지면 검색이 느려지는 이유|책 추천|여행|커피`
    .split(/[|\n]/)
    .filter(Boolean);

/** Queries of titles: a word, two, three with what stands between, the first syllables. */
function fromTitles(titles) {
  const queries = [];
  titles.forEach((title, i) => {
    const words = title
      .replace(/[^가-힣A-Za-z0-9 ]/g, ' ')
      .split(/ +/)
      .filter((word) => word.length > 1);
    if (!words.length) return;
    const at = i % words.length;
    queries.push(
      words[at],
      words.slice(at, at + 3).join(' '),
      `${words[at]} ${words[(at + 1) % words.length]}`,
    );
    if (i % 3 === 0 && /^[가-힣]{3}/.test(words[at])) queries.push(words[at].slice(0, 2));
  });
  return [...new Set(queries)].filter((query) => !/\b(AND|OR|NOT)\b/.test(query));
}

const titlesOf = (db) => asked(db, ['-없는말없는말'], 200)[0].hits.map(({ title }) => title);

async function check(name, site) {
  const queries = [...WRITTEN, ...fromTitles(titlesOf(site.db))].slice(0, 240);
  const { wrong, share, common } = await compareAll(name, site, queries);
  assert.deepEqual(wrong, []);
  assert(common > 0.9, 'two words');
  assert(share.total / queries.length > 0.9, 'totals');
  assert(share.first / queries.length > 0.8, 'the first result');
}

test('the sample posts are found alike', () =>
  check('data/posts', publish('samples', join(source, 'data/posts'))));

test('the sample posts are found alike by other weights', () => {
  const config = join(folder, 'weights.yaml');
  writeFileSync(config, 'weights: {title: 1, tag: 20, heading: 9, body: 3, code: 7}\n');
  return check(
    'data/posts, weighted',
    publish('weighted', join(source, 'data/posts'), '--config', config),
  );
});

test('a real blog is searched alike', { skip: !sharedPosts }, () => {
  const posts = join(folder, 'posts');
  mkdirSync(posts);
  const files = readdirSync(join(sharedPosts, 'johngrib'), { recursive: true })
    .filter((file) => file.endsWith('.md'))
    .sort();
  for (const file of files.filter((_, i) => i % 12 === 0)) {
    try {
      cpSync(join(sharedPosts, 'johngrib', file), join(posts, basename(file)));
    } catch {
      /* a folder of such a name */
    }
  }
  return check('johngrib, every twelfth', publish('johngrib', posts));
});

test('filters, order and pages are those of geul-query', async () => {
  const { db, out } = publish('filtered', join(source, 'data/posts'));
  const geul = await open({ base: 'http://site/', fetch: folderFetch(out) });
  const tags = (await geul.facets({ facets: ['tag'] })).tag.map(({ value }) => value);
  const years = (await geul.facets({ facets: ['year'] })).year.map(({ value }) => value);
  for (const query of ['검색', '데이터', '글'])
    for (const filters of [
      { tag: tags[0] },
      { tag: tags.slice(0, 2) },
      { year: years[0] },
      { tag: tags[1], year: years.slice(0, 2) },
      { since: years[years.length - 1], until: years[0] },
    ])
      for (const sort of ['relevance', 'newest', 'oldest']) {
        const options = ['--sort', sort];
        for (const [key, values] of Object.entries(filters))
          for (const value of [values].flat())
            options.push(
              ...(key === 'since' || key === 'until'
                ? [`--${key}`, value]
                : ['--where', `${key}=${value}`]),
            );
        const [theirs] = asked(db, [query], 200, ...options);
        const ours = await geul.search(query, {
          filters,
          sort,
          facets: FACETS,
          facetLimit: 0,
          limit: 200,
        });
        const differences = compare(theirs, ours).filter((each) => each !== 'order');
        assert.deepEqual(unexcused(theirs, differences), [], `${query} ${options}`);
        for (const facet of FACETS)
          assert.deepEqual(
            ours.facets[facet]
              .filter(({ selected }) => selected)
              .map(({ value }) => value.toLowerCase())
              .sort(),
            theirs.facets[facet]
              .filter(({ selected }) => selected)
              .map(({ value }) => value.toLowerCase())
              .sort(),
          );
        if (sort !== 'relevance')
          assert.deepEqual(
            ours.hits.map(({ date }) => date?.slice(0, 10)),
            theirs.hits.map(({ date }) => date?.slice(0, 10)),
          );
      }
});

// SPDX-License-Identifier: GPL-2.0-or-later
// The browser's grammar reads what GRAMMAR.md says, and every query as C++ does.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { ask, isBuilt } from './support/grammar_oracle.js';
import { randomOf } from './support/random.js';
import { modules, source } from './support/places.js';

const { createAnalyzer } = await import(`${modules}/analysis/analyzer.js`);
const { needsGrammar, resolvePlain } = await import(`${modules}/grammar/plain.js`);
const { parse, resolve } = await import(`${modules}/grammar/grammar.js`);
const { isWrittenAsDays, parseDate, parseDays } = await import(`${modules}/grammar/dates.js`);
const { meantToString, typedToString } = await import(`${modules}/grammar/print.js`);

const GRAMMAR = readFileSync(`${source}/query/parse/GRAMMAR.md`, 'utf8');
const TODAY = 20240718;
const ANALYZER = createAnalyzer();
const FACETS = ['series', 'lang', 'reading-time', '시리즈'];
const options = { skip: isBuilt ? false : 'grammar_oracle is not built' };

/** The lines "typed => expected" of the document's blocks of a language. */
const examplesOf = (language) =>
  [...GRAMMAR.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\``, 'gm'))]
    .flatMap(([, block]) => block.trimEnd().split('\n'))
    .map((line) => line.split(/ => /))
    .map(([typed, expected]) => ({ typed: typed.trim(), expected }));

/** Typed forms of queries, and notes. */
const readAll = (queries, facetKeys = []) =>
  queries.map((query) => parse(query, facetKeys, ANALYZER));

const hasField = (node) => !!node.field || node.children.some(hasField);

test('every example of the grammar reads as it says, without a note', () => {
  const examples = examplesOf('examples');
  assert.ok(examples.length > 30);
  readAll(examples.map(({ typed }) => typed)).forEach(({ root, notes }, i) => {
    assert.equal(typedToString(root), examples[i].expected);
    assert.deepEqual(notes, []);
  });
});

test('every example with configured facets reads as it says, and as words without', () => {
  const examples = examplesOf('faceted');
  assert.ok(examples.length >= 5);
  const queries = examples.map(({ typed }) => typed);
  readAll(queries, FACETS).forEach(({ root, notes }, i) => {
    assert.equal(typedToString(root), examples[i].expected);
    assert.deepEqual(notes, []);
    assert.ok(hasField(root));
  });
  for (const { root } of readAll(queries)) assert.ok(!hasField(root));
});

test('every example of what is malformed is read, with a note', () => {
  const examples = examplesOf('noted');
  assert.ok(examples.length > 5);
  readAll(examples.map(({ typed }) => typed)).forEach(({ root, notes }, i) => {
    assert.equal(typedToString(root), examples[i].expected);
    assert.notDeepEqual(notes, []);
  });
});

const iso = (day) => String(day).padStart(8, '0').replace(/(..)(..)$/, '-$1-$2');

test('every date of the grammar’s table is the days that it says', () => {
  const rows = [...GRAMMAR.matchAll(/^\| (`.*`) \| (\d{4}-\d\d-\d\d) (\d{4}-\d\d-\d\d) \|$/gm)];
  let forms = 0;
  for (const [, cells, first, last] of rows)
    for (const [, text] of cells.matchAll(/`([^`]+)`/g)) {
      const found = parseDays(text, TODAY);
      assert.ok(found, text);
      assert.deepEqual([iso(found.days.first), iso(found.days.last)], [first, last], text);
      ++forms;
    }
  assert.ok(forms > 80);
});

const DATE_PIECES = [
  '2022', '2024', '0000', '9999', '202207', '20220728', '20221328', '7', '07', '12', '13', '28', '31',
  '30', '29', '2', '1', '0', '100', '9999', '년', '월', '일', '상반기', '하반기', '분기', '개월', '달',
  '주', '주일', '오늘', '어제', '그저께', '그끄제', '이번 주', '지난주', '지난 달', '저저번달', '올해', '작년',
  '지난 해', '재작년', '최근', '지난', 'last', 'the past', 'week', 'Month', 'years', 'days', 'd', 'w', 'm',
  'y', '하루', '보름', '한 달', '반년', '일 년', '전', 'ago', '간', '동안', '이내', '..', '...', '~', '～', '-',
  '–', '.', '/', '부터', '까지', '이후', '이전', '에서', 'to', 'until', 'since', 'from', 'up to', 'today',
  'yesterday', 'this year', 'previous month', '２０２２', '\u3000', '7월', '11월', '2월', '2022년',
  '1년 전', '6개월', '3 months', 'wee\u212a', '7\u110b\u116f\u11af',
];
const PARTS = ['2022-07', '2022.7.28.', '2022년 7월', '7월 28일', '작년 11월', '지난달 3일', '28일', '지난주'];

const randomDate = ({ below, pick }) => {
  let text = below(3) ? '' : pick(PARTS);
  for (let i = below(6); i > 0; --i) text += pick(['', '', ' ', '  ']) + pick(DATE_PIECES);
  return below(3) ? text : text + pick(['~', '..', '부터 ', ' - ', '에서']) + pick(PARTS);
};

test('dates are read as C++ reads them, on any day', options, () => {
  const random = randomOf(5);
  for (const today of [TODAY, 20240229, 20230131, 20210101, 20191231, 10103, 99991231]) {
    const texts = Array.from({ length: 1500 }, () => randomDate(random));
    texts.push(...PARTS, ...DATE_PIECES, '2022년 12월 ~ 1월', '2022..2021', '2월 29일', '9999년 전');
    let dates = 0;
    ask(texts.map((text) => ['date', text]), { today, facetKeys: [] }).forEach((expected, i) => {
      const text = texts[i];
      const found = {
        written: isWrittenAsDays(text),
        date: parseDate(text, today),
        days: parseDays(text, today),
      };
      assert.deepEqual(found, expected, `${text} on ${today}`);
      dates += expected.days ? 1 : 0;
    });
    assert.ok(dates > 80, `${dates} dates`);
  }
});

const WORDS = [
  '검색', '엔진', '검색엔진을', '데이터베이스', '컬리에서', '소쩍이', '허블망원경', '무엇인가요', '대해', '어떻게',
  'C++', 'node.js', 'CI/CD', 'SRE팀이', 'e-mail', '8.0', '1,000', 'Docker', 'running', '韓國', 'ひらがな',
  'ㅋㅂ', 'ㄴㅌㅅ', 'ㄱ', '컴퓨ㅌ', '!!!', '—', '😀', '가\u0301', 'ｆｕｌｌ', '\u1100\u1161\u11a8', 'print(x)',
  '은', '에서는', '2022년', '7월', '지난', '달', '2022', '~', '동안', 'I', 'AND', 'OR', 'NOT', 'and', '데이*',
  'js*', 'j*', '가*', '㈀*', '**', '*', 'a*b*', 'std::vector', 'http://a.kr', '12:30', 'color:red', '참고:링크',
];
const FRONTS = ['+', '-', '--', '++', '+-', 'title:', 'tag:', 'Category:', 'author:', 'body:', 'date:',
  'series:', '시리즈:', 'READING-TIME:', 'lang::', 'x:', 'foo:', '-title:', '+tag:'];
const DATES = ['date:2022년 7월', 'date:지난 달', 'date:최근 30일 동안', 'date:2022-13', 'date:2023..2022',
  '-date:올해', 'date:"작년"', 'date:(2022년 7월 OR 지난달)', 'date:2022*'];
const MARKS = ['"', '"', '“', '”', '(', '(', ')', ')', ' ', '  ', '\u3000', '\t', ':', '"은', '"에서는', ')은'];

const randomQuery = ({ below, pick }) => {
  let text = '';
  for (let i = below(9); i > 0; --i) {
    if (below(3) === 0) text += pick(MARKS);
    if (below(4) === 0) text += pick(FRONTS);
    text += below(8) ? pick(WORDS) : pick(DATES);
    if (below(8) === 0) text += pick(MARKS);
    if (below(6)) text += ' ';
  }
  return text;
};
const CHARACTERS = [...'""  ()()+-::*aNOTitle가ㄱ은1.。"“”~\u3000\u2028\x00\x7f\u0301\u200d😀👨🏽한\u1112\u1161：＂（＋７ſ\u212a﻿'];
const randomCharacters = ({ below, pick }) =>
  Array.from({ length: below(24) }, () =>
    below(5) ? pick(CHARACTERS) : pick([' OR ', ' AND ', 'NOT ', 'tag:', 'date:', 'code:("'])).join('');
/** Often plain words; else mostly but for one thing. */
const plainQuery = ({ below, pick }) =>
  Array.from({ length: below(5) }, () => (below(9) ? '' : pick(FRONTS)) + pick(WORDS))
    .join(pick([' ', ' ', '  ', '\u3000', '? ']));

const longQueries = () => [
  '글'.repeat(2000),
  `${'a'.repeat(4090)} 글글글`,
  `${'a'.repeat(4090)} 글 글`,
  `${'a'.repeat(4090)}\u3000글글글`,
  `${'a'.repeat(4090)}글글 글`,
  `${'a'.repeat(4095)} b c`,
  `  ${'a'.repeat(5000)}`,
  `${'a'.repeat(4093)}😀 b`,
  `"${'검색 '.repeat(900)}"`,
  `${'('.repeat(21)}a b${')'.repeat(21)} c`,
  `${'(a '.repeat(21)}${')'.repeat(30)} c (d)`,
  `date:2022년${' '.repeat(200)}7월`,
  'date:2022년 7월 28일 부터 2023 년 8 월 30 일 까지',
  `title:${'데'.repeat(40)}* ${'데'.repeat(40)}* tag:${'데'.repeat(40)}*`,
  '', ' ', '-', '""', '()', '!!!', '+', 'tag:"!!!"', 'tag:""', 'series:"!!!"', 'date:2022-13',
  'tag:( 요리 "spring  Boot")', 'title:(a OR b) c', '-(-a)', '+(a -b) c', 'NOT (a b)', '(무엇인가요)',
  '+무엇인가요 대해', 'tag:이직 무엇인가요', '-검색 무엇인가요', 'title:무엇인가요 대해',
];

/**
 * Without the ends of words that are initials: of those typed apart, which are one word, C++ counts
 * the bytes without the spaces, and may end within a character.
 */
const withoutEndsOfInitials = (node) => ({
  ...node,
  words: node.words.map((word) => (/^[ㄱ-ㅎ]+$/.test(node.text) ? { ...word, end: -1 } : word)),
  children: node.children.map(withoutEndsOfInitials),
});

/** What the browser makes of a query, as the oracle has it. */
const reading = (query, facetKeys) => {
  const typed = parse(query, facetKeys, ANALYZER);
  const { root, extent, notes } = resolve(typed, ANALYZER, TODAY);
  return {
    text: typed.text,
    typed: typedToString(typed.root),
    meant: meantToString(root),
    root,
    extent,
    notes,
  };
};

test('queries are read as C++ reads them: trees, places, words, terms, notes', options, () => {
  const random = randomOf(7);
  for (const facetKeys of [[], FACETS]) {
    const queries = Array.from({ length: 800 }, () => randomQuery(random)).concat(
      Array.from({ length: 500 }, () => randomCharacters(random)), longQueries());
    const expected = ask(queries.map((query) => ['query', query]), { today: TODAY, facetKeys });
    queries.forEach((query, i) => {
      const found = reading(query, facetKeys);
      assert.deepEqual(
        { ...found, root: withoutEndsOfInitials(found.root) },
        { ...expected[i], root: withoutEndsOfInitials(expected[i].root) },
        query);
    });
    const shapes = new Set(expected.flatMap(({ meant }) => meant.match(/\((\w+)|[+-]/g) ?? []));
    assert.ok(shapes.size >= 9, `only ${[...shapes]}`);
  }
});

test('a query of plain words means without the grammar what it means with it', () => {
  const random = randomOf(11);
  const queries = Array.from({ length: 3000 }, () => plainQuery(random))
    .concat(Array.from({ length: 500 }, () => randomQuery(random)), longQueries());
  const plain = queries.filter((query) => !needsGrammar(query));
  assert.ok(plain.length > 1000, `${plain.length} plain queries`);
  for (const query of plain)
    assert.deepEqual(
      resolvePlain(query, ANALYZER),
      resolve(parse(query, FACETS, ANALYZER), ANALYZER, TODAY),
      query);
});

test('queries of plain words need no grammar', () => {
  for (const query of ['', '검색 엔진', 'C++ node.js e-mail', 'a - b', '++i --help', '무엇인가요?', 'and or'])
    assert.equal(needsGrammar(query), false, query);
  for (const query of ['"a b"', '-a', 'a +b', 'a OR b', 'tag:a', '데이*', '(a)', 'a\ud800', '글'.repeat(1400)])
    assert.equal(needsGrammar(query), true, query);
});

test('no query of 4 KiB takes long', () => {
  const words = ['1 ', '7월 ', '2022-07 ', 'a:', 'a AND ', 'NOT ', '(', '"', '"a"은 ', 'a* ', '+', 'date:1 '];
  const queries = words.flatMap((word) =>
    ['', 'date:(', 'title:"'].map((front) => front + word.repeat(4000 / Buffer.byteLength(word))));
  for (const query of queries) {
    const begin = performance.now();
    resolve(parse(query, FACETS, ANALYZER), ANALYZER, TODAY);
    const took = performance.now() - begin;
    assert.ok(took < 3000, `${query.slice(0, 20)} took ${took} ms`);
  }
});

test('half a surrogate pair is replaced, with a note', () => {
  const [typed] = readAll(['a\ud800 b']);
  assert.equal(typedToString(typed.root), '(list a\ufffd b)');
  assert.deepEqual(typed.notes, ['bytes that are no UTF-8 were replaced']);
});

// SPDX-License-Identifier: GPL-2.0-or-later
// What the widget tells a Korean reader of the library's notes: each that the library has, in Korean.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeSite, fetchOf } from './support/encode.js';
import { modules } from './support/places.js';

const { open } = await import(`${modules}/geul.js`);
const { createAnalyzer, fingerprint } = await import(`${modules}/analysis/analyzer.js`);
const { noteIn } = await import(`${modules}/widget/notes.js`);

const POSTS = [
  { title: '검색 엔진', url: '/a/', date: '2022-07-28', tags: ['검색'], sections: [{ level: 0, heading: '', anchor: '', text: '검색 엔진을 만든다.' }] },
];

/** A query, with filters perhaps, and how the note begins that it brings. */
const NOTED = [
  ['"검색 엔진', 'a quotation mark without'],
  ['검색) 엔진', 'a closing parenthesis without'],
  ['(검색 엔진', 'a parenthesis without'],
  [`${'('.repeat(40)}검색${')'.repeat(40)}`, 'parentheses deeper than'],
  ['검색 AND AND 엔진', 'the second of two operators'],
  ['검색 OR', 'OR joins nothing'],
  ['tag: 검색', 'nothing follows "tag:"'],
  ['color:검색', 'there is no field "color"'],
  ['j* 검색', '"j*" is too short'],
  ['검색 \uD800', 'bytes that are no UTF-8'],
  ['검색 엔진 '.repeat(400), 'the query is longer than'],
  ['path:검색', "a site's search does not look"],
  ['검색엔쀍쉙', 'no post has the words'],
  ['title:"!!!" 검색', '"!!!" holds no word'],
  ['date:언젠가 검색', '"언젠가" is no date or range'],
  ['date:2023..2022', '"2023..2022" runs backwards'],
  ['검색', '"언젠가" is no date', { since: '언젠가' }],
  ['검색', '"최근 30일" is no year', { year: ['최근 30일'] }],
  ['tag:엔진', 'no post has the tag "엔진"'],
  ['검색 '.repeat(40), 'only the first 32 words'],
  ['검색', 'there is no facet "color"', { color: ['붉은'] }],
  ['!!!', 'the query holds no word; all posts', { tag: ['검색'] }],
  ['!!!', 'the query holds no word and'],
];

test('every note of the library has its Korean', async () => {
  const { files } = encodeSite(POSTS, createAnalyzer(), { analysis: `${fingerprint}unicode:15.0` });
  const geul = await open({ base: 'http://site/', fetch: fetchOf(files) });
  const problems = [];
  for (const [query, begin, filters] of NOTED) {
    const { notes } = await geul.search(query, { filters });
    const note = notes.find((each) => each.startsWith(begin));
    if (!note) problems.push(`${query.slice(0, 30)}: ${begin} is not among ${JSON.stringify(notes)}`);
    for (const each of notes) {
      assert.equal(noteIn(each, 'en'), each);
      const said = noteIn(each, 'ko');
      if (said === each || !/[가-힣]+(니다|시오)\.$/.test(said)) problems.push(`${each} is not in Korean`);
    }
  }
  assert.deepEqual(problems, []);
});

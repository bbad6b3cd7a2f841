// SPDX-License-Identifier: GPL-2.0-or-later
// The schema of geul.yaml that editors go by, and the reader that builds go by, know the same.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import Ajv from 'ajv';
import { source } from './support/places.js';

const { GEUL_INDEX } = process.env;
const printed = execFileSync(GEUL_INDEX, ['config', '--schema'], { encoding: 'utf8' });
const schema = JSON.parse(printed);
const validate = new Ajv({ allowUnionTypes: true }).compile(schema);

const around = mkdtempSync(join(tmpdir(), 'geul-schema-'));
after(() => rmSync(around, { recursive: true }));
const folder = join(around, 'blog');
mkdirSync(join(folder, '_posts'), { recursive: true });
for (const name of ['words.txt', 'synonyms.txt', '../notes.jsonl']) writeFileSync(join(folder, name), '');

/** Whether geul-index takes the settings; JSON is YAML. */
function reads(settings) {
  const file = join(folder, 'geul.yaml');
  writeFileSync(file, JSON.stringify(settings));
  const { status, stderr } = spawnSync(GEUL_INDEX, ['config', '--config', file], {
    encoding: 'utf8',
  });
  assert(status === 0 || status === 2, stderr);
  if (status === 2) assert.match(stderr, /geul\.yaml:1: .*\n +hint: /s);
  return status === 0;
}

const RIGHT = [
  null,
  {},
  ...Object.keys(schema.properties).map((key) => ({ [key]: null })),
  { addresses: [] },
  { addresses: [{ folder: '', address: '/b/' }] },
  { addresses: [{ folder: 'src/blog', address: '/posts/:path/:year/' }] },
  { dictionary: 'words.txt' },
  { exclude: 'drafts' },
  { exclude: ['drafts', '*.en.md', 2019, '/index.html', './a', '..a', '.a', 'a/../b'] },
  { facets: 'series' },
  { facets: ['series', 'lang', '시리즈', '_x', 'a-b'] },
  { html: true },
  { html: false },
  { pinned: [] },
  { pinned: [{ query: '채용', posts: ['a.md', 'b.md'] }, { query: 2024, posts: 'c.md' }] },
  { site: 'https://blog.example/base/' },
  { site: 'http://localhost:4000' },
  { site: 'https://블로그.한국/글' },
  { site: 'http://[::1]:4000/' },
  { sources: '_posts' },
  { sources: ['_posts', '../notes.jsonl'] },
  { synonyms: 'synonyms.txt' },
  { timezone: 'Asia/Seoul' },
  { weights: {} },
  {
    weights: {
      title: 20,
      tag: 1,
      category: 2,
      author: 3,
      heading: 4,
      summary: 5,
      body: 6,
      code: 7,
    },
  },
];

const WRONG = [
  [],
  'text',
  { exlude: [] },
  { addresses: 'x' },
  { addresses: [{ folder: 'a' }] },
  { addresses: [{ folder: 'a', address: '/b/', more: 1 }] },
  { addresses: ['a'] },
  { dictionary: ['words.txt'] },
  { dictionary: '' },
  { exclude: { a: 1 } },
  { exclude: [['a']] },
  ...['', '/', '//', '.', './', '..', '../', '../x'].map((exclude) => ({ exclude })),
  { exclude: ['a', ''] },
  { facets: ['tag'] },
  { facets: ['Title'] },
  { facets: ['a b'] },
  { facets: ['-a'] },
  { facets: ['a:b'] },
  { facets: [''] },
  { facets: { a: 1 } },
  { facets: Array.from({ length: 33 }, (_, i) => `key${i}`) },
  { html: 'perhaps' },
  { html: '' },
  { html: 2 },
  { html: [true] },
  { pinned: 'a' },
  { pinned: [{ query: 'a' }] },
  { pinned: [{ query: '', posts: ['a'] }] },
  { pinned: [{ query: 'a', posts: [] }] },
  { pinned: [{ query: ['a'], posts: ['a'] }] },
  { site: 'blog.example' },
  { site: 'ftp://blog.example/' },
  { site: 'https://me:secret@blog.example/' },
  { site: 'https:///a' },
  { site: 'https://a.example/?q' },
  { site: 'https://a.example/#q' },
  { site: 'https://a .example/' },
  { site: '' },
  { site: ['https://a.example'] },
  { sources: '-' },
  { sources: [''] },
  { sources: { a: 1 } },
  { sources: [['a']] },
  { synonyms: ['synonyms.txt'] },
  { timezone: '' },
  { timezone: ['UTC'] },
  { weights: 3 },
  { weights: ['title'] },
  { weights: { titel: 3 } },
  { weights: { path: 3 } },
  { weights: { title: 0 } },
  { weights: { title: 21 } },
  { weights: { title: 1.5 } },
  { weights: { title: 'two' } },
  { weights: { title: [1] } },
];

test('the schema is the one in the source', () => {
  assert.equal(printed, readFileSync(join(source, 'indexer/config/schema/geul.schema.json'), 'utf8'));
  assert(new Ajv().validateSchema(schema));
});

test('every key is described', () => {
  for (const [key, { description }] of Object.entries(schema.properties))
    assert(description?.endsWith('.'), key);
});

for (const settings of RIGHT)
  test(`taken: ${JSON.stringify(settings)}`, () => {
    assert(validate(settings), JSON.stringify(validate.errors));
    assert(reads(settings));
  });

for (const settings of WRONG)
  test(`refused: ${JSON.stringify(settings).slice(0, 60)}`, () => {
    assert(!validate(settings), 'by the schema');
    assert(!reads(settings), 'by the reader');
  });

test('what only the reader can know', () => {
  for (const settings of [
    { timezone: 'Asia/Seol' },
    { dictionary: 'gone.txt' },
    { exclude: 'a/..' },
    { sources: ['_posts', 'gone'] },
    { facets: ['가나다라마바사아자차카'] },
    { addresses: [{ folder: 'a', address: '/:pth/' }] },
    { site: 'https://a.example:99999/' },
  ]) {
    assert(validate(settings));
    assert(!reads(settings), JSON.stringify(settings));
  }
});

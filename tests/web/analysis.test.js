// SPDX-License-Identifier: GPL-2.0-or-later
// analysis/ gives the tokens that C++ gives (dump_tokens.cpp is the oracle): on the vectors, the
// examples of ANALYSIS.md, posts, all of their words, and random text.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import test from 'node:test';
import { gzipSync } from 'node:zlib';
import { build, modules, sharedPosts, source } from './support/places.js';

const { createAnalyzer, fingerprint } = await import(`${modules}/analysis/analyzer.js`);

/** Runs the oracle over texts. */
const dump = (what, texts, words = []) => {
  const input = texts.map((text) => `${JSON.stringify(text)}\n`).join('');
  const { status, stdout, stderr } = spawnSync(`${build}/tests/web/dump-tokens`, [what, ...words], {
    input,
    maxBuffer: 1 << 30,
  });
  assert.equal(status, 0, String(stderr));
  return String(stdout).trimEnd().split('\n').map((line) => (what === 'fingerprint' ? line : JSON.parse(line)));
};

/** From bytes to UTF-16 units. */
const unitsOf = (text) => {
  const units = [];
  let unit = 0;
  for (const c of text) {
    for (let i = Buffer.byteLength(c); i; --i) units.push(unit);
    unit += c.length;
  }
  units.push(unit);
  return units;
};

const tokensOf = (analyzer, text) =>
  analyzer.analyze(text).map((t) => [t.family, t.script, t.term, t.begin, t.end, t.word, t.position]);

/** Every text has the oracle's tokens; counts them. */
const compare = (texts, words = []) => {
  const analyzer = createAnalyzer(words);
  let count = 0;
  dump('tokens', texts, words).forEach((expected, i) => {
    const units = unitsOf(texts[i]);
    for (const token of expected) [token[3], token[4]] = [units[token[3]], units[token[4]]];
    const got = tokensOf(analyzer, texts[i]);
    count += got.length;
    if (JSON.stringify(got) === JSON.stringify(expected)) return;
    const at = got.findIndex((token, k) => JSON.stringify(token) !== JSON.stringify(expected[k]));
    assert.deepEqual(got.slice(Math.max(at, 0), at + 3), expected.slice(Math.max(at, 0), at + 3), texts[i].slice(0, 3000));
    assert.equal(got.length, expected.length, texts[i].slice(0, 3000));
  });
  return count;
};

const examples = (name) =>
  [...readFileSync(`${source}/common/analysis/ANALYSIS.md`, 'utf8').matchAll(new RegExp(`^\`\`\`${name}\n([^]*?)^\`\`\``, 'gm'))]
    .flatMap(([, lines]) => lines.trim().split('\n'))
    .map((line) => line.split(' => '));

test('the vectors', () => {
  const lines = readFileSync(`${source}/data/vectors/analysis.jsonl`, 'utf8').trim().split('\n');
  assert.ok(lines.length >= 30);
  for (const line of lines) {
    const { text, tokens } = JSON.parse(line);
    const units = unitsOf(text);
    assert.deepEqual(
      tokensOf(createAnalyzer(), text).map(([family, , term, begin, end, word]) => [family, term, begin, end, word]),
      tokens.map(([family, term, begin, end, word]) => [family, term, units[begin], units[end], word]),
      text,
    );
  }
});

test("ANALYSIS.md's examples", () => {
  const analyzer = createAnalyzer();
  for (const [text, terms] of examples('examples'))
    assert.equal(analyzer.analyze(text).map(({ family, term }) => `${family} ${term}`).join(', '), terms, text);
  for (const [word, key] of examples('keys')) assert.equal(analyzer.analyze(word)[0].term, key, word);
  const own = examples('dictionary').map(([line]) => line.replace(/\s*#.*/, '')).filter((word) => word);
  for (const [word, key] of examples('user-keys')) assert.equal(createAnalyzer(own).analyze(word)[0].term, key, word);
});

/** Texts of posts, as they stand in the files. */
const posts = (folder, limit) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => /\.(md|markdown|mdx)$/.test(name) && statSync(`${folder}/${name}`).isFile())
    .sort()
    .slice(0, limit)
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8').replaceAll('\ufffd', ' '));

const corpus = posts(`${source}/data/posts`).concat(sharedPosts ? posts(`${sharedPosts}/johngrib`, 80) : []);
const vocabulary = [...new Set(corpus.join('\n').split(/\s+/))].filter((word) => word);

test('posts', () => {
  assert.ok(compare(corpus) > 10000);
});

test('posts with words of the user', () => {
  const common = vocabulary.filter((word) => /^[가-힣]{2,5}$/.test(word)).filter((_, i) => i % 7 === 0);
  compare(corpus.slice(0, 60), common.slice(0, 2000));
});

test('what is asked of single words', () => {
  const analyzer = createAnalyzer();
  const words = vocabulary.concat(['', ' ', '은', '"은"', '에서는', 'SRE는', '가나다'.repeat(40)]);
  dump('words', words).forEach((expected, i) => {
    const word = words[i];
    const got = [analyzer.alternatesOf(word), analyzer.isParticle(word), analyzer.isFunctionWord(word), analyzer.isNativeStem(word)];
    assert.deepEqual(got, expected, word);
  });
});

/** Characters that one side takes for a letter, mark or emoji and the other for a symbol. */
let strangers;

test('a character is the same on both sides, but for the versions of Unicode', () => {
  const analyzer = createAnalyzer();
  const characters = [];
  // Hanja and syllables are all alike.
  for (let code = 1; code < 0x20000; code += (code > 0x3400 && code < 0x9f00) || (code > 0xac00 && code < 0xd700) ? 7 : 1)
    if (code < 0xd800 || code > 0xdfff) characters.push(String.fromCodePoint(code));
  const ends = (tokens) => JSON.stringify(tokens.map(([, script, , , end]) => [script, end]));
  const asSymbol = ends([['word', 'latin', 'a', 0, 1]]);
  const texts = characters.map((c) => `a${c}`);
  const different = dump('tokens', texts).flatMap((expected, i) => {
    const units = unitsOf(texts[i]);
    for (const token of expected) token[4] = units[token[4]];
    const got = ends(tokensOf(analyzer, texts[i]));
    if (got === ends(expected)) return [];
    assert.ok(got === asSymbol || ends(expected) === asSymbol, `${got} ${ends(expected)} of U+${texts[i].codePointAt(1).toString(16)}`);
    return [characters[i]];
  });
  assert.deepEqual(different.filter((c) => c < '\u0300' || /[\u1100-\u11ff\u3040-\u318f\u3400-\u9fff\uac00-\ud7ff]/.test(c)), []);
  strangers = new RegExp(`[${different.map((c) => `\\u{${c.codePointAt(0).toString(16)}}`).join('')}]`, 'u');
});

test('random text', () => {
  const { stdout } = spawnSync(`${build}/tests/web/dump-tokens`, ['random', '20261126', '4000'], { maxBuffer: 1 << 28 });
  const texts = String(stdout).trim().split('\n').map((line) => JSON.parse(line));
  const known = texts.filter((text) => !strangers.test(text));
  assert.ok(known.length > 3000);
  assert.ok(compare(known) > 50000);
});

test('characters of every kind between words', () => {
  const texts = [];
  for (let code = 0; code < 0x3400; ++code) {
    const c = String.fromCodePoint(code);
    if (!strangers.test(c)) texts.push(`한${c}글 a${c}b ${c} 1${c}2 漢${c}字 か${c}な`);
  }
  compare(texts);
});

test('a browser without word breaks', () => {
  const { Segmenter } = Intl;
  Intl.Segmenter = undefined;
  try {
    compare(['Café에서 naïve한 Ελλάδα를 Ｗｉｄｅ로', '좋아요👍🏽🎉 가족👨‍👩‍👧은', 'lone \ufffd 각ㅋㅋ']);
  } finally {
    Intl.Segmenter = Segmenter;
  }
});

test('folding of every character', () => {
  const texts = [];
  for (let code = 1; code < 0x20000; ++code)
    if ((code < 0xd800 || code > 0xdfff) && !strangers.test(String.fromCodePoint(code)))
      texts.push(` A${String.fromCodePoint(code)}  b `);
  const analyzer = createAnalyzer();
  const wrong = [];
  dump('fold', texts).forEach(([folded, name], i) => {
    if (analyzer.fold(texts[i]) !== folded || analyzer.foldName(texts[i]) !== name) wrong.push([texts[i], folded, analyzer.fold(texts[i])]);
  });
  assert.deepEqual(wrong, []);
});

test('the fingerprint', () => {
  const [expected] = dump('fingerprint', []);
  assert.equal(fingerprint, expected.slice(0, fingerprint.length));
});

test('what it weighs', () => {
  const bytesOf = (file, ...options) => {
    const { status, stdout, stderr } = spawnSync('esbuild', ['--minify', '--charset=utf8', '--format=esm', ...options, `${modules}/analysis/${file}`]);
    assert.equal(status, 0, String(stderr));
    return gzipSync(stdout, { level: 9 }).length;
  };
  assert.ok(bytesOf('core.js') <= 9400, `core: ${bytesOf('core.js')}`);
  assert.ok(bytesOf('tables.js') <= 4310, `tables: ${bytesOf('tables.js')}`);
  const all = bytesOf('analyzer.js', '--bundle');
  assert.ok(all <= 19600, `analyser: ${all}`);
});

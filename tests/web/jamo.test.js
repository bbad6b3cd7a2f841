// SPDX-License-Identifier: GPL-2.0-or-later
// Laws of analysis/jamo.js. Unicode's own decomposition of syllables is the oracle.
import assert from 'node:assert/strict';
import test from 'node:test';
import { modules } from './support/places.js';

const jamo = await import(`${modules}/analysis/jamo.js`);
const syllables = Array.from({ length: 11172 }, (_, i) => String.fromCharCode(0xac00 + i));

test('a syllable is its lead, vowel and coda as NFD has them', () => {
  for (const c of syllables) {
    const [lead, vowel, coda] = c.normalize('NFD');
    assert.equal(jamo.leadOf(c), lead.charCodeAt(0) - 0x1100);
    assert.equal(jamo.vowelOf(c), vowel.charCodeAt(0) - 0x1161);
    assert.equal(jamo.codaOf(c), coda ? coda.charCodeAt(0) - 0x11a7 : 0);
    assert.equal(jamo.compose(jamo.leadOf(c), jamo.vowelOf(c), jamo.codaOf(c)), c);
  }
});

test('indices and letters are each other', () => {
  // NFKD takes a compatibility jamo to the conjoining lead or vowel of the same index.
  for (let i = 0; i < 19; ++i) {
    assert.equal(jamo.leadIndex(jamo.leadJamo(i)), i);
    assert.equal(jamo.leadJamo(i).normalize('NFKD').charCodeAt(0) - 0x1100, i);
  }
  for (let i = 0; i < 21; ++i) {
    assert.equal(jamo.vowelIndex(jamo.vowelJamo(i)), i);
    assert.equal(jamo.vowelJamo(i).normalize('NFKD').charCodeAt(0) - 0x1161, i);
  }
  for (let i = 1; i < 28; ++i) assert.equal(jamo.codaIndex(jamo.codaJamo(i)), i);
  assert.equal(jamo.codaJamo(0), '');
  assert.equal(jamo.leadIndex('ㄳ'), -1);
  assert.equal(jamo.codaIndex('ㄸ'), -1);
  assert.equal(jamo.leadIndex(''), -1);
  assert.equal(jamo.codaIndex('ㅏ'), -1);
});

test('strokes join to what they came from', () => {
  for (const c of syllables) {
    const strokes = jamo.strokesOf(c);
    for (const stroke of strokes) assert.equal(jamo.partsOf(stroke), stroke);
    const parts = [jamo.leadJamo(jamo.leadOf(c)), jamo.vowelJamo(jamo.vowelOf(c)), jamo.codaJamo(jamo.codaOf(c))];
    assert.equal(parts.map((part) => [...jamo.partsOf(part)].join('')).join(''), strokes);
    for (const part of parts) {
      const [first, second] = jamo.partsOf(part);
      if (second) assert.equal(jamo.joinedJamo(first, second), part);
    }
  }
  assert.equal(jamo.strokesOf('값'), 'ㄱㅏㅂㅅ');
  assert.equal(jamo.strokesOf('ㄳ'), 'ㄱㅅ');
  assert.equal(jamo.strokesOf('뙈'), 'ㄸㅗㅐ');
  assert.equal(jamo.strokesOf('a'), '');
  assert.equal(jamo.joinedJamo('ㄱ', 'ㄱ'), '');
});

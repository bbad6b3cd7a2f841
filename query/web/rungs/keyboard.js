// SPDX-License-Identifier: MIT
// Mirrors query/rungs/keyboard.cpp: text typed on the wrong keyboard layout. The Korean layout is
// 두벌식 (KS X 5002) on QWERTY; it composes as input methods do: a consonant between two vowels
// begins the second's syllable. Cost: linear.
import {
  codaIndex, compose, isVowel, joinedJamo, leadIndex, partsOf, strokesOf, vowelIndex,
} from '../analysis/jamo.js';

const KEYS = 'qwertyuiopasdfghjklzxcvbnmQWERTOP';
const JAMO = 'ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ';

/** @param {string} c  '' for what is no letter */
const jamoOfKey = (c) =>
  JAMO[KEYS.indexOf(c)] || (/[A-Z]/.test(c) ? JAMO[KEYS.indexOf(c.toLowerCase())] : '');

/** What Latin keystrokes give on the Korean layout: zjffl -> 컬리. Other characters stay.
 * @param {string} typed */
export const toKoreanLayout = (typed) => {
  let out = '';
  let lead = '';
  let vowel = '';
  let coda = '';
  const flush = () => {
    out += lead && vowel
      ? compose(leadIndex(lead), vowelIndex(vowel), coda ? codaIndex(coda) : 0)
      : lead || vowel;
    lead = vowel = coda = '';
  };
  const takeVowel = (/** @type {string} */ jamo) => {
    const joined = joinedJamo(vowel, jamo);
    if (coda) {
      // The consonant, or the latter half of two, goes over to the next syllable.
      const [first, second] = partsOf(coda);
      coda = second ? first : '';
      flush();
      lead = second || first;
    } else if (vowel && !joined) flush();
    vowel = vowel && joined ? joined : jamo;
  };
  const takeConsonant = (/** @type {string} */ jamo) => {
    const open = lead && vowel;
    const joined = joinedJamo(coda, jamo);
    if (open && !coda && codaIndex(jamo) > 0) coda = jamo;
    else if (open && joined) coda = joined;
    else {
      flush();
      lead = jamo;
    }
  };
  for (const c of typed) {
    const jamo = jamoOfKey(c);
    if (!jamo) {
      flush();
      out += c;
    } else if (isVowel(jamo)) takeVowel(jamo);
    else takeConsonant(jamo);
  }
  flush();
  return out;
};

/** The Latin keys that give a Korean text: ㄴㄱㄷ -> sre, 컬리 -> zjffl. Doubled consonants give
 * capitals, other characters stay. @param {string} typed  NFC */
export const toLatinLayout = (typed) =>
  [...typed].map((c) =>
    [...strokesOf(c)].map((stroke) => KEYS[JAMO.indexOf(stroke)]).join('') || c).join('');

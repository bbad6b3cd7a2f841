// SPDX-License-Identifier: MIT
// Mirrors query/rungs/spelling.cpp: other spellings of a loanword, by the rules of 외래어 표기법 and
// by common confusions. The tables are the same; a change there is a change here.
import {
  codaIndex, codaJamo, codaOf, compose, leadIndex, leadJamo, leadOf, vowelIndex, vowelJamo, vowelOf,
} from '../analysis/jamo.js';

/** Pairs; either may stand for the other, in words of any length. */
const CONFUSIONS = (
  '컨 콘 컴포 콤포 캐쉬 캐시 푸쉬 푸시 레쉬 레시 대쉬 대시 쉽 십 쉘 셸 쉐 셰 메세 메시 화일 파일 ' +
  '화이팅 파이팅 후라 프라 어플리 애플리 라이센 라이선 데이타 데이터 쓰레드 스레드 렉토 렉터 ' +
  '팩토 팩터 벡토 벡터 메소 메서 타겟 타깃 리듬 리즘 카탈 카달 심볼 심벌 워크 웍 윈도우 윈도 ' +
  '로보트 로봇 셉트 셉 악세 액세 플래시 플래쉬 뱃지 배지 케익 케이크 로케트 로켓 초콜렛 초콜릿 ' +
  '수퍼 슈퍼 디지탈 디지털 세서리 세사리 미스테리 미스터리 바베큐 바비큐 소세지 소시지 커텐 커튼 ' +
  '쇼파 소파 테입 테이프 로얄 로열 알콜 알코올 넌센스 난센스 타올 타월 렌트카 렌터카 ' +
  '심포지움 심포지엄 앙케이트 앙케트 런닝 러닝 컨닝 커닝 도너츠 도넛'
).split(' ');

// Pairs of jamo, one behind the other.
/** 제1장 제3항: what is heard at the end of a syllable is written with one of seven codas. */
const CODAS = 'ㅋㄱㅌㅅㄷㅅㅍㅂㅈㅅㅊㅅ';
/** 제1장 제4항: 까페 is 카페, 뻐스 버스. */
const LEADS = 'ㄲㅋㄲㄱㄸㅌㄸㄷㅃㅍㅃㅂㅆㅅㅉㅊ';
/** 제3장 제1절 제4항: 쥬스 is 주스. */
const BEHIND_AFFRICATES = 'ㅑㅏㅕㅓㅛㅗㅠㅜ';

/** What is paired with a jamo. @param {string} pairs @param {string} jamo */
const others = (pairs, jamo) => [...pairs].map((c, i) => (c === jamo ? pairs[i ^ 1] : '')).join('');

/**
 * Each differs from the word in one place. Most are no words at all: whoever asks takes those that
 * the index has. Those that are not sure count only where nothing else is found.
 * @param {string} word
 * @returns {{text: string, sure: boolean}[]}  none but for 2 to 16 syllables
 */
export const loanwordSpellings = (word) => {
  if (!/^[가-힣]{2,16}$/.test(word)) return [];
  /** @type {{text: string, sure: boolean}[]} */
  const found = [];
  const put = (/** @type {number} */ at, /** @type {number} */ size, /** @type {string} */ instead,
    sure = true) => found.push({ text: word.slice(0, at) + instead + word.slice(at + size), sure });
  const long = word.length > 2;
  [...word].forEach((syllable, at) => {
    const lead = leadOf(syllable);
    const vowel = vowelOf(syllable);
    const coda = codaOf(syllable);
    const other = (/** @type {string} */ pairs, sure = true) => {
      for (const jamo of others(pairs, vowelJamo(vowel)))
        put(at, 1, compose(lead, vowelIndex(jamo), coda), sure);
    };
    if (/[ㅈㅊ]/.test(leadJamo(lead))) other(BEHIND_AFFRICATES);
    other('ㅐㅔ', long);
    for (const jamo of others(CODAS, codaJamo(coda)))
      put(at, 1, compose(lead, vowel, codaIndex(jamo)), long);
    for (const jamo of others(LEADS, leadJamo(lead)))
      put(at, 1, compose(leadIndex(jamo), vowel, coda), false);
  });
  CONFUSIONS.forEach((from, i) => {
    for (let at = -1; (at = word.indexOf(from, at + 1)) >= 0; )
      put(at, from.length, CONFUSIONS[i ^ 1]);
  });
  return found;
};

// SPDX-License-Identifier: MIT
// What the widget says before there are results, and when there are none to have. Modules that
// are loaded later bring their own words.

const ko = {
  search: '검색', placeholder: '무엇을 찾으세요?', clear: '지우기', close: '닫기', results: '검색 결과',
  filters: '필터', sort: '정렬', relevance: '관련순', newest: '최신순', oldest: '오래된순',
  hint: '제목, 본문, 태그에서 찾습니다. 초성(ㄱㅅ)만 쳐도 됩니다.',
  retry: '다시 시도',
  offline: '인터넷에 연결되어 있지 않습니다.',
  missing: '검색 자료를 찾을 수 없습니다.',
  stale: '사이트가 막 바뀌었습니다. 새로 고쳐 주세요.',
  corrupt: '검색 자료가 깨졌습니다.',
  incompatible: '검색 자료의 판이 맞지 않습니다. 새로 고쳐 주세요.',
  other: '검색하지 못했습니다.',
};

/** @typedef {typeof ko} Strings */

/** @type {Strings} */
const en = {
  search: 'Search', placeholder: 'Search posts', clear: 'Clear', close: 'Close', results: 'Results',
  filters: 'Filters', sort: 'Sort', relevance: 'Relevance', newest: 'Newest', oldest: 'Oldest',
  hint: 'Searches titles, texts and tags.',
  retry: 'Try again',
  offline: 'You are offline.',
  missing: 'The search index is missing.',
  stale: 'The site has changed. Please reload.',
  corrupt: 'The search index is damaged.',
  incompatible: 'The search index is of another version. Please reload.',
  other: 'The search failed.',
};

/**
 * By the element's nearest `lang`, else the reader's language: Korean, or English for any other.
 * @param {HTMLElement} host
 */
export function language(host) {
  const nearest = /** @type {HTMLElement | null} */ (host.closest('[lang]'));
  return /^ko/i.test(nearest?.lang || navigator.language) ? 'ko' : 'en';
}

/** @param {string} lang */
export const strings = (lang) => (lang == 'ko' ? ko : en);

/** Which string tells of an error. @param {any} error @returns {keyof Strings} */
export const reason = (error) =>
  error?.code in ko ? error.code : !navigator.onLine ? 'offline' : error instanceof TypeError ? 'missing' : 'other';

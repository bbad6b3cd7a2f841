// SPDX-License-Identifier: MIT
// What the widget says, in Korean and English.

const ko = {
  search: '검색', placeholder: '무엇을 찾으세요?', clear: '지우기', close: '닫기',
  results: '검색 결과', filters: '필터', sort: '정렬', reset: '모두 해제', completions: '이어서 찾기',
  relevance: '관련순', newest: '최신순', oldest: '오래된순',
  more: '더 보기', fewer: '줄이기', retry: '다시 시도', chosen: '고른 조건',
  count: (/** @type {string} */ n, /** @type {boolean} */ exact) => `${n}건${exact ? '' : ' 이상'}`,
  hint: '제목과 본문, 태그에서 찾습니다. 초성(ㄱㅅ)만 쳐도 됩니다.',
  none: '찾은 글이 없습니다', noneHint: '낱말을 줄이거나 다른 말로 찾아 보세요.', noneFilters: '고른 조건을 풀면 나올지도 모릅니다.',
  meant: '이것을 찾으셨나요? ', corrected: '이 말로 대신 찾았습니다: ',
  recent: '최근 글', loading: '찾는 중', new: '최근 글',
  facets: { tag: '태그', category: '분류', author: '글쓴이', year: '연도', month: '월', date: '기간' },
  presets: { 1: '최근 1개월', 12: '최근 1년', 36: '최근 3년' }, since: '언제부터', until: '언제까지',
  keys: [['↑↓', '고르기'], ['↵', '열기'], ['esc', '닫기']],
  errors: {
    offline: '인터넷에 연결되어 있지 않아 찾을 수 없습니다.',
    missing: '이 사이트의 검색 자료를 찾을 수 없습니다.',
    stale: '사이트가 막 바뀌었습니다. 페이지를 새로 고쳐 주세요.',
    corrupt: '검색 자료가 깨져서 읽을 수 없습니다.',
    incompatible: '검색 자료와 프로그램의 판이 서로 다릅니다. 페이지를 새로 고쳐 주세요.',
    other: '검색하다가 문제가 생겼습니다.',
  },
};

/** @typedef {typeof ko} Strings */

/** @type {Strings} */
const en = {
  search: 'Search', placeholder: 'What are you looking for?', clear: 'Clear', close: 'Close',
  results: 'Results', filters: 'Filters', sort: 'Sort', reset: 'Clear all', completions: 'Completions',
  relevance: 'Relevance', newest: 'Newest', oldest: 'Oldest',
  more: 'Show more', fewer: 'Show fewer', retry: 'Try again', chosen: 'Filters in use',
  count: (n, exact) => `${n}${exact ? '' : '+'} ${n == '1' ? 'result' : 'results'}`,
  hint: 'Searches titles, texts and tags.',
  none: 'Nothing found', noneHint: 'Try fewer or other words.', noneFilters: 'There may be more without the filters.',
  meant: 'Did you mean ', corrected: 'Showing results for ',
  recent: 'Recent posts', loading: 'Searching', new: 'Recent posts',
  facets: { tag: 'Tags', category: 'Categories', author: 'Authors', year: 'Years', month: 'Months', date: 'Date' },
  presets: { 1: 'Past month', 12: 'Past year', 36: 'Past 3 years' }, since: 'From', until: 'To',
  keys: [['↑↓', 'select'], ['↵', 'open'], ['esc', 'close']],
  errors: {
    offline: 'Search needs a connection, and there is none.',
    missing: 'The search index of this site is not there.',
    stale: 'The site has just changed. Please reload the page.',
    corrupt: 'The search index is damaged and cannot be read.',
    incompatible: 'The search index and the program are of different versions. Please reload the page.',
    other: 'Something went wrong while searching.',
  },
};

/**
 * By the element's nearest `lang`, else the reader's language: Korean, or English for any other.
 * @param {HTMLElement} host
 */
export function language(host) {
  const nearest = /** @type {HTMLElement | null} */ (host.closest('[lang]'));
  return (nearest?.lang || navigator.language).toLowerCase().startsWith('ko') ? 'ko' : 'en';
}

/** @param {string} code @returns {Strings} */
export const strings = (code) => (code == 'ko' ? ko : en);

// SPDX-License-Identifier: MIT
// The library's notes in the reader's language. They come in English (geul.d.ts); one that is not
// known here is shown as it came. tests/web/notes.test.js holds all that the library has.

/** @type {[RegExp, string][]} */
const korean = [
  [/^a quotation mark without/, '짝이 없는 따옴표를 뺐습니다.'],
  [/^a closing parenthesis without/, '짝이 없는 닫는 괄호를 뺐습니다.'],
  [/^a parenthesis without/, '닫히지 않은 괄호를 끝에서 닫았습니다.'],
  [/^parentheses deeper than (\d+)/, '$1겹보다 깊은 괄호를 뺐습니다.'],
  [/^the second of two operators/, '잇달아 쓴 연산자 가운데 뒤의 것을 뺐습니다.'],
  [/^(\S+) joins nothing/, '$1 앞뒤에 이을 말이 없어 낱말로 읽었습니다.'],
  [/^nothing follows "(.*)"; it was/s, '“$1” 뒤에 아무것도 없어 낱말로 읽었습니다.'],
  [/^there is no field "(.*)"; it was/s, '“$1” 필드가 없어 낱말로 읽었습니다.'],
  [/^"(.*)" is too short a beginning/s, '“$1” 앞부분이 너무 짧아 낱말로 읽었습니다.'],
  [/^bytes that are no UTF-8/, '글자가 아닌 것을 바꾸어 읽었습니다.'],
  [/^the query is longer than (\d+)/, '검색어가 $1바이트보다 길어 잘랐습니다.'],
  [/^a site's search does not look into paths/, '이 검색은 파일 경로에서 찾지 않습니다.'],
  [/^no post has the words/, '그 낱말이 있는 글이 없어, 낱말의 일부가 있는 글을 보입니다.'],
  [/^"(.*)" holds no word/s, '“$1”에는 찾을 낱말이 없어 뺐습니다.'],
  [/^"(.*)" is no date or range/s, '“$1” 날짜를 알 수 없어 뺐습니다.'],
  [/^"(.*)" runs backwards/s, '“$1” 기간의 앞뒤를 바꾸었습니다.'],
  [/^"(.*)" is no \S+$/s, '“$1” 값을 알 수 없습니다.'],
  [/^no post has the (\S+) "(.*)"; its words/s, '“$2” 값이 그대로 있는 글이 없어, 낱말로 찾았습니다.'],
  [/^only the first (\d+) words/, '처음 $1개 낱말만 다른 표기로도 찾았습니다.'],
  [/^there is no facet "(.*)"/s, '“$1” 필터가 없습니다.'],
  [/^the query holds no word; all posts/, '찾을 낱말이 없어 필터에 맞는 글을 모두 보입니다.'],
  [/^the query holds no word and/, '찾을 낱말이 없습니다.'],
];

/** @param {string} note @param {string} lang */
export function noteIn(note, lang) {
  const found = lang == 'ko' && korean.find(([pattern]) => pattern.test(note));
  if (!found) return note;
  const [pattern, template] = found;
  const match = /** @type {RegExpExecArray} */ (pattern.exec(note));
  return template.replace(/\$(\d)/g, (_, group) => match[group]);
}

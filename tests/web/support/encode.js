// SPDX-License-Identifier: GPL-2.0-or-later
// Writes a static index from documents, by indexer/site/FORMAT.md alone and with nothing of
// query/web: a second opinion on the format, and tiny sites for tests. Files are cut small, so that
// a few documents make several. Names are hashes of another kind than the real ones; no reader
// checks them.
import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';

const encoder = new TextEncoder();
export const bytesOf = (text) => encoder.encode(text);
export const compareBytes = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));

export const int = (value) => {
  const bytes = [];
  for (; value >= 128; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
  return [...bytes, value];
};
const little = (value, size) =>
  Array.from({ length: size }, (_, i) => Math.floor(value / 256 ** i) % 256);
const text = (value) => [...int(bytesOf(value).length), ...bytesOf(value)];
const texts = (values) => [...int(values.length), ...values.flatMap(text)];

export function words(list) {
  const shared = [];
  const rest = [];
  let before = new Uint8Array();
  for (const word of list) {
    const bytes = bytesOf(word);
    let same = 0;
    while (same < bytes.length && same < before.length && bytes[same] === before[same]) ++same;
    shared.push(same);
    rest.push([...bytes.subarray(same)]);
    before = bytes;
  }
  return [...shared.flatMap(int), ...rest.flatMap((bytes) => int(bytes.length)), ...rest.flat()];
}

const deltas = (pages) => pages.flatMap((page, i) => int(page - (i ? pages[i - 1] : -1) - 1));

const LENGTHS = [0];
while (LENGTHS.length < 256) {
  const last = LENGTHS[LENGTHS.length - 1];
  LENGTHS.push(Math.max(last + 1, Math.floor((last * 21) / 20)));
}
export const quantised = (length) => {
  let best = 0;
  LENGTHS.forEach((each, q) => {
    if (Math.abs(each - length) < Math.abs(LENGTHS[best] - length)) best = q;
  });
  return best;
};
export const readLength = (length) => LENGTHS[quantised(length)];

export const FIELD_WEIGHTS = {
  title: 5,
  heading: 2,
  tag: 2,
  category: 1,
  author: 1,
  summary: 1,
  body: 1,
  code: 1,
};
const FIELD_BITS = { title: 1, heading: 2, code: 4, summary: 8, tag: 16, category: 16, author: 16 };

/** The pieces of a document: field, text, unit. A section is a unit of its own. */
export function* piecesOf(page) {
  yield ['title', page.title, 0];
  for (const field of ['tag', 'category', 'author'])
    for (const name of page[{ tag: 'tags', category: 'categories', author: 'authors' }[field]] ??
      [])
      yield [field, name, 0];
  if (page.summary) yield ['summary', page.summary, 0];
  for (const [unit, { heading = '', text = '', code = '' }] of page.sections.entries()) {
    yield ['heading', heading, unit];
    yield ['body', text, unit];
    yield ['code', code, unit];
  }
}

/** What a document holds of each term: "B" stands before pairs. */
export function countTerms(page, analyzer) {
  const terms = new Map();
  let length = 0;
  for (const [field, piece, unit] of piecesOf(page))
    for (const { family, term } of analyzer.analyze(piece)) {
      const stored = (family.endsWith('pair') ? 'B' : '') + term;
      const entry = terms.get(stored) ?? { frequency: 0, units: new Map(), fields: new Set() };
      terms.set(stored, entry);
      entry.frequency += FIELD_WEIGHTS[field];
      entry.units.set(unit, (entry.units.get(unit) ?? 0) + FIELD_WEIGHTS[field]);
      entry.fields.add(field);
      length += FIELD_WEIGHTS[field];
    }
  return { terms, length };
}

const fieldsOf = (fields) =>
  [...fields].reduce((bits, field) => bits | (FIELD_BITS[field] ?? 0), 0) |
  (fields.has('body') ? 0 : 32);

const bestUnit = (units) => [...units].sort(([a, m], [b, n]) => n - m || a - b)[0][0];

export const daysOf = (date) => Math.floor(Date.parse(date.slice(0, 10)) / 864e5) + 719162;

function termFile(rows) {
  const postings = rows.flatMap((row) => row.postings);
  return [
    ...int(rows.length),
    ...words(rows.map((row) => row.text)),
    ...rows.flatMap((row) => int(2 * row.postings.length + (row.pair ? 1 : 0))),
    ...rows.flatMap((row) => deltas(row.postings.map(({ page }) => page))),
    ...postings.flatMap(({ frequency }) => int(frequency - 1)),
    ...postings.flatMap(({ units }) => int(bestUnit(units))),
    ...rows
      .filter((row) => !row.pair)
      .flatMap((row) => row.postings.flatMap(({ fields }) => int(fieldsOf(fields)))),
  ];
}

function fragment(page, unit) {
  const sections = page.sections.length ? [page.sections[unit]] : [];
  const parts = [];
  if (unit === 0 && page.summary) parts.push([0, '', '', 2, page.summary]);
  for (const { level = 0, heading = '', anchor = '', text = '', code = '' } of sections) {
    if (text || !code) parts.push([level, heading, anchor, 0, text]);
    if (code) parts.push([level, heading, anchor, 1, code]);
  }
  return [
    ...[page.title, page.url, page.date ?? ''].flatMap(text),
    ...[page.tags ?? [], page.categories ?? [], page.authors ?? []].flatMap(texts),
    ...int(Math.max(page.sections.length, 1)),
    ...int(parts.length),
    ...parts.flatMap(([level, heading, anchor, kind, content]) => [
      ...[...int(level), ...text(heading), ...text(anchor), ...int(kind), ...text(content)],
    ]),
  ];
}

const LEADING = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
export const initialsOf = (word) =>
  [...word].map((c) => LEADING[Math.floor((c.codePointAt(0) - 0xac00) / 588)]).join('');

/** Parts of so many rows; no part ends between two rows of one key. */
function cut(rows, size, keyOf) {
  const parts = [];
  for (const row of rows) {
    const last = parts[parts.length - 1];
    if (!last || (last.length >= size && keyOf(last[last.length - 1]) !== keyOf(row)))
      parts.push([row]);
    else last.push(row);
  }
  return parts;
}

/** The least front of `text` that is behind `before`. */
const shortened = (text, before) => {
  const characters = [...text];
  for (let n = 1; n < characters.length; ++n) {
    const front = characters.slice(0, n).join('');
    if (compareBytes(front, before) > 0) return front;
  }
  return text;
};

/**
 * @param documents  {title, url, date?, tags?, categories?, authors?, series?, summary?, sections}
 * @param analyzer   analyze() and foldName()
 * @returns {{files: Map<string, Uint8Array>, payloads: Map<string, Uint8Array>, pages: object[]}}
 *   pages in the order of their numbers
 */
export function encodeSite(
  documents,
  analyzer,
  { settings = {}, analysis = 'test', rowsAFile = 12, synonyms = null } = {},
) {
  const pages = [...documents].sort((a, b) =>
    (a.date ?? '') < (b.date ?? '') ? -1 : (a.date ?? '') > (b.date ?? '') ? 1 : 0,
  );
  const payloads = new Map();
  const hash = (bytes) =>
    createHash('sha256').update(Uint8Array.from(bytes)).digest().readUIntBE(0, 3) || 1;
  const put = (folder, bytes) => {
    const name = hash(bytes);
    payloads.set(`${folder}/${name.toString(16).padStart(6, '0')}.bin`, Uint8Array.from(bytes));
    return name;
  };

  const counted = pages.map((page) => countTerms(page, analyzer));
  const byTerm = new Map();
  counted.forEach(({ terms }, page) => {
    for (const [stored, entry] of terms)
      byTerm.set(stored, [...(byTerm.get(stored) ?? []), { page, ...entry }]);
  });
  const rows = [...byTerm].map(([stored, postings]) => {
    const pair = stored.startsWith('B');
    return { text: stored.slice(pair ? 1 : 0), pair, postings };
  });
  rows.sort((a, b) => compareBytes(a.text, b.text) || a.pair - b.pair);
  const ranges = (folder, parts, keyOf, encode) => {
    const first = parts.map((part, i) =>
      i ? shortened(keyOf(part[0]), keyOf(parts[i - 1][parts[i - 1].length - 1])) : '',
    );
    const names = parts.map((part) => put(folder, encode(part)));
    return [...int(parts.length), ...words(first), ...names.flatMap((name) => little(name, 3))];
  };
  const termRanges = ranges(
    't',
    cut(rows, rowsAFile, (row) => row.text),
    (row) => row.text,
    termFile,
  );

  const hangul = rows
    .filter(({ pair, text }) => !pair && /^[가-힣]+$/.test(text))
    .map(({ text, postings }) => ({
      text,
      initials: initialsOf(text),
      documents: postings.length,
    }));
  hangul.sort((a, b) => compareBytes(a.initials, b.initials) || compareBytes(a.text, b.text));
  const initialsRanges = ranges(
    'v',
    cut(hangul, rowsAFile, (row) => row.initials),
    (row) => row.initials,
    (part) => [
      ...int(part.length),
      ...words(part.map((row) => row.text)),
      ...part.flatMap((row) => int(row.documents)),
    ],
  );

  const groups = [];
  for (let begin = 0; begin < pages.length; begin += 8) {
    const fragments = pages.slice(begin, begin + 8).flatMap((page, i) =>
      Array.from({ length: Math.max(page.sections.length, 1) }, (_, unit) => ({
        page: begin + i,
        unit,
        bytes: fragment(page, unit),
      })),
    );
    const name = hash(fragments.flatMap(({ bytes }) => bytes));
    groups.push(name);
    for (const { page, unit, bytes } of fragments)
      payloads.set(
        `f/${page}-${name.toString(16).padStart(6, '0')}.${unit}.bin`,
        Uint8Array.from(bytes),
      );
  }

  const facets = [
    ['tag', 'tags'],
    ['category', 'categories'],
    ['author', 'authors'],
    ...(settings.facets ?? []).map((key) => [key, key]),
  ];
  const facetBytes = [...int(facets.length)];
  for (const [key, member] of facets) {
    const values = new Map();
    pages.forEach((page, number) => {
      for (const name of new Set([page[member] ?? []].flat())) {
        const folded = analyzer.foldName(name);
        const value = values.get(folded) ?? { name, pages: [] };
        values.set(folded, value);
        if (value.pages[value.pages.length - 1] !== number) value.pages.push(number);
      }
    });
    const sorted = [...values.values()].sort(
      (a, b) => b.pages.length - a.pages.length || a.name.localeCompare(b.name, 'ko'),
    );
    facetBytes.push(...text(key), ...texts(sorted.map(({ name }) => name)));
    facetBytes.push(
      ...sorted.flatMap(({ pages }) => int(pages.length)),
      ...sorted.flatMap(({ pages }) => deltas(pages)),
    );
  }

  const undated = pages.filter(({ date }) => !date).length;
  const days = pages.slice(undated).map(({ date }) => daysOf(date));
  const total = counted.reduce((sum, { length }) => sum + length, 0);
  const rest = [
    ...text(analysis),
    ...text(JSON.stringify(settings)),
    ...int(pages.length),
    ...int(total % 2 ** 28),
    ...int(Math.floor(total / 2 ** 28)),
    ...counted.map(({ length }) => quantised(length)),
    ...int(undated),
    ...days.flatMap((day, i) => int(i ? day - days[i - 1] : day)),
    ...groups.flatMap((name) => little(name, 3)),
    ...little(put('x', [...termRanges, ...initialsRanges]), 3),
    ...little(put('x', facetBytes), 3),
    ...little(
      put(
        'x',
        pages.flatMap(({ title }) => text(title)),
      ),
      3,
    ),
    ...little(synonyms ? put('x', bytesOf(JSON.stringify(synonyms))) : 0, 3),
  ];
  const build = createHash('sha256').update(Uint8Array.from(rest)).digest().subarray(0, 4);
  payloads.set('geul.bin', Uint8Array.from([...bytesOf('geul'), ...int(1), ...build, ...rest]));
  return { payloads, files: deflated(payloads), pages };
}

export const deflated = (payloads) =>
  new Map([...payloads].map(([file, bytes]) => [file, deflateRawSync(bytes)]));

/** A fetch over files in memory; `log` takes what was asked for. */
export const fetchOf =
  (files, log = []) =>
  async (url) => {
    const file = new URL(url).pathname.slice(1);
    log.push(file);
    const bytes = (typeof files === 'function' ? files() : files).get(file);
    return bytes ? new Response(bytes) : new Response('', { status: 404 });
  };

/** An analyser plain enough to see through: words between spaces, pairs of syllables within and
 * across them. */
export const plainAnalyzer = {
  analyze(text) {
    const tokens = [];
    let word = 0;
    let last = '';
    for (const { 0: surface, index } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
      const hangul = /^[가-힣]+$/.test(surface);
      const at = {
        begin: index,
        end: index + surface.length,
        word,
        position: word,
        script: hangul ? 'hangul' : 'latin',
      };
      if (hangul && last) tokens.push({ ...at, family: 'crossing_pair', term: last + surface[0] });
      tokens.push({ ...at, family: 'word', term: surface.toLowerCase() });
      if (hangul)
        for (let i = 0; i + 1 < surface.length; ++i)
          tokens.push({ ...at, family: 'pair', term: surface.slice(i, i + 2) });
      last = hangul ? surface.slice(-1) : '';
      ++word;
    }
    return tokens;
  },
  alternatesOf: () => [],
  isParticle: () => false,
  isFunctionWord: () => false,
  isNativeStem: () => false,
  fold: (text) => text.normalize('NFC').toLowerCase(),
  foldName: (text) => text.normalize('NFC').toLowerCase().trim().replace(/\s+/g, ' '),
};

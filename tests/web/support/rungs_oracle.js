// SPDX-License-Identifier: GPL-2.0-or-later
// Texts without markup, indexed by geul-index and by a map in memory, which answers as a static
// index does (types.js, IndexView); what geul-query makes of queries over them.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const { GEUL_INDEX, GEUL_QUERY } = process.env;
const MOST = 64 << 20;

/** Two texts a day, from the oldest on. */
export const dayOf = (page) =>
  new Date(Date.UTC(2010, 0, 1 + (page >> 1))).toISOString().slice(0, 10);

/** The words of Markdown files below a folder, cut into texts: nothing of them is markup.
 * In the order of their days, as pages are. */
export function textsOf(folder, most) {
  const texts = [];
  for (const file of readdirSync(folder, { recursive: true }).sort()) {
    if (!file.endsWith('.md') || texts.length >= most) continue;
    let post;
    try {
      post = readFileSync(join(folder, file), 'utf8').normalize('NFC');
    } catch {
      continue; // a folder of such a name
    }
    const words = post.replace(/^---[^]*?\n---/, '').match(/[가-힣]+[A-Za-z]*|[A-Za-z]+[가-힣]*/g) ?? [];
    for (let at = 0; at + 12 < words.length && at < 1200; at += 300) {
      const long = words.slice(at, at + 12).filter((word) => word.length > 2);
      texts.push({
        id: String(texts.length),
        title: words.slice(at, at + 4).join(' '),
        date: dayOf(texts.length),
        body: words.slice(at, at + 300).join(' '),
        tags: long.slice(0, 2),
        categories: long.slice(2, 3),
      });
    }
  }
  return texts;
}

/** A database of the texts, and what queries it. */
export function databaseOf(texts, { synonyms } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'geul-rungs-'));
  const source = join(folder, 'texts.jsonl');
  const db = join(folder, 'db');
  writeFileSync(source, texts.map((text) => JSON.stringify(text)).join('\n') + '\n');
  execFileSync(GEUL_INDEX, ['build', source, '--db', db, '--quiet']);
  const options = ['--db', db, '--format', 'json'];
  if (synonyms) {
    writeFileSync(join(folder, 'synonyms.txt'), synonyms);
    options.push('--synonyms', join(folder, 'synonyms.txt'));
  }
  return {
    /** The answers to queries, without hits. */
    answers(queries, ...more) {
      const file = join(folder, 'queries.tsv');
      writeFileSync(file, queries.map((query, i) => `${i}\t${query}\n`).join(''));
      const args = [...options, '--limit', '0', '--batch', file, ...more];
      const { stdout, stderr, status } = spawnSync(GEUL_QUERY, args, { encoding: 'utf8', maxBuffer: MOST });
      if (status > 1) throw new Error(stderr);
      return stdout.trim().split('\n').map((line) => JSON.parse(line));
    },
    suggestions(prefix, limit) {
      const args = [...options, '--limit', String(limit), '--suggest', prefix];
      return JSON.parse(spawnSync(GEUL_QUERY, args, { encoding: 'utf8', maxBuffer: MOST }).stdout).suggestions;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

const LEADS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
export const initialsOf = (word) =>
  [...word].map((c) => LEADS[Math.floor((c.charCodeAt(0) - 0xac00) / 588)]).join('');

const isPair = (family) => family.endsWith('pair');
const FAR = 1e6;

/** Of every stored term the pages, and where it stands there. */
function postingsOf(texts, analyzer) {
  const pages = new Map();
  const add = (stored, page, position) => {
    if (!pages.has(stored)) pages.set(stored, new Map());
    const places = pages.get(stored);
    places.set(page, [...(places.get(page) ?? []), position]);
  };
  texts.forEach(({ title, body, tags, categories }, page) => {
    const pieces = [['S', title], ...[...tags, ...categories].map((name) => ['W', name]), ['D', body]];
    for (const [piece, [field, text]] of pieces.entries())
      for (const { family, term, position } of analyzer.analyze(text)) {
        const stored = (isPair(family) ? 'B' : '') + term;
        const place = position + piece * FAR;
        add(stored, page, place);
        if (!isPair(family) || field === 'S') add(`${field}:${stored}`, page, place);
      }
  });
  return pages;
}

/**
 * An IndexView over the texts. `asked` holds what was asked of files since it was last emptied.
 * With `positions`, two words with the pair across their border are counted where they stand side
 * by side, as on the C++ side; a static index has no positions.
 */
export function viewOf(texts, analyzer, { positions = false } = {}) {
  const postings = postingsOf(texts, analyzer);
  const words = [...postings.keys()]
    .filter((stored) => !/^[A-Z]/.test(stored))
    .map((term) => ({ term, documents: postings.get(term).size, bytes: Buffer.from(term) }))
    .sort((a, b) => Buffer.compare(a.bytes, b.bytes))
    .map(({ term, documents }) => ({ term, documents }));
  const byInitials = words
    .filter(({ term }) => /^[가-힣]+$/.test(term))
    .map((word) => ({ word, initials: initialsOf(word.term) }));
  const asked = [];
  const none = new Map();
  const beside = ([left, right]) =>
    [...left].filter(([page, places]) =>
      places.some((place) => right.get(page)?.includes(place + 1))).map(([page]) => page);
  const match = (query) => {
    const sets = () => query.children.map((child) => new Set(match(child)));
    if (query.kind === 'nothing') return [];
    if (query.kind === 'term') return [...(postings.get(query.term) ?? none).keys()];
    if (query.kind === 'pages') return query.pages;
    if (query.kind === 'any') return [...new Set(query.children.flatMap(match))];
    if (query.kind !== 'all') throw new Error(`no answer to ${query.kind}`);
    const terms = query.children.map(({ term }) => term);
    if (positions && terms.length === 3 && terms[2]?.startsWith('B') && !terms[0].startsWith('B'))
      return beside(terms.map((term) => postings.get(term) ?? none));
    const [first, ...others] = sets();
    return [...first].filter((page) => others.every((set) => set.has(page)));
  };
  return {
    asked,
    words,
    async frequency(stored) {
      asked.push(stored);
      return (postings.get(stored) ?? none).size;
    },
    async wordsFrom(begin, last = begin) {
      asked.push(`${begin}*`);
      return words
        .filter(({ term }) => term.startsWith(begin) || term.startsWith(last) || (term > begin && term < last))
        .slice(0, 2000);
    },
    async wordsOfInitials(initials, whole = false) {
      asked.push(`${initials}?`);
      return byInitials
        .filter((entry) => (whole ? entry.initials === initials : entry.initials.startsWith(initials)))
        .map(({ word }) => word);
    },
    count: async (query) => match(query).length,
    match,
  };
}

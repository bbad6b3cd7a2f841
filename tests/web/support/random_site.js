// SPDX-License-Identifier: GPL-2.0-or-later
// Random numbers that are the same each time, and random posts of few words, so that words repeat.

export function random(seed) {
  let state = seed >>> 0 || 1;
  const next = () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
  const below = (n) => Math.floor(next() * n);
  const pick = (list) => list[below(list.length)];
  return { next, below, pick, list: (most, make) => Array.from({ length: below(most + 1) }, make) };
}

const SYLLABLES = [...'검색엔진데이터가나다학교서버'];

export function randomSite(seed, size) {
  const { below, pick, list } = random(seed);
  const vocabulary = Array.from({ length: 40 }, () =>
    below(4)
      ? Array.from({ length: 1 + below(4) }, () => pick(SYLLABLES)).join('')
      : pick(['java', 'ci', 'node', 'v2', '😀x', 'ﬀ']),
  );
  const phrase = (most) => list(most, () => pick(vocabulary)).join(' ');
  const section = () => ({
    level: 1 + below(3),
    heading: phrase(3),
    anchor: `s${below(100)}`,
    text: phrase(30),
    code: below(4) ? '' : phrase(6),
  });
  const documents = Array.from({ length: size }, (_, i) => ({
    title: phrase(4),
    url: `/p${i}/`,
    date: below(6)
      ? `20${10 + below(15)}-0${1 + below(9)}-1${below(10)}T00:00:00+09:00`
      : undefined,
    tags: list(3, () => pick(['검색', '서버', 'Java', 'spring boot'])),
    categories: list(1, () => pick(['글', '메모'])),
    authors: [],
    summary: below(3) ? '' : phrase(8),
    sections: list(4, section),
  }));
  return { documents, vocabulary };
}

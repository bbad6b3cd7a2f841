// SPDX-License-Identifier: GPL-2.0-or-later
// The interface of query/web/geul.d.ts over a JSON file of posts: what the widget is tried with
// before there is an index. Words are looked for as substrings; nothing is analysed.

export class GeulError extends Error {
  constructor(code, file) {
    super(`${code}: ${file}`);
    this.name = 'GeulError';
    this.code = code;
    this.file = file;
  }
}

const kFilters = ['tag', 'category', 'author', 'year', 'month', 'since', 'until'];
const kNames = { tag: 'tags', category: 'categories', author: 'authors' };
const valuesOf = (post, facet) =>
  facet == 'year' ? [post.date.slice(0, 4)] : facet == 'month' ? [post.date.slice(0, 7)] : post[kNames[facet]];

/** Half-open spans of `words` in `text`, ascending and apart. */
function spansOf(text, words) {
  const all = words.flatMap((word) => {
    const found = [];
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) found.push([at, at + word.length]);
    return found;
  }).sort((a, b) => a[0] - b[0]);
  return all.filter(([begin], at) => !all.slice(0, at).some(([, end]) => end > begin));
}

function excerptOf({ heading, anchor, text }, words) {
  const at = Math.max(0, (spansOf(text, words)[0]?.[0] ?? 0) - 40);
  const cut = text.slice(at, at + 160);
  return { text: cut, highlights: spansOf(cut, words), cutBefore: at > 0, cutAfter: at + 160 < text.length, heading, anchor };
}

const addressOf = (post, anchor) => post.url + (anchor ? `#${anchor}` : '');

function hitOf(post, words, rank) {
  const matching = post.sections.filter(({ heading, text }) => words.some((word) => `${heading} ${text}`.includes(word)));
  const best = matching[0] ?? post.sections[0];
  return {
    rank, url: addressOf(post, best.anchor), postUrl: post.url, title: post.title, titleHighlights: spansOf(post.title, words),
    date: post.date, tags: post.tags, categories: post.categories, authors: post.authors, score: 1, excerpt: excerptOf(best, words),
    sections: matching.slice(0, 3).map((section) => ({
      heading: section.heading, headingHighlights: spansOf(section.heading ?? '', words), level: 2, anchor: section.anchor,
      url: addressOf(post, section.anchor), excerpt: excerptOf(section, words),
    })),
    matchedBy: ['exact'],
  };
}

const allows = (post, filters, but) =>
  Object.entries(filters).every(([name, chosen]) =>
    !chosen || name == but || !kFilters.includes(name) || (name == 'since' ? post.date >= chosen : name == 'until' ? post.date.slice(0, 10) <= chosen
      : [chosen].flat().some((value) => valuesOf(post, name).includes(value))));

function counted(posts, facet, filters) {
  const counts = new Map();
  for (const post of posts.filter((each) => allows(each, filters, facet)))
    for (const value of valuesOf(post, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
  const chosen = [filters[facet] ?? []].flat();
  for (const value of chosen) if (!counts.has(value)) counts.set(value, 0);
  const all = [...counts].map(([value, count]) => ({ value, count, selected: chosen.includes(value) }));
  return all.sort((a, b) => (facet == 'year' || facet == 'month' ? b.value.localeCompare(a.value) : b.count - a.count || a.value.localeCompare(b.value)));
}

const kMisspelt = { 컬러에서: '컬리에서', 검섹: '검색' };

export async function open({ base = new URL('.', import.meta.url), fetch: get = fetch } = {}) {
  const read = async (name, signal) => {
    const answer = await get(new URL(name, base).href, { signal }).catch((error) => {
      throw error.name == 'AbortError' ? error : new GeulError('offline', name);
    });
    if (!answer.ok) throw new GeulError('missing', name);
    return answer.json().catch(() => { throw new GeulError('corrupt', name); });
  };
  const { posts, build, format } = await read('geul.bin');
  if (format != 1) throw new GeulError('incompatible', 'geul.bin');
  posts.sort((a, b) => b.date.localeCompare(a.date));
  const facetsOf = (found, { facets = [], filters = {} }) => Object.fromEntries(facets.map((name) => [name, counted(found, name, filters)]));

  return {
    size: posts.length, build, facetNames: ['tag', 'category', 'author', 'year', 'month', 'day'],
    prepare: async () => { await read('t/terms.bin'); },
    facets: async (options = {}) => facetsOf(posts, options),
    async suggest(prefix, { limit = 8 } = {}) {
      const words = new Map(posts.flatMap((post) => post.tags.map((tag) => [tag, { text: tag, kind: 'tag', by: 'exact', count: 1, query: `tag:${tag}`, url: null }])));
      for (const post of posts)
        for (const word of post.title.split(/\s+/)) words.set(word, { text: word, kind: 'word', by: 'exact', count: 1, query: word, url: null });
      return [...words.values()].filter(({ text }) => text.startsWith(prefix)).slice(0, limit);
    },
    async search(query, options = {}) {
      const { filters = {}, sort = 'relevance', limit = 10, offset = 0, signal } = options;
      await read('t/terms.bin', signal);
      const typed = query.split(/[\s"]+/).filter(Boolean);
      const wrong = typed.filter((word) => word in kMisspelt);
      const instead = typed.map((word) => kMisspelt[word] ?? word);
      const correctedQuery = instead.join(' ') == typed.join(' ') ? null : instead.join(' ');
      const words = instead.map((word) => word.replace(/^tag:/, ''));
      const found = posts.filter((post) => words.every((word) => JSON.stringify([post.title, post.tags, post.sections]).includes(word)));
      const matching = found.filter((post) => allows(post, filters));
      if (sort == 'oldest') matching.reverse();
      return {
        format: 1, query: { text: query, sort }, total: { count: matching.length, exact: !query.includes('"') }, offset,
        hits: matching.slice(offset, offset + limit).map((post, at) => hitOf(post, words, offset + at + 1)),
        facets: facetsOf(found, options), suggestions: wrong.map((word) => ({ typed: word, instead: kMisspelt[word], span: [0, 0] })), corrected: !!correctedQuery, correctedQuery,
        notes: [...(query.includes('"') ? ['a quotation mark without its partner was left out'] : []), ...wrong.map((word) => `no post has "${word}"; "${kMisspelt[word]}" was taken for it`)],
      };
    },
  };
}

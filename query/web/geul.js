// SPDX-License-Identifier: MIT
// The client library of a static search; geul.d.ts is its contract. Small: it reads the entry, and
// loads what answers (m/) when the first search needs it.
import { decodeEntry, ENTRY, facetNamesOf } from './index/entry.js';
import { GeulError, throwIfAborted } from './index/errors.js';
import { openFiles } from './index/files.js';

export { GeulError };

/** @typedef {import("./index/entry.js").Entry} Entry */

/** Addresses of the bundled engine's files, the engine first; put in by the build (site.cmake).
 * @type {string[] | undefined} */
const parts = /** @type {any} */ (globalThis).GEUL_PARTS?.split(' ');

/** The code that answers, all of its files asked for at once. Where one does not come, the site has
 * other code by now.
 * @returns {Promise<[typeof import("./engine.js"), typeof import("./analysis/analyzer.js")]>} */
const load = () =>
  /** @type {any} */ (
    parts
      ? Promise.all(parts.map((part) => import(part)))
      : Promise.all([import('./engine.js'), import('./analysis/analyzer.js')])
  ).catch((/** @type {unknown} */ cause) => {
    throw new GeulError(globalThis.navigator?.onLine === false ? 'offline' : 'stale', 'm/', cause);
  });

/** @param {Date} date */
const dayOf = (date) => date.getFullYear() * 1e4 + (date.getMonth() + 1) * 100 + date.getDate();

/** @param {import("./geul.js").OpenOptions} [options]  @returns {Promise<import("./geul.js").Geul>} */
export async function open(options = {}) {
  const base = new URL(
    options.base ?? '.',
    options.base ? globalThis.document?.baseURI : import.meta.url,
  );
  if (!base.pathname.endsWith('/')) base.pathname += '/';
  const files = openFiles(options.fetch ?? ((...args) => fetch(...args)), base.href);
  let entry = await files.read(ENTRY, decodeEntry, { cache: 'no-cache' });
  /** @type {import("./types.js").Analyzer | undefined} */
  let analyzer;

  /** @param {Entry} entry */
  const loadAnalyzer = async (entry) => {
    const [, { createAnalyzer, fingerprint }] = await load();
    if (!entry.analysis.startsWith(fingerprint)) throw new GeulError('incompatible', ENTRY);
    return (analyzer ??= createAnalyzer(entry.settings.words ?? []));
  };

  /** The site was published anew. @param {Entry} old  @param {GeulError} error */
  const renew = async (old, error) => {
    if (entry === old) {
      let read;
      try {
        read = await files.read(ENTRY, decodeEntry, { cache: 'reload' });
      } catch (cause) {
        throw new GeulError('stale', error.file, cause);
      }
      if (read.build === old.build) throw error;
      files.forget();
      analyzer = undefined;
      entry = read;
    }
  };

  /**
   * Does something with the index, once more where a file is gone with the entry that named it.
   * @template T
   * @param {AbortSignal | undefined} signal
   * @param {(index: import("./index/index.js").Index, analyzer: import("./types.js").Analyzer) => Promise<T>} task
   * @param {boolean} [again]
   * @returns {Promise<T>}
   */
  const withIndex = async (signal, task, again) => {
    throwIfAborted(signal);
    const at = entry;
    if (at.directory) files.warm(at.directory);
    try {
      const [{ openIndex }] = await load();
      const analyzer = await loadAnalyzer(at);
      throwIfAborted(signal);
      return await task(openIndex(files, at, analyzer, signal), analyzer);
    } catch (error) {
      if (!(error instanceof GeulError) || error.code !== 'missing') throw error;
      if (again) throw new GeulError('stale', error.file, error);
      await renew(at, error);
      return withIndex(signal, task, true);
    }
  };

  /** @param {string} query  @param {import("./geul.js").SearchOptions} [options_] */
  const search = (query, options_ = {}) =>
    withIndex(options_.signal, async (index, analyzer) => {
      const [{ ask }] = await load();
      const today = dayOf(options.today ?? new Date());
      return ask(index, analyzer, query, { ...options_, today });
    });

  return {
    search,
    suggest: (prefix, options_ = {}) =>
      withIndex(options_.signal, async (index, analyzer) => {
        const [{ completions }] = await load();
        const { suggest } = await completions();
        return suggest(prefix, index, analyzer, options_.limit ?? 10);
      }),
    async facets(options_ = {}) {
      const facets = options_.facets ?? facetNamesOf(entry);
      return (await search('', { ...options_, facets, limit: 0 })).facets;
    },
    prepare: () => withIndex(undefined, async (index) => void (await index.directory())),
    get size() {
      return entry.size;
    },
    get build() {
      return entry.build;
    },
    get facetNames() {
      return facetNamesOf(entry);
    },
  };
}

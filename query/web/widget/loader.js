// SPDX-License-Identifier: MIT
// Loads the client library when it is first wanted, once for all widgets of a folder. The entry
// file, and in a hurry the code that answers, are asked for at the same time as the code that
// reads them.

/** @typedef {import('../geul.js').Geul} Geul */

/** Addresses of the code that answers; put in by the build (site.cmake). @type {string[]} */
const parts = /** @type {any} */ (globalThis).GEUL_PARTS?.split(' ') ?? [];

/** @type {Map<string, Promise<Geul>>} */
const engines = new Map();

/**
 * @param {string} base  the folder's address, with the slash
 * @param {boolean} [hurry]  a search will follow at once
 * @returns {Promise<Geul>} rejects with a GeulError, or a TypeError where the code did not come;
 *   the next call tries again
 */
export function load(base, hurry) {
  if (hurry) for (const part of parts.splice(0)) import(base + part).catch(() => {});
  let engine = engines.get(base);
  if (!engine) {
    engines.set(base, (engine = start(base)));
    engine.catch(() => engines.delete(base));
  }
  return engine;
}

/** Another call of load() reads everything anew. @param {string} base */
export const forget = (base) => engines.delete(base);

/** @param {string} base @returns {Promise<Geul>} */
async function start(base) {
  const entry = base + 'geul.bin';
  /** @type {Promise<Response> | null} */
  let early = fetch(entry, { cache: 'no-cache' });
  early.catch(() => {});
  /** @type {typeof fetch} */
  const once = (input, init) => {
    const answer = String(input) == entry ? early : null;
    if (answer) early = null;
    return answer ?? fetch(input, init);
  };
  /** @type {typeof import('../geul.js')} */
  const library = await import(base + 'geul.js');
  return library.open({ base, fetch: once });
}

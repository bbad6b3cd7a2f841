// SPDX-License-Identifier: MIT
// Loads the client library when it is first wanted, once for all widgets of a folder. The entry
// file is asked for at the same time as the code that reads it.

/** @typedef {import('../geul.js').Geul} Geul */

/** @type {Map<string, Promise<Geul>>} */
const engines = new Map();

/**
 * @param {string} base  the folder's address, with the slash
 * @returns {Promise<Geul>} rejects with a GeulError, or a TypeError where the code did not come;
 *   the next call tries again
 */
export function load(base) {
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

// SPDX-License-Identifier: MIT
// Fetches, inflates, decodes and keeps the files of an index.
import { GeulError, throwIfAborted } from './errors.js';

/** Decoded files that are kept, the least recently used dropped first: some 10 MB. */
const KEPT = 256;

/** Bytes of a payload: as indexer/site/reader.hpp has it. No file of an index comes near. */
const LARGEST = 2 ** 26;

/** Ends a stream that grows beyond what a file may be: a few bytes inflate to any number. */
const bounded = () => {
  let size = 0;
  return new TransformStream({
    transform(/** @type {Uint8Array} */ chunk, controller) {
      if ((size += chunk.length) > LARGEST) controller.error(new RangeError('too long'));
      else controller.enqueue(chunk);
    },
  });
};

/** @param {Response} response */
const inflate = async (response) => {
  const stream = /** @type {ReadableStream} */ (response.body);
  const inflated = stream.pipeThrough(new DecompressionStream('deflate-raw')).pipeThrough(bounded());
  return new Uint8Array(await new Response(inflated).arrayBuffer());
};

/**
 * One file's payload. Errors: GeulError offline, missing (also where the host sends a page in its
 * place), corrupt; AbortError.
 * @param {typeof fetch} fetch
 * @param {string} base  ends in a slash
 * @param {string} file
 * @param {RequestInit} init
 */
async function load(fetch, base, file, init) {
  let response;
  try {
    response = await fetch(base + file, init);
  } catch (error) {
    throwIfAborted(init.signal ?? undefined);
    throw new GeulError('offline', file, error);
  }
  const gone = response.status === 404 || response.status === 410;
  if (gone || response.headers.get('content-type')?.startsWith('text/html'))
    throw new GeulError('missing', file);
  if (!response.ok || !response.body) throw new GeulError('offline', file);
  try {
    return await inflate(response);
  } catch (error) {
    throwIfAborted(init.signal ?? undefined);
    throw new GeulError(
      globalThis.navigator?.onLine === false ? 'offline' : 'corrupt',
      file,
      error,
    );
  }
}

/** @typedef {ReturnType<typeof openFiles>} Files */

/**
 * @param {typeof fetch} fetch
 * @param {string} base
 */
export function openFiles(fetch, base) {
  /** @type {Map<string, {value: Promise<any>, waiting: number, controller: AbortController}>} */
  const kept = new Map();
  /** @type {Map<string, Promise<Uint8Array>>} */
  const early = new Map();

  /** Asks for a file before the code is there that decodes it; it is not given up. @param {string} file */
  const warm = (file) => {
    if (kept.has(file) || early.has(file)) return;
    const bytes = load(fetch, base, file, {});
    early.set(file, bytes);
    bytes.catch(() => early.get(file) === bytes && early.delete(file));
  };

  /** @param {string} file  @param {any} decode  @param {RequestInit} init */
  const read = async (file, decode, init) => {
    const asked = early.get(file);
    early.delete(file);
    const bytes = await (asked ?? load(fetch, base, file, init));
    try {
      return decode(bytes);
    } catch (error) {
      throw error instanceof GeulError ? error : new GeulError('corrupt', file, error);
    }
  };

  /** @param {string} file  @param {any} decode */
  const start = (file, decode) => {
    const controller = new AbortController();
    const waiting = early.has(file) ? Infinity : 0;
    const value = read(file, decode, { signal: controller.signal });
    const entry = { value, waiting, controller };
    kept.set(file, entry);
    value.then(
      () => (entry.waiting = Infinity),
      () => kept.get(file) === entry && kept.delete(file),
    );
    for (const old of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(old);
    }
    return entry;
  };

  /**
   * The decoded file, from what is kept if it is there. Whoever asks may abort; the file is given
   * up when nobody waits for it any more.
   * @template T
   * @param {string} file
   * @param {(bytes: Uint8Array) => T} decode
   * @param {AbortSignal} [signal]
   * @returns {Promise<T>}
   */
  const get = (file, decode, signal) => {
    throwIfAborted(signal);
    const found = kept.get(file);
    if (found) {
      kept.delete(file);
      kept.set(file, found);
    }
    const entry = found ?? start(file, decode);
    if (!signal) {
      entry.waiting = Infinity;
      return entry.value;
    }
    ++entry.waiting;
    return new Promise((resolve, reject) => {
      const leave = () => {
        reject(new DOMException('aborted', 'AbortError'));
        if (--entry.waiting) return;
        if (kept.get(file) === entry) kept.delete(file);
        entry.controller.abort();
      };
      signal.addEventListener('abort', leave, { once: true });
      entry.value.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
    });
  };

  const forget = () => {
    kept.clear();
    early.clear();
  };

  return { get, read, warm, forget };
}

// SPDX-License-Identifier: MIT
// Reads the notation of indexer/site/FORMAT.md. Every read is checked against the end of the bytes,
// and a count against the bytes that so many things take at least, before anything is allocated.
// Errors: a RangeError or (for bytes that are no UTF-8) a TypeError; whoever asked for the file
// names it in a GeulError.

/** @typedef {ReturnType<typeof reader>} Reader */

/** @returns {never} */
export function fail() {
  throw new RangeError('damaged');
}

/** @param {Uint8Array} bytes */
const decode = (bytes) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

/** @param {Uint8Array} bytes */
export function reader(bytes) {
  let at = 0;

  /** @param {number} n */
  const take = (n) => {
    if (n > bytes.length - at) fail();
    at += n;
    return bytes.subarray(at - n, at);
  };

  const int = () => {
    for (let value = 0, scale = 1, i = 0; i < 5; ++i, scale *= 128) {
      const byte = take(1)[0];
      value += (byte & 127) * scale;
      if (byte < 128) return value < 2 ** 32 ? value : fail();
    }
    return fail();
  };

  /** How many things follow, each of at least `size` bytes. @param {number} [size] */
  const count = (size = 1) => {
    const n = int();
    return n * size > bytes.length - at ? fail() : n;
  };

  /** @param {number} n */
  const ints = (n) => {
    if (n > bytes.length - at) fail();
    const values = new Uint32Array(n);
    for (let i = 0; i < n; ++i) {
      const byte = bytes[at];
      if (byte < 128) {
        values[i] = byte;
        ++at;
      } else values[i] = int();
    }
    return values;
  };

  /** Little endian. @param {number} size */
  const number = (size) => take(size).reduceRight((value, byte) => value * 256 + byte, 0);

  const text = () => decode(take(int()));

  /** Front-coded texts, which hold no NUL: they are decoded together, parted by it.
   * @param {number} n */
  const words = (n) => {
    if (!n) return [];
    const shared = ints(n);
    const lengths = ints(n);
    let size = 0;
    for (let i = 0; i < n; ++i) size += shared[i] + lengths[i] + 1;
    // Terms are short; a file that says otherwise would only take the memory.
    if (size > 512 * (n + bytes.length)) fail();
    const all = new Uint8Array(size);
    for (let i = 0, begin = 0, before = 0, end = 0; i < n; ++i) {
      if (shared[i] > end - before) fail();
      all.copyWithin(begin, before, before + shared[i]);
      all.set(take(lengths[i]), begin + shared[i]);
      before = begin;
      end = begin + shared[i] + lengths[i];
      begin = end + 1;
    }
    const list = decode(all).split('\0');
    return list.length === n + 1 ? list.slice(0, n) : fail();
  };

  return {
    take,
    int,
    count,
    ints,
    number,
    text,
    words,
    texts: () => Array.from({ length: count() }, text),
    end: () => at === bytes.length || fail(),
  };
}

/**
 * The order of two texts by the bytes of their UTF-8, which is that of their code points.
 * @param {string} a
 * @param {string} b
 */
export function compareBytes(a, b) {
  for (let i = 0; i < a.length && i < b.length; ++i)
    if (a[i] !== b[i]) return rank(a.charCodeAt(i)) - rank(b.charCodeAt(i));
  return a.length - b.length;
}

/** Surrogates stand for what comes behind all other units. @param {number} unit */
const rank = (unit) => (unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800);

/**
 * The first index in [0, n) that is not `before`; n without one.
 * @param {number} n
 * @param {(index: number) => boolean} before
 */
export function bound(n, before) {
  let low = 0;
  for (let high = n; low < high;) {
    const middle = (low + high) >> 1;
    if (before(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

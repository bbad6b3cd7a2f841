// SPDX-License-Identifier: GPL-2.0-or-later
// An exported site in a folder, read as a browser would.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A fetch over the folder; `log` takes the names of the files and their sizes. */
export const folderFetch =
  (folder, log = []) =>
  async (url, { signal } = {}) => {
    signal?.throwIfAborted();
    const file = decodeURI(new URL(url).pathname).slice(1);
    try {
      const bytes = await readFile(join(folder, file));
      log.push({ file, bytes: bytes.length });
      return new Response(bytes);
    } catch {
      return new Response('', { status: 404 });
    }
  };

/** Whether two scores are so near that pages' quantised lengths decide which is the larger. */
export const nearlyEqual = (a, b) =>
  Math.abs(a - b) <= 0.02 * Math.max(Math.abs(a), Math.abs(b)) + 1e-9;

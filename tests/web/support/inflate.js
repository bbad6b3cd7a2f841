// SPDX-License-Identifier: GPL-2.0-or-later
// Lets Debian's node, version 18, read what every browser reads: its DecompressionStream knows no
// "deflate-raw". Import it before the client; it does nothing where that is known.
import { Duplex } from 'node:stream';
import { createInflateRaw } from 'node:zlib';

function isKnown() {
  try {
    new DecompressionStream('deflate-raw');
    return true;
  } catch {
    return false;
  }
}

if (!isKnown())
  globalThis.DecompressionStream = /** @type {any} */ (
    function InflateRaw() {
      return Duplex.toWeb(createInflateRaw());
    }
  );

// SPDX-License-Identifier: MIT
// node module.js IN OUT: makes the module analysis/core.js of what wasm2js wrote: its functions and
// memory, without what imports, growing memory and floats would need.
import { readFileSync, writeFileSync } from 'node:fs';

const [input, output] = process.argv.slice(2);
const text = readFileSync(input, 'utf8');

/** @param {RegExp} pattern */
const find = (pattern) => {
  const found = pattern.exec(text);
  if (!found) throw new Error(`${input}: not as wasm2js 108 writes it: no ${pattern}`);
  return found;
};

const bytes = find(/new ArrayBuffer\((\d+)\)/)[1];
const [, body, exported] = find(/var infinity = Infinity;\n([^]*?)\n function __wasm_memory_size[^]*?\n return \{([^]*?)\n \};/);
const data = [...text.matchAll(/base64DecodeToExistingUint8Array\(bufferView, (\d+), "(.*?)"\);/g)];
const names = [...exported.matchAll(/"(\w+)": (\$\w+)/g)];

/** Bytes as a string of characters up to U+00FF. @param {string} base64 */
const literal = (base64) =>
  `'${atob(base64).replace(/[\0-\x1f\\']/g, (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`)}'`;

/**
 * Without the coercions that only sums beyond 31 bits would need, which the core has none of: its
 * numbers are syllables, lengths and addresses. Quotients and what a switch compares need theirs.
 * @param {string} line
 */
const withoutCoercions = (line) =>
  /^ *switch /.test(line) ? line : line.replace(/(\/ \d+)? \| 0(?![\d.x])/g, (all, quotient) => (quotient ? all : ''));

const code = body
  .split('\n')
  .filter((line) => !/^ (bufferView = HEAPU8|initActiveSegments\(\w+\));$/.test(line))
  .map((line) => withoutCoercions(line.slice(1)))
  .filter((line) => !/^ *(\$\w+) = \1;$/.test(line))
  .join('\n');
const views = ['Int8', 'Int16', 'Int32', 'Uint8', 'Uint16', 'Uint32'].map(
  (view) => `const HEAP${view.replace(/Int|Uint/, (kind) => (kind === 'Int' ? '' : 'U'))} = new ${view}Array(buffer);`,
);
writeFileSync(
  output,
  `// @ts-nocheck
// Compiled from common/analysis/core; see query/web/core.
// SPDX-License-Identifier: MIT
const buffer = new ArrayBuffer(${bytes});
${views.join('\n')}
const Math_imul = Math.imul;
${data.map(([, at, base64]) => `[...${literal(base64)}].forEach((c, i) => (HEAPU8[${at} + i] = c.charCodeAt(0)));`).join('\n')}
${code}
export { HEAPU8 as bytes, HEAPU16 as units, ${names.map(([, name, local]) => `${local} as ${name}`).join(', ')} };
`,
);

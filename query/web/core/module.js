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

const views = ['Int8', 'Int16', 'Int32', 'Uint8', 'Uint16', 'Uint32'].map(
  (view) => `const HEAP${view.replace(/Int|Uint/, (kind) => (kind === 'Int' ? '' : 'U'))} = new ${view}Array(buffer);`,
);
writeFileSync(
  output,
  `// Compiled from common/analysis/core; see query/web/core.
// SPDX-License-Identifier: MIT
const buffer = new ArrayBuffer(${bytes});
${views.join('\n')}
const Math_imul = Math.imul;
${data.map(([, at, base64]) => `HEAPU8.set(Uint8Array.from(atob('${base64}'), (c) => c.charCodeAt(0)), ${at});`).join('\n')}
${body.replace(/^ (bufferView = HEAPU8|initActiveSegments\(\w+\));$/gm, '').replace(/^ /gm, '')}
export { HEAPU8 as bytes, HEAPU16 as units, ${names.map(([, name, local]) => `${local} as ${name}`).join(', ')} };
`,
);

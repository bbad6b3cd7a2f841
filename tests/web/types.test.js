// SPDX-License-Identifier: GPL-2.0-or-later
// The types that the client's comments promise hold: tsc over the staged modules and the demo page's
// script, with geul.d.ts as the contract.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const here = (/** @type {string} */ path) => new URL(path, import.meta.url).pathname;
const build = process.env.GEUL_BUILD ?? here('../../build/dev');
const modules = process.env.GEUL_WEB_MODULES ?? join(build, 'query/web/modules');
const kMade = /analysis\/(core|tables)\.js/;  // by the build: no types in them
const demo = here('../../query/web/demo');

test('tsc finds nothing', () => {
  const folder = join(build, 'tests/web');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({
    extends: here('tsconfig.json'),
    compilerOptions: { rootDirs: [modules, demo] },
    files: [join(modules, 'geul.js')],  // geul.d.ts would stand for it
    include: [join(modules, '**/*.js'), join(modules, '*.d.ts'), join(demo, '*.js')],
  }));
  const { stdout, stderr } = spawnSync(process.execPath,
    [here('node_modules/typescript/bin/tsc'), '--project', folder, '--pretty', 'false'], { encoding: 'utf8' });
  const found = (stdout + stderr).split('\n').filter((line) => /error TS/.test(line) && !kMade.test(line));
  assert.deepEqual(found, []);
});

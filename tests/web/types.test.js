// SPDX-License-Identifier: GPL-2.0-or-later
// The types that the client's comments promise hold: tsc over query/web, with geul.d.ts.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

const here = (/** @type {string} */ path) => new URL(path, import.meta.url).pathname;

test('tsc finds nothing', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath,
    [here('node_modules/typescript/bin/tsc'), '--project', here('tsconfig.json'), '--pretty', 'false'], { encoding: 'utf8' });
  assert.equal(stdout + stderr, '');
  assert.equal(status, 0);
});

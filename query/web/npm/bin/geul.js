#!/usr/bin/env node
// SPDX-License-Identifier: MIT
// `npx geul index …` and `npx geul query …`: npx runs the command that is named like the package.

import { run } from './run.js';

const [command, ...rest] = process.argv.slice(2);
if (command == 'index' || command == 'query') {
  run(`geul-${command}`, rest);
} else {
  const asked = command == '--help' || command == '-h';
  console[asked ? 'log' : 'error']('usage: geul index ARGUMENT...    as geul-index: build, watch, site, check ...\n       geul query ARGUMENT...    as geul-query\nSee geul index --help and geul query --help.');
  process.exit(asked ? 0 : 2);
}

#!/usr/bin/env node
// SPDX-License-Identifier: MIT
import { run } from './run.js';

run('geul-index', process.argv.slice(2));

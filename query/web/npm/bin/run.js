// SPDX-License-Identifier: MIT
// Runs a program of the package in this process's place, as far as node lets one.

import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

/** @param {string} program @param {string[]} args */
export function run(program, args) {
  const child = spawn(fileURLToPath(new URL(`../native/bin/${program}`, import.meta.url)), args, { stdio: 'inherit' });
  // A terminal sends its signals to both; those for this process alone go on to the child.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`${program}: ${error.message}\n  hint: the package is for Linux on x86-64 with glibc 2.36 or later`);
    process.exit(2);
  });
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code ?? 2));
}

// SPDX-License-Identifier: MIT
// A file of its own when it is bundled, for the queries that need it. It names the engine, so that
// what both use stays there.
import '../engine.js';

export * from '../rungs/correct.js';

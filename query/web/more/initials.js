// SPDX-License-Identifier: MIT
// A file of its own when it is bundled, for words of initials. It names the engine, so that what
// both use stays there.
import '../engine.js';

export * from '../rungs/initials.js';

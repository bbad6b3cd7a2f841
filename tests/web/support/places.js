// SPDX-License-Identifier: GPL-2.0-or-later
// Where things are (tests/web/CMakeLists.txt sets the environment).
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import './inflate.js';

export const source = process.env.GEUL_SOURCE ?? fileURLToPath(new URL('../../..', import.meta.url));
export const build = process.env.GEUL_BUILD ?? `${source}/build/dev`;
export const modules = process.env.GEUL_WEB_MODULES ?? `${build}/query/web/modules`;
const shared = process.env.GEUL_SHARED ?? `${source}/../shared`;

/** A folder of sites that is not always there; '' without it. */
export const sharedPosts = existsSync(`${shared}/posts`) ? `${shared}/posts` : '';

// SPDX-License-Identifier: GPL-2.0-or-later
// Tests that are a page each, in one browser.

import { after, before, test } from 'node:test';
import { launch } from './browser.js';
import { mockSite } from './mock_site.js';
import { visit } from './widget.js';

/** @type {import('playwright-core').Browser} */
let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** @typedef {Awaited<ReturnType<typeof import('./widget.js').openWidget>>} Widget */
/** @typedef {Awaited<ReturnType<typeof mockSite>>} Site */

/**
 * A test over the mock. It fails, too, where the page complains: of a violated policy, of an error.
 * @param {string} name
 * @param {string} body  of the page
 * @param {(widget: Widget, site: Site) => Promise<void>} run
 * @param {{at?: string, options?: import('playwright-core').BrowserContextOptions, expected?: RegExp, prepare?: (site: Site) => void}} [how]
 *   `at`: path and query; `expected`: complaints that are
 */
export const onPage = (name, body, run, { prepare, ...how } = {}) => test(name, async () => {
  const site = await mockSite(body);
  prepare?.(site);
  await visit(browser, site, run, how);
});

// SPDX-License-Identifier: GPL-2.0-or-later
// A page with the widget, and the words in which tests speak of it.

import assert from 'node:assert/strict';
import { newPage } from './browser.js';

/**
 * Opens the site, runs a test on it and closes both. It fails, too, where the page complains: of a
 * violated policy, of an error.
 * @template {{address: string, close(): Promise<void>}} Site
 * @param {import('playwright-core').Browser} browser
 * @param {Site} site
 * @param {(widget: Awaited<ReturnType<typeof openWidget>>, site: Site) => Promise<void>} run
 * @param {{at?: string, options?: import('playwright-core').BrowserContextOptions, expected?: RegExp}} how
 *   `at`: path and query; `expected`: complaints that are
 */
export async function visit(browser, site, run, { at, options, expected }) {
  const widget = await openWidget(browser, site, at, options);
  try {
    await run(widget, site);
    assert.deepEqual(widget.complaints.filter((each) => !expected?.test(each)), []);
  } finally {
    await widget.context.close();
    await site.close();
  }
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {{address: string}} site
 * @param {string} [at]  path and query
 * @param {import('playwright-core').BrowserContextOptions} [options]
 */
export async function openWidget(browser, site, at = '/', options = {}) {
  const opened = await newPage(browser, options);
  const { page } = opened;
  await page.goto(site.address + at);
  await page.waitForFunction(() => customElements.get('geul-search'));
  const box = page.getByRole('combobox', { name: '검색' });
  const hits = page.locator('.hit');
  return {
    ...opened, box, hits,
    titles: () => page.locator('.title').allTextContents(),
    status: page.getByRole('status'),
    active: page.locator('[role=option][aria-selected=true]'),
    filterButton: page.getByRole('button', { name: /^필터/ }),
    chip: (/** @type {string} */ facet, /** @type {string | RegExp} */ name) => page.getByRole('group', { name: facet, exact: true }).getByRole('button', { name }),
    /** Waits until a search was shown, and gives the numbers of its answer. */
    searched: () => page.evaluate(() => new Promise((resolve) => addEventListener('search', (event) =>
      resolve({ query: /** @type {CustomEvent} */ (event).detail.query, count: /** @type {CustomEvent} */ (event).detail.result.total.count }), { once: true }))),
    address: () => new URL(page.url()).searchParams,
  };
}

/** Waits until `check` holds; its last error says what did not. @param {() => Promise<any> | any} check */
export async function eventually(check, ms = 5000) {
  const end = Date.now() + ms;
  for (;;)
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
}

// SPDX-License-Identifier: GPL-2.0-or-later
// Pictures of the widget, to look at: node tests/web/screenshots.js [FOLDER [NAME]], with
// GEUL_WEB_MODULES for another client than this checkout's.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { launch, newPage } from './support/browser.js';
import { kDialog, kInline, mockSite } from './support/mock_site.js';

const [folder = 'build/screenshots', only = ''] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const browser = await launch();

/** @type {Record<string, {body: string, query?: string, path?: string, act?: (page: import('playwright-core').Page, site: any) => Promise<any>}>} */
const scenes = {
  trigger: { body: kDialog, query: '' },
  'dialog-empty': { body: kDialog, query: '', act: (page) => page.keyboard.press('Control+k') },
  dialog: { body: kDialog.replace('<geul-search', '<geul-search completions'), query: '?q=검색', act: (page) => page.keyboard.press('ArrowDown') },
  'dialog-filters': { body: kDialog, query: '?q=검색&q.tag=검색', act: (page) => page.getByRole('button', { name: /필터/ }).click() },
  inline: { body: kInline, query: '?q=검색' },
  'inline-filters': { body: kInline.replace('<geul-search', '<geul-search completions'), query: '?q=검색&q.year=2026&q.tag=검색', act: (page) => page.getByRole('button', { name: /필터/ }).click() },
  'inline-idle': { body: kInline, query: '' },
  corrected: { body: kInline, query: '?q=검섹 "' },
  none: { body: kInline, query: '?q=없는말' },
  demo: { body: '', path: '/geul/demo.html' },
  'demo-search': { body: '', path: '/geul/demo.html', query: '?q=색인', act: (page) => page.mouse.wheel(0, 40) },
  error: { body: kInline, query: '?q=검색', act: async (page, site) => { site.missing = (path) => path.endsWith('.bin'); await page.reload(); } },
};

for (const [name, { body, path = '/', query = '', act }] of Object.entries(scenes).filter(([name]) => name.startsWith(only)))
  for (const width of [360, 1280])
    for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
      const site = await mockSite(body);
      const { page, context } = await newPage(browser, { colorScheme, viewport: { width, height: width == 360 ? 740 : 800 }, deviceScaleFactor: width == 360 ? 2 : 1, hasTouch: width == 360, isMobile: width == 360 });
      await page.goto(site.address + path + query);
      await page.waitForTimeout(250);
      await act?.(page, site);
      await page.waitForTimeout(500);
      await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`) });
      await context.close();
      await site.close();
    }
await browser.close();

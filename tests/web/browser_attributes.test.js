// SPDX-License-Identifier: GPL-2.0-or-later
// What a page says by attributes and properties (query/web/WIDGET.md).

import assert from 'node:assert/strict';
import { kInline } from './support/mock_site.js';
import { onPage } from './support/pages.js';
import { eventually } from './support/widget.js';

/** The lightness of the panel's ground, 0 to 255. @param {import('playwright-core').Page} page */
const ground = (page) => page.locator('.panel').evaluate((node) => Number(getComputedStyle(node).backgroundColor.match(/\d+/)?.[0]));

onPage('colours follow the reader, unless the page says otherwise', kInline, async ({ page }) => {
  assert.ok((await ground(page)) < 64, 'dark by the reader');
  await page.evaluate(() => { document.documentElement.dataset.theme = 'light'; });
  await eventually(async () => assert.ok((await ground(page)) > 192));
  await page.evaluate(() => { /** @type {HTMLElement} */ (document.querySelector('geul-search')).dataset.theme = 'dark'; });
  await eventually(async () => assert.ok((await ground(page)) < 64), 2000);
  await page.evaluate(() => {
    delete document.documentElement.dataset.theme;
    const host = /** @type {HTMLElement} */ (document.querySelector('geul-search'));
    delete host.dataset.theme;
    host.style.setProperty('color-scheme', 'light');
  });
  await eventually(async () => assert.ok((await ground(page)) > 192));
}, { options: { colorScheme: 'dark', bypassCSP: true } });

onPage('English, by the nearest lang', `<div lang="en">${kInline}</div>`, async ({ page }) => {
  const box = page.getByRole('combobox', { name: 'Search' });
  assert.equal(await box.getAttribute('placeholder'), 'Search posts');
  await box.fill('김치');
  await eventually(async () => assert.equal(await page.locator('.status').textContent(), '1 result'));
  assert.equal(await page.locator('time').textContent(), 'January 28, 2023');
});

onPage('facets, limit, placeholder, open filters and newest posts', '<geul-search mode="inline" lang="ko" facets="year, tag" limit="3" placeholder="글밭에서 찾기" filters recent no-shortcut></geul-search>',
  async ({ page, box, hits }) => {
    await eventually(async () => assert.equal(await hits.count(), 3));
    assert.equal(await box.getAttribute('placeholder'), '글밭에서 찾기');
    assert.deepEqual(await page.locator('.facet-title').allTextContents(), ['연도', '태그', '기간']);
    assert.equal(await page.locator('time').first().textContent(), '2026년 10월 7일');
    await page.keyboard.press('/');
    assert.ok(!(await box.evaluate((node) => node.matches(':focus'))));
  });

onPage('open(), close() and the event', '<geul-search></geul-search>', async ({ page, box, searched }) => {
  const call = (/** @type {string} */ name) => page.evaluate((method) => /** @type {any} */ (document.querySelector('geul-search'))[method](), name);
  await call('open');
  const done = searched();
  await box.fill('제주');
  assert.deepEqual(await done, { query: '제주', count: 1 });
  await call('close');
  assert.ok(await page.locator('dialog').isHidden());
});

onPage('a folder elsewhere', '<geul-search mode="inline" base="/elsewhere"></geul-search>', async ({ box, hits }) => {
  await box.fill('제주');
  await eventually(async () => assert.equal(await hits.count(), 1));
}, {
  prepare: ({ files }) => {
    for (const name of ['geul.js', 'geul.bin', 't/terms.bin']) {
      files[`/elsewhere/${name}`] = files[`/geul/${name}`];
      delete files[`/geul/${name}`];
    }
  },
});

onPage('no motion for those who want none', kInline, async ({ page, box }, site) => {
  site.delay = 1500;
  await box.fill('제주');
  await page.waitForTimeout(100);
  const seconds = await page.locator('.bar').evaluate((node) => getComputedStyle(node, '::after').animationDuration);
  assert.equal(seconds, '0.01s');
}, { options: { reducedMotion: 'reduce' } });

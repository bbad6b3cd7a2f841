// SPDX-License-Identifier: GPL-2.0-or-later
// A phone: narrow, and a thumb.

import assert from 'node:assert/strict';
import { onPage } from './support/pages.js';
import { kDialog, kInline } from './support/mock_site.js';
import { eventually } from './support/widget.js';

/** @param {string} body */
const completing = (body) => body.replace('<geul-search', '<geul-search completions');
const phone = (/** @type {number} */ width) => ({ viewport: { width, height: 640 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 });

for (const width of [320, 360])
  for (const [kind, body] of [['inline', kInline], ['dialog', kDialog]])
    onPage(`${kind} at ${width} pixels`, completing(body), async ({ page, hits, filterButton, chip }) => {
      await eventually(async () => assert.equal(await hits.count(), 10));
      await filterButton.tap();
      await chip('태그', /^기록/).tap();
      await eventually(async () => assert.equal(await chip('태그', /^기록/).getAttribute('aria-pressed'), 'true'));
      await eventually(async () => assert.ok(await page.locator('.completion').count()));
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width, 'the page scrolls sideways');
      assert.deepEqual(await outside(page, width), [], 'beside the screen');
      assert.deepEqual(await small(page), [], 'small for a thumb, or small type that iOS zooms into');
    }, { at: '/?q=검색', options: phone(width) });

onPage('the dialog fills the screen', kDialog, async ({ page }) => {
  await page.getByRole('button', { name: '검색' }).tap();
  await page.waitForTimeout(300);
  const box = await page.locator('dialog').boundingBox();
  assert.deepEqual(box && { ...box, height: Math.round(box.height) }, { x: 0, y: 0, width: 360, height: 640 });
  await page.getByRole('button', { name: '닫기' }).tap();
  assert.ok(await page.locator('dialog').isHidden());
}, { options: phone(360) });

/** What is not in a line that scrolls and stands out of the screen. @param {import('playwright-core').Page} page @param {number} width */
const outside = (page, width) => page.locator('.panel *').evaluateAll((nodes, limit) => nodes
  .filter((node) => !node.closest('.chips, .completions, svg') && node.getBoundingClientRect().right > limit + 0.5)
  .map((node) => node.className), width);

/** @param {import('playwright-core').Page} page */
const small = (page) => page.locator('.panel :is(button, a, select, input)').evaluateAll((nodes) => nodes
  .filter((node) => node.checkVisibility())
  .filter((node) => node.getBoundingClientRect().height < 44 || (node.matches('input, select') && parseFloat(getComputedStyle(node).fontSize) < 16))
  .map((node) => `${node.className} ${node.getBoundingClientRect().height}`));

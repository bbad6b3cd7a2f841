// SPDX-License-Identifier: GPL-2.0-or-later
// The keyboard without an input method.

import assert from 'node:assert/strict';
import { onPage } from './support/pages.js';
import { kDialog, kInline } from './support/mock_site.js';
import { eventually } from './support/widget.js';

onPage('arrows walk posts and sections, Enter goes there', kInline, async ({ page, box, active, hits }) => {
  await box.fill('조사');
  await eventually(async () => assert.ok((await hits.count()) >= 2));
  const all = await page.locator('[role=option]').evaluateAll((nodes) => nodes.map((node) => node.id));
  for (const id of all) {
    await page.keyboard.press('ArrowDown');
    assert.equal(await active.getAttribute('id'), id);
    assert.equal(await box.getAttribute('aria-activedescendant'), id);
  }
  await page.keyboard.press('ArrowDown');
  assert.equal(await active.count(), 0, 'behind the last is the box');
  assert.equal(await box.getAttribute('aria-activedescendant'), null);
  await page.keyboard.press('ArrowUp');
  assert.equal(await active.getAttribute('id'), all.at(-1));
  await page.keyboard.press('ArrowDown');
  const section = page.locator('.section').first();
  const href = await section.getAttribute('href');
  while ((await active.count()) == 0 || (await active.getAttribute('href')) != href) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => decodeURI(url.pathname + url.hash) == href);
});

onPage('Ctrl+Enter opens a tab of its own', kInline, async ({ page, box, hits, context }) => {
  await box.fill('김치');
  await eventually(async () => assert.equal(await hits.count(), 1));
  await page.keyboard.press('ArrowDown');
  const [tab] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Control+Enter')]);
  await tab.waitForURL(/kimchi/);
  assert.equal(new URL(page.url()).pathname, '/');
});

onPage('/ and Ctrl+K go by the place of the key, and not from other boxes', kDialog, async ({ page, box }) => {
  const dialog = page.locator('dialog');
  const isOpen = () => dialog.evaluate((node) => /** @type {HTMLDialogElement} */ (node).open);
  const press = (/** @type {KeyboardEventInit} */ init) => page.evaluate((event) =>
    (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, composed: true, cancelable: true, ...event })), init);
  await press({ key: 'ㅏ', code: 'KeyK', ctrlKey: true });
  assert.ok(await isOpen(), 'Ctrl with the key of ㅏ');
  await page.keyboard.press('Escape');
  await press({ key: 'k', code: 'KeyK', metaKey: true });
  assert.ok(await isOpen(), '⌘K');
  await page.keyboard.press('Escape');
  await page.locator('#other').focus();
  await page.keyboard.press('/');
  await page.keyboard.press('Control+k');
  assert.ok(!(await isOpen()), 'typed into another box');
  assert.equal(await page.locator('#other').inputValue(), '/');
  await page.locator('#other').blur();
  for (const init of [{ key: '?', code: 'Slash', shiftKey: true }, { key: 'k', code: 'KeyK' }, { key: '/', code: 'Slash', isComposing: true }]) await press(init);
  assert.ok(!(await isOpen()), 'not the shortcut');
  await page.keyboard.press('/');
  assert.ok(await isOpen());
  assert.equal(await box.inputValue(), '', 'the / itself is not typed');
});

onPage('Escape closes, and the focus goes back to where it was', kDialog, async ({ page, box }) => {
  const button = page.getByRole('button', { name: '검색' });
  await button.click();
  await eventually(async () => assert.ok(await box.evaluate((node) => node.matches(':focus'))));
  await page.keyboard.type('검색');
  await page.keyboard.press('Escape');
  assert.ok(await button.evaluate((node) => node.matches(':focus')));
  assert.equal(new URL(page.url()).search, '');
  await page.keyboard.press('Enter');
  assert.equal(await box.inputValue(), '검색', 'what was typed is still there');
});

onPage('Tab goes from the box to the tools, the results and out again', kInline, async ({ page, box, hits }) => {
  await box.fill('김치');
  await eventually(async () => assert.equal(await hits.count(), 1));
  await eventually(async () => assert.ok(await page.locator('.completion').count()));
  const order = [];
  for (let step = 0; step < 6; ++step) {
    await page.keyboard.press('Tab');
    order.push(await page.evaluate(() => document.querySelector('geul-search')?.shadowRoot?.activeElement?.className ?? 'out'));
  }
  assert.deepEqual(order, ['clear', 'toggle', 'sort', 'completion tag', 'completion', 'post']);
});

onPage('Escape in a page empties the box', kInline, async ({ page, box, hits }) => {
  await box.fill('김치');
  await eventually(async () => assert.equal(await hits.count(), 1));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  assert.equal(await box.inputValue(), '김치', 'first the choice');
  await page.keyboard.press('Escape');
  assert.equal(await box.inputValue(), '');
  await eventually(async () => assert.equal(await hits.count(), 0));
});

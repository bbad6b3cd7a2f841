// SPDX-License-Identifier: GPL-2.0-or-later
// Typing with an input method: real composition events, by the DevTools protocol.

import assert from 'node:assert/strict';
import { onPage } from './support/pages.js';
import { kDialog, kInline } from './support/mock_site.js';
import { eventually } from './support/widget.js';

onPage('searches while a syllable is being composed', kInline, async ({ box, status, ime, titles }) => {
  await box.focus();
  for (const state of ['ㄱ', '기', '김']) await ime.compose(state);
  await eventually(async () => assert.deepEqual(await titles(), ['김치찌개는 신김치로']));
  await ime.commit('김');
  await ime.compose('ㅊ');
  await ime.compose('치');
  await eventually(async () => assert.equal(await status.textContent(), '1건'));
  assert.equal(await box.inputValue(), '김치');
});

onPage('leaves keys of a composition alone', kDialog, async ({ page, box, ime, active }) => {
  await page.keyboard.press('/');
  await ime.compose('검색');
  await eventually(async () => assert.ok((await page.locator('.hit').count()) > 3));
  for (const [key, code] of [['ArrowDown', 'ArrowDown'], ['Enter', 'Enter'], ['Escape', 'Escape'], ['Process', 'ArrowUp']]) await ime.key(key, code);
  assert.equal(await active.count(), 0, 'arrows went to the list');
  assert.ok(await page.locator('dialog').evaluate((node) => /** @type {HTMLDialogElement} */ (node).open), 'Escape closed the dialog');
  assert.equal(new URL(page.url()).pathname, '/');
  await ime.commit('검색');
  assert.equal(await box.inputValue(), '검색');
});

onPage('what was not taken as typed is said in Korean, once the typing rests', kInline, async ({ page, box }) => {
  await box.fill('"검색');
  await page.getByText('짝이 없는 따옴표를 뺐습니다.').waitFor();
});

onPage('a cancel during a composition does not close the dialog', kDialog, async ({ page, box, ime }) => {
  await page.keyboard.press('/');
  await ime.compose('검');
  const open = () => page.locator('dialog').evaluate((node) => /** @type {HTMLDialogElement} */ (node).open);
  const cancel = () => page.locator('dialog').evaluate((node) => node.dispatchEvent(new Event('cancel', { cancelable: true })));
  assert.equal(await cancel(), false);
  await ime.commit('검');
  assert.equal(await cancel(), true);
  assert.ok(await open());
  assert.equal(await box.inputValue(), '검');
});

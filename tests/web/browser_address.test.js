// SPDX-License-Identifier: GPL-2.0-or-later
// Facets, dates, sort and paging, and how the address says them.

import assert from 'node:assert/strict';
import { onPage } from './support/pages.js';
import { kInline, kDialog } from './support/mock_site.js';
import { eventually } from './support/widget.js';

const kTwo = '<header><h1>글밭</h1><geul-search></geul-search></header><main><geul-search mode="inline"></geul-search></main>';

onPage('facets: values of one are either, facets are both', kInline, async ({ page, filterButton, chip, status, address, searched }) => {
  await eventually(async () => assert.equal(await status.textContent(), '20건'));
  await filterButton.click();
  assert.match(await chip('태그', /^검색/).textContent() ?? '', /검색3/);
  for (const [facet, value, count] of /** @type {const} */ ([['태그', '검색', 3], ['태그', '기록', 17], ['연도', '2026', 4]])) {
    const done = searched();
    await chip(facet, new RegExp(`^${value}`)).click();
    assert.equal((await done).count, count);
    assert.equal(await chip(facet, new RegExp(`^${value}`)).getAttribute('aria-pressed'), 'true');
  }
  assert.deepEqual(address().getAll('q.tag'), ['검색', '기록']);
  assert.deepEqual(address().getAll('q.year'), ['2026']);
  assert.equal(await filterButton.textContent(), '필터3');
  assert.ok(await chip('월', /2026년/).first().isVisible());
  const focused = await page.evaluate(() => document.querySelector('geul-search')?.shadowRoot?.activeElement?.id);
  assert.equal(focused, 'year:2026', 'the focus stays on the chip');
  const done = searched();
  await page.getByRole('button', { name: '모두 해제' }).click();
  assert.equal((await done).count, 20);
  assert.equal(page.url().includes('q.'), false);
}, { at: '/?q=검색' });

onPage('a chosen value that nothing has is still there', kInline, async ({ filterButton, chip, status }) => {
  await eventually(async () => assert.equal(await status.textContent(), '0건'));
  await filterButton.click();
  assert.equal(await chip('태그', /^없는 태그/).textContent(), '없는 태그0');
}, { at: '/?q=검색&q.tag=없는 태그' });

onPage('a range of days, and presets', kInline, async ({ page, filterButton, chip, searched, address }) => {
  await filterButton.click();
  let done = searched();
  await page.getByLabel('언제부터').fill('2025-01-01');
  await done;
  done = searched();
  await page.getByLabel('언제까지').fill('2026-06-30');
  await done;
  assert.equal(address().get('q.since'), '2025-01-01');
  assert.equal(address().get('q.until'), '2026-06-30');
  done = searched();
  await chip('기간', '최근 1년').click();
  await done;
  const lastYear = new Date();
  lastYear.setFullYear(lastYear.getFullYear() - 1);
  assert.ok(Math.abs(Date.parse(address().get('q.since') ?? '') - +lastYear) < 3 * 86400e3);
  assert.equal(address().get('q.until'), null);
}, { at: '/?q=검색' });

onPage('sort', kInline, async ({ page, hits, titles, address, searched }) => {
  await eventually(async () => assert.equal(await hits.count(), 10));
  const done = searched();
  await page.getByLabel('정렬').selectOption({ label: '오래된순' });
  await done;
  assert.equal((await titles())[0], '주간 기록 1: 배포와 장애');
  assert.equal(address().get('q.sort'), 'oldest');
}, { at: '/?q=검색' });

onPage('more results, until there are none', kInline, async ({ page, hits }) => {
  await eventually(async () => assert.equal(await hits.count(), 10));
  await page.getByRole('button', { name: '더 보기' }).click();
  await eventually(async () => assert.equal(await hits.count(), 20));
  const focused = await page.evaluate(() => document.querySelector('geul-search')?.shadowRoot?.activeElement?.id);
  assert.equal(focused, 'hit11');
  assert.ok(await page.getByRole('button', { name: '더 보기' }).isHidden());
}, { at: '/?q=검색' });

onPage('what is typed replaces the address, what is entered is come back to', kInline, async ({ page, box, hits, address, status }) => {
  const entries = () => page.evaluate(() => history.length);
  const before = await entries();
  await box.pressSequentially('김치');
  await eventually(() => assert.equal(address().get('q'), '김치'));
  await box.pressSequentially('찌개');
  await eventually(() => assert.equal(address().get('q'), '김치찌개'));
  assert.equal(await entries(), before + 1, 'typing is one entry');
  await page.keyboard.press('Enter');
  await box.fill('제주');
  await eventually(() => assert.equal(address().get('q'), '제주'));
  assert.equal(await entries(), before + 2);
  await page.goBack();
  assert.equal(await box.inputValue(), '김치찌개');
  await eventually(async () => assert.equal(await status.textContent(), '1건'));
  await page.goBack();
  assert.equal(await box.inputValue(), '');
  await eventually(async () => assert.equal(await hits.count(), 0));
  await page.goForward();
  await page.goForward();
  assert.equal(await box.inputValue(), '제주');
  assert.equal(address().get('page'), '1', "the page's own parameters stay");
}, { at: '/?page=1' });

onPage('back from a result to the results', kInline, async ({ page, box, hits, titles }) => {
  await box.fill('제주');
  await eventually(async () => assert.equal(await hits.count(), 1));
  await hits.getByRole('option').first().click();
  await page.waitForURL(/rainy-jeju/);
  await page.goBack();
  await eventually(async () => assert.deepEqual(await titles(), ['비 오는 제주에서 사흘']));
  assert.equal(await box.inputValue(), '제주');
});

onPage('an address opens the dialog, and closing it leaves the address', kDialog, async ({ page, hits }) => {
  await eventually(async () => assert.equal(await hits.count(), 1));
  assert.ok(await page.locator('dialog').isVisible());
  await page.getByRole('button', { name: '닫기' }).click();
  assert.ok(await page.locator('dialog').isHidden());
  await eventually(() => assert.equal(new URL(page.url()).search, ''));
  await page.keyboard.press('/');
  await page.mouse.click(5, 5);
  assert.ok(await page.locator('dialog').isHidden(), 'a click beside it closes it');
}, { at: '/?q=제주' });

onPage('two widgets on a page: the inline one has the address and the shortcut', kTwo, async ({ page, hits, address }) => {
  const inline = page.locator('geul-search[mode=inline]');
  await eventually(async () => assert.equal(await inline.locator('.hit').count(), 1));
  assert.equal(await hits.count(), 1, 'the dialog has none');
  await page.keyboard.press('/');
  assert.ok(await inline.locator('.input').evaluate((node) => node.matches(':focus')));
  await page.locator('header geul-search').getByRole('button').click();
  await page.locator('dialog .input').fill('김치');
  await eventually(async () => assert.equal(await page.locator('dialog .hit').count(), 1));
  await page.waitForTimeout(500);
  assert.equal(address().get('q'), '제주');
}, { at: '/?q=제주' });

onPage('a correction and a completion are taken by a click', kInline.replace('<geul-search', '<geul-search completions'), async ({ page, box, status }) => {
  await page.getByRole('button', { name: '검색', exact: true }).click();
  assert.equal(await box.inputValue(), '검색');
  await eventually(async () => assert.equal(await status.textContent(), '20건'));
  await page.getByRole('group', { name: '이어서 찾기' }).getByRole('button', { name: '검색엔진을' }).click();
  assert.equal(await box.inputValue(), '검색엔진을');
}, { at: '/?q=검섹' });

onPage('a filter named as what all objects have is one that the site has not', kInline, async ({ status, box }) => {
  await eventually(async () => assert.equal(await status.textContent(), '20건'));
  assert.equal(await box.inputValue(), '검색');
}, { at: '/?q.__proto__=a&q.constructor=b&q.toString=c&q=검색' });

onPage('a count that is not exact says so', kInline, async ({ status, hits }) => {
  await eventually(async () => assert.equal(await status.textContent(), '약 1건'));
  assert.equal(await hits.count(), 1);
}, { at: '/?q="김치"' });

onPage('what was meant is said once, in the language of the page', kInline, async ({ page }) => {
  const said = page.locator('.notes');
  await eventually(async () => assert.equal(await said.textContent(), '대신 이 말로 찾았습니다: 검색'));
}, { at: '/?q=검섹' });

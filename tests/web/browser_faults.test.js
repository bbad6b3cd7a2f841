// SPDX-License-Identifier: GPL-2.0-or-later
// What is fetched and when, and what is said when it does not come.

import assert from 'node:assert/strict';
import { onPage } from './support/pages.js';
import { kDialog, kInline } from './support/mock_site.js';
import { eventually } from './support/widget.js';

/** @param {{log: {path: string}[]}} site */
const fetched = (site) => site.log.map(({ path }) => path).filter((path) => path.startsWith('/geul/'));

onPage('a page fetches the widget alone; the box the index, the first key the rest', kDialog, async ({ page }, site) => {
  const late = /geul\.js|\.bin|results|filters/;
  await page.waitForTimeout(400);
  assert.deepEqual(fetched(site).filter((path) => late.test(path)), []);
  await page.keyboard.press('/');
  await eventually(() => assert.deepEqual(fetched(site).filter((path) => late.test(path)).sort(), ['/geul/geul.bin', '/geul/geul.js']));
  await page.keyboard.press('g');
  await eventually(() => assert.ok(fetched(site).includes('/geul/t/terms.bin')));
  await eventually(() => assert.ok(fetched(site).some((path) => path.includes('results'))));
  assert.ok(!fetched(site).some((path) => path.includes('filters.js')));
});

onPage('an index that is not there is said, and tried again', kInline, async ({ page, box, status }, site) => {
  await box.fill('김치');
  assert.equal(await page.getByRole('alert').textContent(), '검색 자료를 찾을 수 없습니다.');
  site.missing = () => false;
  await page.getByRole('button', { name: '다시 시도' }).click();
  await eventually(async () => assert.equal(await status.textContent(), '1건'));
  assert.equal(await page.getByRole('alert').count(), 0);
}, { expected: /404/, prepare: (site) => { site.missing = (path) => path == '/geul/geul.bin'; } });

onPage('a missing client is said, and tried again', kInline, async ({ page, box, status }, site) => {
  await box.fill('김치');
  assert.equal(await page.getByRole('alert').textContent(), '검색 자료를 찾을 수 없습니다.');
  site.missing = () => false;
  await page.getByRole('button', { name: '다시 시도' }).click();
  await eventually(async () => assert.equal(await status.textContent(), '1건'));
}, { expected: /404|Failed to fetch/, prepare: (site) => { site.missing = (path) => path == '/geul/geul.js'; } });

onPage('one missing file', kInline, async ({ page, box }, site) => {
  site.missing = (path) => path.startsWith('/geul/t/');
  await box.fill('김치');
  await page.getByRole('alert').waitFor();
}, { expected: /404/ });

for (const [what, change, message] of /** @type {const} */ ([
  ['corrupt', () => 'geul?', '검색 자료가 깨졌습니다.'],
  ['incompatible', (/** @type {string} */ text) => text.replace('"format":1', '"format":2'), '검색 자료의 판이 맞지 않습니다. 새로 고쳐 주세요.'],
]))
  onPage(`an index that is ${what}`, kInline, async ({ page, box }) => {
    await box.fill('김치');
    assert.equal(await page.getByRole('alert').textContent(), message);
  }, { prepare: (site) => { site.files['/geul/geul.bin'] = change(String(site.files['/geul/geul.bin'])); } });

onPage('offline is said, and over when the line is back', kInline, async ({ page, box, status, context }, site) => {
  await context.setOffline(true);
  site.broken = true;
  await box.fill('김치');
  assert.equal(await page.getByRole('alert').textContent(), '인터넷에 연결되어 있지 않습니다.');
  site.broken = false;
  await context.setOffline(false);
  await page.waitForTimeout(200);
  // Chromium before 156 remembers that the code did not come: the button loads the page anew.
  const again = page.getByRole('button', { name: '다시 시도' });
  if (await again.isVisible()) await again.click();
  await eventually(async () => assert.equal(await status.textContent(), '1건'));
}, { expected: /ERR_INTERNET_DISCONNECTED|ERR_EMPTY_RESPONSE|Failed to fetch/ });

onPage('of two searches the newer is shown, whatever comes first', kInline, async ({ page, box, titles }, site) => {
  await box.fill('제주');
  await eventually(async () => assert.equal((await titles()).length, 1));
  site.delay = 300;
  await box.fill('검색');
  await page.waitForTimeout(120);
  site.delay = 0;
  await box.fill('김치');
  await eventually(async () => assert.deepEqual(await titles(), ['김치찌개는 신김치로']));
  await page.waitForTimeout(500);
  assert.deepEqual(await titles(), ['김치찌개는 신김치로']);
});

onPage('a line that is back makes no search where another one came between', kInline, async ({ page, box, titles }, site) => {
  await box.fill('김치');
  await page.getByRole('alert').waitFor();
  site.missing = () => false;
  await box.fill('제주');
  await eventually(async () => assert.deepEqual(await titles(), ['비 오는 제주에서 사흘']));
  const more = await page.evaluate(() => new Promise((resolve) => {
    addEventListener('search', () => resolve(true));
    dispatchEvent(new Event('online'));
    setTimeout(() => resolve(false), 500);
  }));
  assert.ok(!more);
}, { expected: /404/, prepare: (site) => { site.missing = (path) => path == '/geul/geul.bin'; } });

// SPDX-License-Identifier: GPL-2.0-or-later
// The strictest policy, text that looks like markup, and axe. Every test of a page fails on a
// violated policy; these look at what could violate it.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { onPage } from './support/pages.js';
import { kDialog, kInline } from './support/mock_site.js';
import { eventually } from './support/widget.js';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

onPage('text that looks like markup is shown as text', kInline, async ({ page, hits, filterButton, chip, titles }) => {
  await eventually(async () => assert.equal(await hits.count(), 1));
  assert.deepEqual(await titles(), ['<script>alert("제목")</script> & "따옴표"를 \'글자로\' 보여 주기']);
  const text = await hits.textContent();
  for (const piece of ['<script>alert(1)</script>', '"따옴표"', '<img src=x onerror=alert(2)>', '<script>document.title = "뚫림"</script>', '<b>굵게</b>'])
    assert.ok(text?.includes(piece), piece);
  await filterButton.click();
  await chip('태그', /^<script>/).click();
  await eventually(() => assert.equal(new URL(page.url()).searchParams.get('q.tag'), '<script>alert(1)</script>'));
  assert.equal(await hits.locator('script, img, b').count(), 0);
  assert.equal(await page.title(), '글밭');
}, { at: '/?q=뚫림' });

onPage('a query that looks like markup', kInline, async ({ box, status }) => {
  assert.equal(await box.inputValue(), '<img src=x onerror=alert(1)>');
  await eventually(async () => assert.equal(await status.textContent(), '0건'));
}, { at: `/?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}` });

onPage('an address of a post that is no page is not followed', kInline, async ({ hits }) => {
  await eventually(async () => assert.equal(await hits.count(), 1));
  assert.equal(await hits.locator('a').first().getAttribute('href'), '#');
}, {
  at: '/?q=김치',
  prepare: (site) => {
    const index = JSON.parse(String(site.files['/geul/geul.bin']));
    for (const post of index.posts) post.url = ' java\nscript:alert(1)';
    site.files['/geul/geul.bin'] = JSON.stringify(index);
  },
});

onPage('a title as long as a page, and names of objects as names', kInline, async ({ hits, filterButton, chip }) => {
  await eventually(async () => assert.equal(await hits.count(), 1));
  assert.ok((await hits.locator('.title').boundingBox()).height < 100);
  await filterButton.click();
  assert.equal(await chip('태그', /^__proto__/).textContent(), '__proto__1');
}, {
  at: '/?q=김치찌개',
  prepare: (site) => {
    const index = JSON.parse(String(site.files['/geul/geul.bin']));
    Object.assign(index.posts.find(({ title }) => title.startsWith('김치찌개')), { title: '김치찌개는 '.repeat(2000), tags: ['__proto__', 'constructor'] });
    site.files['/geul/geul.bin'] = JSON.stringify(index);
  },
});

for (const colorScheme of /** @type {const} */ (['light', 'dark']))
  for (const [kind, body] of [['inline', kInline], ['dialog', kDialog]])
    onPage(`axe finds nothing: ${kind}, ${colorScheme}`, body, async ({ page, hits, filterButton, active }) => {
      await eventually(async () => assert.equal(await hits.count(), 10));
      await check(page, 'results');
      await filterButton.click();
      await page.getByRole('group', { name: '태그' }).waitFor();
      await page.getByRole('combobox', { name: '검색' }).focus();
      await page.keyboard.press('ArrowDown');
      await active.waitFor();
      await check(page, 'filters and an active option');
    }, { at: '/?q=검섹', options: { colorScheme, bypassCSP: true } });

onPage('axe finds nothing: an error and nothing found', kInline, async ({ page, box, status }, site) => {
  await eventually(async () => assert.equal(await status.textContent(), '0건'));
  await check(page, 'nothing found');
  site.missing = (path) => path.startsWith('/geul/t/');
  await box.fill('검색');
  await page.getByRole('alert').waitFor();
  await check(page, 'error');
}, { at: '/?q=없는말', options: { bypassCSP: true }, expected: /404/ });

/** @param {import('playwright-core').Page} page @param {string} when */
async function check(page, when) {
  await page.waitForTimeout(300);
  await page.addScriptTag({ path: axe });
  const violations = await page.evaluate(async () => {
    const found = await /** @type {any} */ (globalThis).axe.run(document, { resultTypes: ['violations'] });
    return found.violations.map((/** @type {any} */ each) => `${each.id}: ${each.nodes.map((/** @type {any} */ node) => `${node.target.flat()} ${node.failureSummary}`).join(' | ')}`);
  });
  assert.deepEqual(violations, [], when);
}

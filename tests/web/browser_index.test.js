// SPDX-License-Identifier: GPL-2.0-or-later
// The whole: an index that geul-index exported, its client, and the widget, as a visitor has them.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, newPage } from './support/browser.js';
import { kDialog, kInline } from './support/mock_site.js';
import { canExport, exportSite, serveExport } from './support/real_site.js';
import { eventually, openWidget, visit } from './support/widget.js';

const kAttack = `---
title: "<script>alert('제목')</script> \\"따옴표\\" & 부호"
date: 2026-11-01
tags: ["<script>alert(1)</script>", "'홑따옴표'"]
category: 보안
---
## <img src=x onerror=alert(2)>

너구리 본문에 \`<script>document.title = "뚫림"</script>\` 같은 것이 있어도 글자일 뿐이다.
`;

const skip = canExport() ? false : 'no geul-index that writes the widget';
/** @type {import('playwright-core').Browser} */ let browser;
/** @type {ReturnType<typeof exportSite>} */ let made;
before(async () => {
  if (skip) return;
  browser = await launch();
  made = exportSite({ 'attack.md': kAttack });
});
after(async () => {
  await browser?.close();
  made?.remove();
});

/** @typedef {Awaited<ReturnType<typeof openWidget>>} Widget @typedef {Awaited<ReturnType<typeof serveExport>>} Site */

/** @param {string} name @param {string} body @param {(widget: Widget, site: Site) => Promise<void>} run @param {{at?: string, expected?: RegExp}} [how] */
const onIndex = (name, body, run, how = {}) => test(name, { skip }, async () =>
  visit(browser, await serveExport(made.geul, body), run, how));

onIndex('a word while it is being typed, with its particle, and by its initials', kInline, async ({ box, ime, titles }) => {
  await box.focus();
  for (const state of ['ㄱ', '거', '검', '검ㅅ', '검새', '검색', '검색에', '검색엔']) await ime.compose(state);
  const finds = (/** @type {RegExp} */ what) => eventually(async () => assert.ok((await titles()).some((title) => what.test(title)), (await titles()).join(' | ')));
  await finds(/검색/);
  await ime.commit('');
  await box.fill('검색엔진을');
  await finds(/검색/);
  await box.fill('ㄱㅊㅉㄱ');
  await finds(/김치찌개/);
});

onIndex('filters count as the tools do', kInline, async ({ page, filterButton, chip, searched, titles }) => {
  await filterButton.click();
  const count = Number((await chip('분류', /^요리/).textContent())?.replace(/\D/g, ''));
  const done = searched();
  await chip('분류', /^요리/).click();
  assert.equal((await done).count, count);
  assert.equal(new URL(page.url()).searchParams.get('q.category'), '요리');
  assert.ok((await titles()).length);
});

onIndex('a post that looks like markup', kInline, async ({ page, box, hits, titles }) => {
  await box.fill('너구리');
  await eventually(async () => assert.deepEqual(await titles(), ['<script>alert(\'제목\')</script> "따옴표" & 부호']));
  assert.ok((await hits.textContent())?.includes('<script>alert(1)</script>'));
  assert.equal(await hits.locator('script, img').count(), 0);
  assert.equal(await page.title(), '글밭');
});

onIndex('a page that was open when the site was published anew', kInline, async ({ box, titles }, site) => {
  await box.fill('김치');
  await eventually(async () => assert.ok((await titles()).length));
  const next = made.publish({ 'new.md': '---\ntitle: 오소리의 하루\ndate: 2026-11-20\n---\n오소리와 너구리가 검색 색인을 읽는다.\n' }, 'next');
  site.folders = { '/geul/': next };
  await box.fill('오소리');
  await eventually(async () => assert.deepEqual(await titles(), ['오소리의 하루']));
}, { expected: /404/ });

onIndex('a file that is missing, and there again', kInline, async ({ page, box, titles }, site) => {
  site.missing = (path) => path.startsWith('/geul/f/');
  await box.fill('김치');
  await page.getByRole('alert').waitFor();
  site.missing = () => false;
  await page.getByRole('button', { name: '다시 시도' }).click();
  await eventually(async () => assert.ok((await titles()).length));
}, { expected: /404/ });

onIndex('bytes of the page and of the box', kDialog, async ({ page }, site) => {
  const bytes = () => site.log.filter(({ path }) => path.startsWith('/geul/')).reduce((sum, each) => sum + each.bytes, 0);
  await page.waitForTimeout(300);
  assert.ok(bytes() <= 10_000, `${bytes()} bytes for the page`);
  await page.keyboard.press('/');
  await eventually(() => assert.ok(site.log.some(({ path }) => path == '/geul/geul.bin')));
  const focus = site.log.filter(({ path }) => /geul(-search)?\.(js|bin)$/.test(path)).reduce((sum, each) => sum + each.bytes, 0);
  assert.ok(focus <= 14_000, `${focus} bytes through focus`);
});

test('the demo page', { skip }, async () => {
  const site = await serveExport(made.geul, '');
  const { page, complaints, context } = await newPage(browser);
  await page.goto(`${site.address}/geul/demo.html`);
  await eventually(async () => assert.match(await page.locator('h1').innerText(), /글 \d+편에서 찾기/));
  await eventually(async () => assert.equal(await page.locator('.hit').count(), 10));
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('combobox', { name: 'Search' }).fill('검색');
  await eventually(async () => assert.match(await page.locator('.status').innerText(), /^\d+ results?$/));
  assert.match(await page.locator('.snippet').first().textContent() ?? '', /src="\/geul\/geul-search.js"/);
  assert.deepEqual(complaints, []);
  await context.close();
  await site.close();
});

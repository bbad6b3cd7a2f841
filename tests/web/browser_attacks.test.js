// SPDX-License-Identifier: GPL-2.0-or-later
// Posts that attack, through every place that a post has, from files to the page: indexed and
// exported by the program, shown by the widget. Without a policy, so that it is no policy that
// saves the page.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { kAddresses, kTexts } from './support/attacks.js';
import { launch } from './support/browser.js';
import { kInline } from './support/mock_site.js';
import { canExport, exportSite, serveExport } from './support/real_site.js';
import { eventually, visit } from './support/widget.js';

const skip = canExport() ? false : 'no geul-index that writes the widget';
const kAll = kTexts.length + kAddresses.length;

/** @param {string} text  in any place of a post @param {number} number */
function attack(text, number) {
  const it = JSON.stringify(text);
  const [inBody] = text.split('\u0000');
  return `---\ntitle: ${JSON.stringify(`너구리 ${number} ${text}`)}\ndate: 2024-01-${1 + number % 28}\ntags: [${it}, 모두]\ncategories: [${it}]\nauthor: ${it}\nseries: ${it}\nsummary: ${it}\n---\n\n`
    + `너구리 ${inBody}\n\n## 너구리 머리 ${inBody}\n\n\`너구리 ${inBody}\`\n\n\`\`\`\n너구리 ${inBody}\n\`\`\`\n`;
}

/** @param {string} address @param {number} number */
const claim = (address, number) =>
  `---\ntitle: 너구리 주소 ${number}\npermalink: ${JSON.stringify(address)}\ntags: [모두]\n---\n\n너구리 글.\n\n## 너구리 머리\n\n[너구리](${address.replace(/[\s()]/g, '')})\n`;

/** @type {import('playwright-core').Browser} */ let browser;
/** @type {ReturnType<typeof exportSite>} */ let made;
before(async () => {
  if (skip) return;
  browser = await launch();
  made = exportSite({
    ...Object.fromEntries(kTexts.map((text, at) => [`attack-${at}.md`, attack(text, at)])),
    ...Object.fromEntries(kAddresses.map((address, at) => [`claim-${at}.md`, claim(address, at)])),
  });
});
after(async () => {
  await browser?.close();
  made?.remove();
});

/**
 * What stands on the page: the names of elements and attributes, in shadow roots too, and where links
 * lead.
 * @param {import('playwright-core').Page} page
 */
const anatomy = (page) => page.evaluate(() => {
  const tags = new Set(), attributes = new Set(), links = [];
  const walk = (/** @type {ParentNode} */ root) => {
    for (const each of root.querySelectorAll('*')) {
      tags.add(each.localName);
      for (const { name } of each.attributes) attributes.add(name);
      if (each instanceof HTMLAnchorElement) links.push(each.href);
      if (each.shadowRoot) walk(each.shadowRoot);
    }
  };
  walk(document);
  return { tags: [...tags], attributes: [...attributes], links, pwned: 'pwned' in globalThis, title: document.title };
});

/** @param {Awaited<ReturnType<typeof anatomy>>} now @param {Awaited<ReturnType<typeof anatomy>>} before @param {string} origin */
function assertHarmless(now, before, origin) {
  assert.equal(now.pwned, false);
  assert.equal(now.title, '글밭');
  assert.deepEqual(now.tags.filter((tag) => !before.tags.includes(tag)), []);
  assert.deepEqual(now.attributes.filter((name) => !before.attributes.includes(name)), []);
  assert.deepEqual(now.links.filter((link) => new URL(link).origin != origin), []);
}

/** @param {string} name @param {(widget: Awaited<ReturnType<typeof import('./support/widget.js').openWidget>>, before: Awaited<ReturnType<typeof anatomy>>, origin: string) => Promise<void>} run */
const onAttacked = (name, run) => test(name, { skip }, async () => {
  const site = await serveExport(made.geul, kInline, '');
  await visit(browser, site, async (widget) => {
    widget.page.on('dialog', (dialog) => assert.fail(dialog.message()));
    await widget.box.fill('검색');
    await eventually(async () => assert.ok(await widget.hits.count()));
    await widget.filterButton.click();
    await widget.page.getByRole('group', { name: '태그' }).waitFor();
    const before = await anatomy(widget.page);
    await run(widget, before, site.address);
  }, {});
});

onAttacked('every post that attacks, as a hit', async ({ page, box, hits }, before, origin) => {
  await box.fill('너구리');
  const more = page.getByRole('button', { name: '더 보기' });
  for (let count = 10; count < kAll; count += 10) {
    await more.click();
    await eventually(async () => assert.ok(await hits.count() >= Math.min(count + 10, kAll)), 20_000);
  }
  assert.equal(await hits.count(), kAll);
  assertHarmless(await anatomy(page), before, origin);
  const shown = (await page.locator('.title').allTextContents()).join('\n');
  for (const [at, text] of kTexts.entries()) if (at < 30) assert.ok(shown.includes(text), text);
});

onAttacked('a value of each facet that attacks, chosen', async ({ page, box, chip, titles, searched }, before, origin) => {
  await box.fill('너구리');
  await eventually(async () => assert.ok((await titles())[0]?.startsWith('너구리')));
  for (const facet of ['분류', '태그', '글쓴이']) {
    const value = chip(facet, /^<script>globalThis/i).first();
    const chosen = searched();
    await value.click();
    assert.ok((await chosen).count < kAll);
    assertHarmless(await anatomy(page), before, origin);
    const all = searched();
    await value.click();
    assert.equal((await all).count, kAll);
  }
});

onAttacked('every text that attacks, typed and in the address', async ({ page, box }, before, origin) => {
  for (const text of kTexts) {
    await box.fill(text);
  }
  await page.waitForTimeout(300);
  assertHarmless(await anatomy(page), before, origin);
  for (const text of kTexts.slice(0, 4)) {
    await page.goto(`${origin}/?q=${encodeURIComponent(text)}&q.tag=${encodeURIComponent(text)}&q.since=${encodeURIComponent(text)}&q.sort=${encodeURIComponent(text)}`);
    await page.getByRole('status').waitFor();
    await page.waitForTimeout(150);
    assertHarmless(await anatomy(page), before, origin);
  }
});

onAttacked('links lead to pages of the site, and none runs', async ({ page, box, hits }, before, origin) => {
  await box.fill('너구리 주소');
  await eventually(async () => assert.ok(await hits.count() >= 10));
  const links = await page.locator('.hit a').evaluateAll((all) => all.map((each) => /** @type {HTMLAnchorElement} */ (each).href));
  for (const link of links) {
    const url = new URL(link);
    assert.match(url.protocol, /^https?:$/);
    assert.equal(url.origin, origin);
    assert.doesNotMatch(url.pathname, /\/\.\.(\/|$)|^\/\//);
  }
  assertHarmless(await anatomy(page), before, origin);
});

// SPDX-License-Identifier: GPL-2.0-or-later
// The README's pictures: node tests/web/manual_images.js [FOLDER] (data/manual/images), with GEUL_INDEX
// and GEUL_QUERY as the other tests have them.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, newPage } from './support/browser.js';
import { exportSite, serveExport } from './support/real_site.js';
import { openWidget } from './support/widget.js';

const kPosts = new URL('../../data/posts', import.meta.url).pathname;
const kColours = { 1: 'font-weight:700', 2: 'opacity:.65', 4: 'text-decoration:underline', 32: 'color:#7bd88f', 33: 'color:#ffd866', 34: 'color:#78a9ff', 35: 'color:#d7a0ff', 36: 'color:#7fdbca' };

const folder = process.argv[2] ?? new URL('../../data/manual/images', import.meta.url).pathname;
mkdirSync(folder, { recursive: true });

/** @param {string} text */
const escaped = (text) => text.replace(/[&<]/g, (sign) => (sign == '&' ? '&amp;' : '&lt;'));

/** A terminal's text with its colours (SGR), as HTML. @param {string} text */
function coloured(text) {
  let open = false;
  return text.split(/(\x1B\[[\d;]*m)/).map((part) => {
    if (!part.startsWith('\x1B[')) return escaped(part);
    const styles = part.slice(2, -1).split(';').map((code) => kColours[code]).filter(Boolean);
    const close = open ? '</span>' : '';
    open = styles.length > 0;
    return close + (open ? `<span style="${styles.join(';')}">` : '');
  }).join('') + (open ? '</span>' : '');
}

/** @param {string[]} words */
const shown = (...words) => `<b style="color:#7fdbca">$</b> geul-query ${escaped(words.join(' '))}\n`
  + coloured(execFileSync(process.env.GEUL_QUERY ?? '', ['--db', database, '--color', 'always', '--width', '92', ...words], { encoding: 'utf8' }));

const browser = await launch();
const made = mkdtempSync(join(tmpdir(), 'geul-images-'));
const database = join(made, 'db');
execFileSync(process.env.GEUL_INDEX ?? '', ['build', '.', '--db', database, '--quiet'], { cwd: kPosts, stdio: ['ignore', 'ignore', 'ignore'] });

const { page: terminal } = await newPage(browser, { viewport: { width: 1000, height: 400 }, deviceScaleFactor: 1 });
await terminal.setContent(`<body style="margin:0;background:#1c1f26;color:#e6e6e6"><pre style="margin:20px 24px;font:16px/1.5 'Noto Sans Mono CJK KR',monospace;white-space:pre-wrap">${
  shown('검색엔진', '--limit', '2', '--facets=tag,year', '--facet-limit', '4')}\n${shown('ㅋㅂㄴㅌㅅ', '--limit', '1')}</pre>`);
await terminal.screenshot({ path: join(folder, 'terminal.png'), fullPage: true });

const exported = exportSite();
const site = await serveExport(exported.geul, '<geul-search mode="inline" filters facets="tag category year"></geul-search>');
const { page, box, titles } = await openWidget(browser, site, '/', { viewport: { width: 1160, height: 640 }, deviceScaleFactor: 1.5, colorScheme: 'light' });
await box.fill('검색엔진을');
while (!(await titles()).length) await page.waitForTimeout(50);
await page.waitForTimeout(800);
await page.screenshot({ path: join(folder, 'search.png') });

await browser.close();
await site.close();
exported.remove();
rmSync(made, { recursive: true });

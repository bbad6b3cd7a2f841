// SPDX-License-Identifier: GPL-2.0-or-later
// The worked examples (data/examples), each published by its own script and searched as a visitor does.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch } from './support/browser.js';
import { serve } from './support/server.js';
import { eventually, visit } from './support/widget.js';

const kSource = process.env.GEUL_SOURCE ?? new URL('../..', import.meta.url).pathname;

const kExamples = {
  jekyll: { out: '_site', query: '서가에', titles: ['첫 서가를 짜다', '장마철 책 관리'], section: ['젖은 책', '젖은 책 말리기'], category: ['가게', 3] },
  hugo: { out: 'public', query: '장마에', titles: ['빗물을 받아 쓰기'], section: ['난황유 비율', '섞는 비율'], category: ['채소', 2] },
};

/** @type {import('playwright-core').Browser} */ let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

for (const [name, example] of Object.entries(kExamples))
  test(`${name}: from the sources to a page that is found`, { skip: existsSync(`/usr/bin/${name}`) ? false : `no ${name}` }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'geul-example-'));
    try {
      cpSync(join(kSource, 'data/examples', name), folder, { recursive: true });
      execFileSync(join(folder, 'publish'));
      const site = await serve({ files: { '/favicon.ico': '' }, folders: { '/': join(folder, example.out) } });
      await visit(browser, site, async ({ page, box, titles, hits, filterButton, chip, searched }) => {
        await eventually(async () => assert.equal((await titles()).length, 5));  // recent
        const done = searched();
        await chip('분류', new RegExp(`^${example.category[0]}`)).click();
        assert.equal((await done).count, example.category[1]);
        await chip('분류', new RegExp(`^${example.category[0]}`)).click();

        await box.fill(example.query);
        await eventually(async () => assert.deepEqual(await titles(), example.titles));

        await box.fill(example.section[0]);
        const link = hits.locator('a').filter({ hasText: example.section[1] }).last();
        await link.click();
        await page.waitForURL(/#/);
        const heading = page.locator(`[id="${decodeURIComponent(new URL(page.url()).hash.slice(1))}"]`);
        assert.equal(await heading.textContent(), example.section[1]);
        assert.deepEqual(site.log.filter(({ status }) => status != 200), []);

        // The box of every page's head.
        await page.keyboard.press('/');
        await box.fill(example.query);
        await eventually(async () => assert.deepEqual(await titles(), example.titles));
      }, { at: '/search/', expected: /^Autofocus processing was blocked/ });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

// SPDX-License-Identifier: GPL-2.0-or-later
// Debian's Chromium, and what a test does with a page of it.

import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const kArguments = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

export const launch = () =>
  chromium.launch({ executablePath: ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync), args: kArguments, headless: true });

/**
 * A page with its complaints: violations of the policy, errors, and what was written to the console.
 * @param {import('playwright-core').Browser} browser
 * @param {import('playwright-core').BrowserContextOptions} [options]
 */
export async function newPage(browser, options = {}) {
  const context = await browser.newContext({ locale: 'ko-KR', timezoneId: 'Asia/Seoul', viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  /** @type {string[]} */
  const complaints = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.addInitScript(() => addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`)));
  const tools = await context.newCDPSession(page);
  return { page, context, complaints, ime: inputMethod(tools) };
}

/**
 * A Korean input method: what the system's would send, by the DevTools protocol.
 * @param {import('playwright-core').CDPSession} tools
 */
const inputMethod = (tools) => ({
  /** Shows `text` as being composed. @param {string} text */
  compose: (text) => tools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length }),
  /** Ends the composition with `text`. @param {string} text */
  commit: (text) => tools.send('Input.insertText', { text }),
  /** A key that goes to the input method. @param {string} key @param {string} code */
  async key(key, code) {
    for (const type of /** @type {const} */ (['rawKeyDown', 'keyUp'])) await tools.send('Input.dispatchKeyEvent', { type, key, code, windowsVirtualKeyCode: 229 });
  },
});

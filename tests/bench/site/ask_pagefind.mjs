// SPDX-License-Identifier: GPL-2.0-or-later
// ask_pagefind.mjs ROOT BATCH.json: all pages that Pagefind finds, in Chromium, for each query of
// {"id": "query"}. Prints {"id": [page address, best first]}.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { chromium } from "../../web/node_modules/playwright-core/index.mjs";
import { serve } from "./server.mjs";

const [root, batch] = process.argv.slice(2);
const queries = JSON.parse(readFileSync(batch, "utf8"));

/** The address of each fragment, by the name that results have. */
function addresses() {
  const folder = join(root, "pagefind", "fragment");
  const named = {};
  for (const file of readdirSync(folder)) {
    const text = gunzipSync(readFileSync(join(folder, file))).toString();
    named[file.replace(/\.pf_fragment$/, "")] = JSON.parse(text.slice(text.indexOf("{"))).url;
  }
  return named;
}

const host = await serve(root);
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"] });
const page = await browser.newPage();
await page.goto(`${host.url}/pagefind.html`);
const found = await page.evaluate(async ([module, queries]) => {
  const pagefind = await import(module);
  await pagefind.init();
  const found = {};
  for (const [id, query] of Object.entries(queries))
    found[id] = (await pagefind.search(query)).results.map((result) => result.id);
  return found;
}, [`${host.url}/pagefind/pagefind.js`, queries]);
await browser.close();
host.close();
const named = addresses();
for (const id of Object.keys(found)) found[id] = found[id].map((result) => named[result]);
console.log(JSON.stringify(found));

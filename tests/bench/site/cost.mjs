// SPDX-License-Identifier: GPL-2.0-or-later
// cost.mjs SETTINGS.json: what a visitor of a site pays for its search box, in Chromium with an empty
// cache: bytes of bodies by step, and the time from opening the page to the first five results.
// SETTINGS: {"root": folder, "engine": "geul" | "pagefind", "queries": [[first, second], ...],
// "runs": n}. Prints JSON.
import { readFileSync } from "node:fs";
import { chromium } from "../../web/node_modules/playwright-core/index.mjs";
import { ENGINES } from "./engines.mjs";
import { serve } from "./server.mjs";

const ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const SLOW = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 200_000 };

const settings = JSON.parse(readFileSync(process.argv[2], "utf8"));
const engine = ENGINES[settings.engine];
const host = await serve(settings.root);
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ARGUMENTS });

/** Bytes and files sent since the last call, the page itself left out. */
function taken() {
  const files = host.sent.splice(0).filter(([name]) => !name.endsWith(".html") && !name.endsWith("/favicon.ico"));
  return { bytes: files.reduce((sum, [, bytes]) => sum + bytes, 0), files: files.length, names: files };
}

async function fresh() {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  return { context, page: await context.newPage() };
}

async function settle(page) {
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(250);
}

async function steps([first, second]) {
  const { context, page } = await fresh();
  taken();
  await page.goto(`${host.url}/${engine.page}`);
  await settle(page);
  const load = taken();
  await engine.focus(page);
  await page.waitForTimeout(1000);
  await settle(page);
  const focus = taken();
  await engine.type(page, first, 10);
  await settle(page);
  const one = taken();
  await engine.type(page, second, 10);
  await settle(page);
  const two = taken();
  await context.close();
  return { load, focus, first: one, second: two };
}

async function time(query, slow) {
  const { context, page } = await fresh();
  const client = await context.newCDPSession(page);
  await client.send("Network.enable");
  if (slow) await client.send("Network.emulateNetworkConditions", SLOW);
  await page.goto(`${host.url}/${engine.page}?q=${encodeURIComponent(query)}`, { waitUntil: "commit" });
  const elapsed = await engine.shown(page, 5);
  await context.close();
  return elapsed;
}

const result = { steps: [], local: [], slow: [] };
for (const pair of settings.queries) result.steps.push({ queries: pair, ...(await steps(pair)) });
for (let run = 0; run < settings.runs; ++run)
  for (const [query] of settings.queries) {
    result.local.push(await time(query, false));
    result.slow.push(await time(query, true));
  }
await browser.close();
host.close();
console.log(JSON.stringify(result));

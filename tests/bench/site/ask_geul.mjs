// SPDX-License-Identifier: GPL-2.0-or-later
// ask_geul.mjs ROOT BATCH.json: all pages that the static search finds, by its own client run in
// node, for each query of {"id": "query"}. Prints {"id": [page address, best first]}.
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import "../../web/support/inflate.js";

const [root, batch] = process.argv.slice(2);
const folder = pathToFileURL(join(resolve(root), "geul") + "/");
const { open } = await import(new URL("geul.js", folder));

async function fetchFile(url) {
  const path = fileURLToPath(url);
  if (!existsSync(path)) return new Response(null, { status: 404 });
  return new Response(readFileSync(path));
}

const index = await open({ base: folder, fetch: fetchFile });
const found = {};
for (const [id, query] of Object.entries(JSON.parse(readFileSync(batch, "utf8"))))
  found[id] = (await index.search(query, { limit: index.size })).hits.map((hit) => hit.postUrl);
console.log(JSON.stringify(found));

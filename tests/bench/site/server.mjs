// SPDX-License-Identifier: GPL-2.0-or-later
// A static host as GitHub Pages is one: text is sent gzipped, other files as they are. It counts
// the bytes of each body that it sends.
import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};
const GZIPPED = new Set([".html", ".js", ".css", ".json", ".svg"]);

function body(path, cache) {
  if (!cache.has(path)) {
    const bytes = readFileSync(path);
    cache.set(path, GZIPPED.has(extname(path)) ? gzipSync(bytes, { level: 6 }) : bytes);
  }
  return cache.get(path);
}

function isFile(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** Serves a folder. `sent` gathers [path, bytes] of each answer; empty it to count anew. */
export async function serve(root) {
  const cache = new Map();
  const sent = [];
  const server = createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url, "http://host").pathname);
    const path = join(root, normalize(name), name.endsWith("/") ? "index.html" : "");
    if (!isFile(path)) return response.writeHead(404).end();
    const bytes = body(path, cache);
    sent.push([name, bytes.length]);
    const headers = { "content-type": TYPES[extname(path)] ?? "application/octet-stream" };
    if (GZIPPED.has(extname(path))) headers["content-encoding"] = "gzip";
    response.writeHead(200, { ...headers, "content-length": bytes.length, "cache-control": "max-age=600" });
    response.end(bytes);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { url: `http://127.0.0.1:${server.address().port}`, sent, close: () => server.close() };
}

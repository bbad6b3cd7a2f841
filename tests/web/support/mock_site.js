// SPDX-License-Identifier: GPL-2.0-or-later
// A small site with the widget: over the mock, or over an index that geul-index made.

import { readFile } from 'node:fs/promises';
import { posts } from './posts.js';
import { serve } from './server.js';

const kDemo = new URL('../../../query/web/demo/', import.meta.url);

export const kModules = process.env.GEUL_WEB_MODULES ?? new URL('../../../query/web', import.meta.url).pathname;

/** @param {string} body @param {string} [theme] */
export const pageOf = (body, theme = '') => `<!doctype html>
<html lang="ko"${theme}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>글밭</title><link rel="stylesheet" href="/site.css"><script type="module" src="/geul/geul-search.js"></script></head>
<body>${body}</body></html>`;

const kStyle = `html { color-scheme: light dark; } body { margin: 0 auto; padding: 24px 16px; max-width: 1080px; font-family: sans-serif; }
header { display: flex; justify-content: space-between; align-items: center; } geul-search:not(:defined) { visibility: hidden; }`;

/** @param {string} body  of the page at `/` */
export async function mockSite(body) {
  return serve({
    files: {
      '/': pageOf(body), '/site.css': kStyle, '/favicon.ico': '',
      '/geul/geul.js': await readFile(new URL('mock_geul.js', import.meta.url), 'utf8'),
      '/geul/geul.bin': JSON.stringify({ format: 1, build: 'mock', posts }), '/geul/t/terms.bin': '{}',
      ...Object.fromEntries(await Promise.all(['demo.html', 'geul-demo.js', 'geul-demo.css', 'geul-demo.svg'].map(async (name) => [`/geul/${name}`, await readFile(new URL(name, kDemo))]))),
      ...Object.fromEntries(posts.map(({ url, title }) => [url, pageOf('<main><h1>글</h1></main>')])),
    },
    folders: { '/geul/': kModules },
  });
}

export const kInline = '<header><h1>글밭</h1></header><main><geul-search mode="inline"></geul-search></main>';
export const kDialog = '<header><h1>글밭</h1><geul-search></geul-search></header><main><p>글밭에 오신 것을 환영합니다. <input id="other" aria-label="다른 칸"></p></main>';

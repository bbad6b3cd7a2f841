// SPDX-License-Identifier: GPL-2.0-or-later
// A search that geul-index exported, as a site serves it.

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pageOf } from './mock_site.js';
import { serve } from './server.js';

const kProgram = process.env.GEUL_INDEX ?? '';
const kSource = process.env.GEUL_SOURCE ?? new URL('../../..', import.meta.url).pathname;

/**
 * The sample posts and others.
 * @param {Record<string, string>} [others]  Markdown by path
 */
export function exportSite(others = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'geul-web-'));
  const posts = join(folder, 'posts');
  cpSync(join(kSource, 'data/posts'), posts, { recursive: true });
  /** @param {Record<string, string>} files @param {string} out */
  const publish = (files, out) => {
    for (const [path, text] of Object.entries(files)) writeFileSync(join(posts, path), text);
    execFileSync(kProgram, ['build', posts, '--db', join(folder, 'db'), '--quiet']);
    execFileSync(kProgram, ['site', '--db', join(folder, 'db'), '--out', join(folder, out), '--quiet']);
    return join(folder, out) + '/';
  };
  return { geul: publish(others, 'geul'), publish, remove: () => rmSync(folder, { recursive: true }) };
}

/** Whether there is a program, with the widget in what it writes. */
export function canExport() {
  if (!existsSync(kProgram)) return false;
  const made = exportSite();
  const can = existsSync(join(made.geul, 'geul-search.js'));
  made.remove();
  return can;
}

/** @param {string} geul  the export's folder @param {string} body  of the page at `/` @param {string} [policy] */
export const serveExport = (geul, body, policy) => serve({
  policy,
  files: { '/': pageOf(body), '/site.css': 'body { max-width: 1080px; margin: auto; }', '/favicon.ico': '' },
  folders: { '/geul/': geul },
});

// SPDX-License-Identifier: GPL-2.0-or-later
// A static server as sites have it: gzip, the strictest Content-Security-Policy, and switches to
// take files away, to answer with others, and to break the line.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

export const kStrict = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
  + "require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'; form-action 'none'";

const kTypes = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.json': 'application/json', '.bin': 'application/octet-stream' };

/**
 * @param {{files?: Record<string, string | Buffer>, folders?: Record<string, string>, policy?: string}} options
 *   files by address; folders by the address they are under
 * @returns a site: `missing(path)` says what is not there, `log` holds `{path, bytes, status}`
 */
export async function serve({ files = {}, folders = {}, policy = kStrict }) {
  const site = { files, folders, log: [], missing: (_path) => false, broken: false, delay: 0, address: '', close: async () => {} };
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://a').pathname);
    if (site.broken) return request.socket.destroy();
    if (site.delay) await new Promise((resolve) => setTimeout(resolve, site.delay));
    const content = site.missing(path) ? null : await find(site, path);
    const status = content == null ? 404 : 200;
    const body = content == null ? Buffer.from('not found') : Buffer.from(content);
    const sent = extname(path) == '.bin' || status == 404 ? body : gzipSync(body, { level: 9 });
    site.log.push({ path, bytes: sent.length, status });
    response.writeHead(status, {
      'Content-Type': kTypes[extname(path) || '.html'] ?? 'text/plain', 'Content-Security-Policy': policy,
      'Cache-Control': 'no-cache', ...(sent != body && { 'Content-Encoding': 'gzip' }),
    });
    response.end(sent);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  site.address = `http://127.0.0.1:${/** @type {any} */ (server.address()).port}`;
  site.close = () => new Promise((resolve) => { server.close(() => resolve()); server.closeAllConnections(); });
  return site;
}

async function find({ files, folders }, path) {
  if (path in files) return files[path];
  for (const [under, folder] of Object.entries(folders))
    if (path.startsWith(under)) {
      const file = path.slice(under.length) + (path.endsWith('/') ? 'index.html' : '');
      const found = await readFile(join(folder, normalize(file))).catch(() => null);
      if (found) return found;
    }
  return null;
}

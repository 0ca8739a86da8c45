import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { BenchNote } from '../notes.ts';

const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const page = `<!doctype html><meta charset="utf-8"><title>stock tldraw</title>
<link rel="stylesheet" href="/stock.css"><body style="margin:0"><script type="module" src="/stock.js"></script>`;

/** Serves the page of stock tldraw, its assets and the notes; `stop` ends it. */
export async function serveStock(
  bundle: string,
  notes: readonly BenchNote[],
): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = createServer(({ url = '/' }, answer) => {
    const { pathname } = new URL(url, 'http://localhost');
    if (pathname === '/') return void answer.setHeader('content-type', 'text/html').end(page);
    if (pathname === '/notes.json') return void answer.end(JSON.stringify(notes));
    const [, inAssets] = /^\/assets(\/.+)$/.exec(pathname) ?? [];
    const root = inAssets === undefined ? bundle : 'node_modules/@tldraw/assets';
    sendFile(answer, join(root, normalize(inAssets ?? pathname)));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: async () => {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}

function sendFile(answer: ServerResponse, path: string): void {
  if (!existsSync(path)) return void answer.writeHead(404).end();
  answer.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream');
  createReadStream(path).pipe(answer);
}

import { EventEmitter } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import next from 'next';
import sirv from 'sirv';

const STATIC = '/_next/static';

export interface Pages {
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** Hot reload of pages while developing; false when the socket is not for it. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  close(): Promise<void>;
}

/**
 * Next, with an emitter of our own where it would listen for upgrades: it ends every socket whose
 * path fits a page, so it must never hear of a sync connection.
 */
export async function openPages({
  dev,
  port,
  host,
}: {
  dev: boolean;
  port: number;
  host: string;
}): Promise<Pages> {
  const upgrades = new EventEmitter();
  const app = next({ dev, port, hostname: host, httpServer: upgrades as unknown as Server });
  await app.prepare();
  const handle = app.getRequestHandler();
  const serveStatic = dev ? undefined : staticFiles();
  return {
    handle(request, response) {
      const answer = (): void => void handle(request, response);
      if (serveStatic && request.url?.startsWith(`${STATIC}/`)) {
        request.url = request.url.slice(STATIC.length);
        serveStatic(request, response, () => {
          request.url = `${STATIC}${request.url}`;
          answer();
        });
      } else answer();
    },
    upgrade(request, socket, head) {
      if (!dev || !request.url?.startsWith('/_next/')) return false;
      return upgrades.emit('upgrade', request, socket, head);
    },
    close: () => app.close(),
  };
}

/** The build's own files, compressed when they were built; their names change with their content. */
function staticFiles(): ReturnType<typeof sirv> {
  return sirv('.next/static', { brotli: true, gzip: true, immutable: true, maxAge: 31_536_000 });
}

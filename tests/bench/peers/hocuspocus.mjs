import { join } from 'node:path';
import { SQLite } from '@hocuspocus/extension-sqlite';
import { Server } from '@hocuspocus/server';
import { report } from './report.mjs';

/** Hocuspocus with its SQLite extension, both as they come. */
const server = new Server({
  port: 0,
  address: '127.0.0.1',
  quiet: true,
  stopOnSignals: false,
  extensions: [new SQLite({ database: join(process.argv[2], 'documents.sqlite') })],
});
await server.listen();
report(server.address.port, { stop: () => server.destroy() });

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { report } from '../peers/report.mjs';
import { startEngine } from './engine.ts';

/** Our engine as a process to be measured: `node ours.js DATA_DIR [IDLE_MS]`. */
const [dataDir, idleMs] = process.argv.slice(2);
if (dataDir === undefined) throw new Error('say where the data is');
const engine = await startEngine({
  dataDir,
  idleMs: idleMs === undefined ? undefined : Number(idleMs),
});
const http = createServer();
http.on('upgrade', (request, socket, head) => engine.upgrade(request, socket, head));
http.listen(0, '127.0.0.1', () =>
  report((http.address() as AddressInfo).port, {
    makeBoards: (ids) => engine.makeBoards(ids),
    stop: () => engine.stop(),
  }),
);

// The embedded Postgres, in a worker thread of the server's process so that a long query never stops the event loop.
// Plain JavaScript, because it runs unbundled: beside its starter in development, and copied next to the bundle.
//
// in   { id, bytes }    a piece of the wire protocol → { id, answer }
//      { id, ask }      'fsyncs' → { id, answer: number };  'close' → { id }
// out  { ready } once; { lost } when Postgres gave up, after which the thread ends
import {
  closeSync,
  chmodSync,
  existsSync,
  fdatasyncSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

const EIO = 29; // as WebAssembly's libc counts

let fsyncs = 0;

// PGlite never syncs a file, and a power cut would take what was acknowledged. This hands the calls through.
class DurableFs extends NodeFS {
  async init(pg, options) {
    const { emscriptenOpts } = await super.init(pg, options);
    const hook = (module) => {
      module.NODEFS.stream_ops.fsync = (stream) => syncStream(module, stream);
    };
    emscriptenOpts.preRun.push(hook);
    emscriptenOpts.onAbort = (reason) => lose(`it stopped: ${reason}`);
    return { emscriptenOpts };
  }
}

function syncStream(module, stream) {
  try {
    if (stream.nfd === undefined) syncPath(module.NODEFS.realPath(stream.node));
    // All that it takes to read the data back, its length too; when it was written is not worth a second write.
    else fdatasyncSync(stream.nfd);
    fsyncs += 1;
    return 0;
  } catch (error) {
    lose(`a sync to disk failed: ${error.message}`);
    return EIO;
  }
}

// Folders have no open file behind them.
function syncPath(path) {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function lose(reason) {
  parentPort.postMessage({ lost: [reason, ...lastWords].join(' | ') });
  process.exit(1);
}

/** What Postgres wrote to its log before it stopped. @type {string[]} */
const lastWords = [];

function listen(line) {
  if (/(FATAL|PANIC):/.test(line)) lastWords.push(line);
}

const startParams = PGlite.defaultStartParams
  .filter((param) => param !== '-F')
  // fdatasync is an empty function in this build; 16 MB of buffers instead of 128 saves that much memory and no time.
  .concat('-c', 'wal_sync_method=fsync', '-c', 'shared_buffers=16MB');

/** @param {string} directory */
function open(directory) {
  return PGlite.create({ fs: new DurableFs(directory), startParams, onStderr: listen });
}

// A kill during initdb would leave half a database: it is made aside, synced, and renamed when it is whole.
async function initialise(directory) {
  const draft = `${directory}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: OWNER_ONLY });
  await (await open(draft)).close();
  syncTree(draft);
  renameSync(draft, directory);
  syncPath(dirname(directory));
}

function syncTree(path) {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.isDirectory()) syncTree(join(path, entry.name));
    else syncPath(join(path, entry.name));
  }
  syncPath(path);
}

const { directory } = workerData;
// Postgres' own file modes do not get through: everybody may read and write the files, so nobody else may enter.
const OWNER_ONLY = 0o700;
if (!existsSync(join(directory, 'PG_VERSION'))) await initialise(directory);
chmodSync(directory, OWNER_ONLY);
// A kill between creating this file and writing it leaves it empty, and Postgres refuses to start for good. Our caller
// holds the lock on the directory, so no other process can own the file.
rmSync(join(directory, 'postmaster.pid'), { force: true });

const database = await open(directory).catch((error) => lose(error?.message ?? String(error)));

const STARTUP = 0; // the first byte of a client's first message
let sessions = 0;

async function exchange(bytes) {
  // There is only one backend: a new client must not find the transaction or the settings of the one before.
  if (bytes[0] === STARTUP && sessions++ > 0) {
    await database.exec('ROLLBACK');
    await database.exec('DISCARD ALL');
  }
  const parts = [];
  await database.execProtocolRawStream(bytes, {
    syncToFs: false,
    onRawData: (part) => parts.push(part.slice()),
  });
  return concat(parts);
}

function concat(parts) {
  if (parts.length === 1) return parts[0];
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

async function close() {
  await database.exec('CHECKPOINT');
  await database.close();
}

async function handle({ id, bytes, ask }) {
  if (bytes) {
    const answer = await exchange(bytes);
    parentPort.postMessage({ id, answer }, [answer.buffer]);
  } else if (ask === 'fsyncs') {
    parentPort.postMessage({ id, answer: fsyncs });
  } else if (ask === 'close') {
    await close();
    parentPort.postMessage({ id });
    parentPort.close();
  }
}

let last = Promise.resolve();
parentPort.on('message', (message) => {
  last = last.then(() => handle(message)).catch((error) => lose(error?.message ?? String(error)));
});
parentPort.postMessage({ ready: true });

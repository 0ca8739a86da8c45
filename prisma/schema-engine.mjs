#!/usr/bin/env node
// Speaks the command line and the JSON-RPC (a line a message, on stdio) of Prisma's schema engine binary, on top of its
// WebAssembly build, which comes from the package registry like every other dependency.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import {
  createDatabase,
  databaseFactory,
  emptyDatabase,
  isInMemory,
} from './schema-engine-database.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    datamodels: { type: 'string', multiple: true, default: [] },
    datasource: { type: 'string', default: '{"url":"postgresql://pglite/verbeterbord"}' },
    'enabled-preview-features': { type: 'string' },
    'extension-types': { type: 'string' },
    version: { type: 'boolean' },
  },
});
const datasource = JSON.parse(values.datasource);
const database = bindMigrationAwareSqlAdapterFactory(databaseFactory(datasource));

const methods = {
  createDatabase: async () => ({ databaseName: await createDatabase(datasource.url) }),
  // The binary prints the script by asking its caller to.
  diff: async (engine, params) => {
    const { stdout, ...result } = await engine.diff(params);
    const print = { jsonrpc: '2.0', id: 'diff', method: 'print', params: { content: stdout } };
    if (stdout !== null) await send(print);
    return result;
  },
  ensureConnectionValidity: async (engine) => {
    await engine.version();
    return {};
  },
  getDatabaseVersion: (engine) => engine.version(),
  reset: async (engine, params) => {
    if (isInMemory(datasource.url)) await engine.reset(params);
    else await emptyDatabase(datasource.url);
  },
  // These two cannot open a shadow database before a diagnosis did.
  createMigration: async (engine, params) => {
    await engine.devDiagnostic(params);
    return engine.createMigration(params);
  },
  evaluateDataLoss: async (engine, params) => {
    await engine.devDiagnostic(params);
    return engine.evaluateDataLoss(params);
  },
};

// A panic reports its message here and then never answers.
globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => log({ message }) };
process.on('uncaughtException', () => process.exit(101));

if (values.version) console.log('schema-engine', (await loadWasm()).version());
else if (positionals[0] === 'cli') await runCommand(positionals[1]);
else await serve();
process.exit();

async function runCommand(name) {
  try {
    if (name === 'create-database') await createDatabase(datasource.url);
    else await (await startEngine()).version();
  } catch (error) {
    process.stderr.write('\n'); // the caller skips the first line
    log({ message: describe(error), error_code: error.code ?? 'P1001' });
    process.exitCode = 1;
  }
}

async function serve() {
  const engine = startEngine();
  let last = Promise.resolve();
  for await (const line of createInterface({ input: process.stdin })) {
    const message = JSON.parse(line);
    // What is left are the replies to our own prints.
    if (message.method) last = last.then(() => answer(engine, message));
  }
  await last;
}

async function answer(engine, { id, method, params }) {
  try {
    const result = (await call(await engine, method, params ?? {})) ?? null;
    await send({ jsonrpc: '2.0', id, result });
  } catch (error) {
    const data = { is_panic: false, message: describe(error), error_code: error.code };
    await send({ jsonrpc: '2.0', id, error: { code: 4466, message: 'An error happened.', data } });
  }
}

function call(engine, method, params) {
  if (Object.hasOwn(methods, method)) return methods[method](engine, params);
  if (typeof engine[method] === 'function') return engine[method](params);
  throw new Error(`The schema engine has no method ${method}.`);
}

async function startEngine() {
  const { SchemaEngine } = await loadWasm();
  return SchemaEngine.new({ datamodels: await readDatamodels() }, () => {}, database);
}

async function loadWasm() {
  const wasm = pathToFileURL(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  const glue = await import(new URL('schema_engine_bg.js', wasm).href);
  const code = await readFile(new URL('schema_engine_bg.wasm', wasm));
  const { instance } = await WebAssembly.instantiate(code, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return glue;
}

async function readDatamodels() {
  const files = values.datamodels.map(async (path) => [path, await readFile(path, 'utf8')]);
  return files.length === 0 ? undefined : Promise.all(files);
}

/** What went wrong in the database driver passes through the engine as a number. */
function describe(error) {
  const id = /^External error id#(\d+)/.exec(error.message)?.[1];
  const cause = id === undefined ? undefined : database.errorRegistry.consumeError(Number(id));
  return cause ? String(cause.error?.stack) : error.message;
}

function log(fields) {
  const line = { level: 'ERROR', target: 'schema_engine::logger', fields };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

function send(message) {
  return new Promise((done) => process.stdout.write(`${JSON.stringify(message)}\n`, done));
}

import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import * as Y from 'yjs';
import { boardDocument, FORMAT } from '#board/document.ts';
import { asBoardId } from '#board/ids.ts';
import { openDatabase } from '#server/db/open-database.ts';
import { HeavyThreads } from '#server/sync/heavy-work.ts';
import { localBus } from '#server/sync/local-bus.ts';
import { createSyncMetrics } from '#server/sync/metrics.ts';
import { PrismaUpdateLog } from '#server/sync/prisma-update-log.ts';
import { Rooms } from '#server/sync/rooms.ts';
import { SyncUpgrade } from '#server/sync/upgrade.ts';

/** The sync engine on its embedded database, with nothing of the product around it. */
export interface Engine {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Makes empty boards with these ids. */
  makeBoards(ids: readonly string[]): Promise<void>;
  stop(): Promise<void>;
}

export interface EngineOptions {
  readonly dataDir: string;
  /** Milliseconds that an empty room stays in memory; undefined for what production has. */
  readonly idleMs: number | undefined;
}

export async function startEngine({ dataDir, idleMs }: EngineOptions): Promise<Engine> {
  const database = await openDatabase({ dataDir, log: complaints });
  const log = new PrismaUpdateLog(database.prisma, { prepared: database.prepared });
  const metrics = createSyncMetrics();
  const heavy = new HeavyThreads();
  heavy.start();
  const rooms = new Rooms({
    log,
    bus: localBus,
    heavy,
    freshen: () => Promise.resolve(undefined),
    logger: complaints,
    metrics,
    ...(idleMs === undefined ? {} : { idleMs }),
  });
  const upgrade = new SyncUpgrade({
    origins: new Set<string>(),
    admit: (request) => Promise.resolve(admitted(request)),
    rooms,
    logger: complaints,
    metrics,
  });
  await furnish(database.prisma);
  rooms.start();
  return {
    upgrade: (request, socket, head) => upgrade.handle(request, socket, head),
    makeBoards: (ids) => makeBoards(log, ids),
    stop: async () => {
      await rooms.stop();
      await upgrade.stop();
      await heavy.stop();
      await database.close();
    },
  };
}

/** Whoever brings `Authorization: Bearer <name>` is that person and may write. */
function admitted({ headers }: IncomingMessage) {
  const name = headers.authorization?.replace(/^Bearer /, '') ?? 'nobody';
  const person = { id: name, name, color: '#123456' };
  const recheck = () => Promise.resolve('write' as const);
  return { ok: true as const, admission: { person, access: 'write' as const, recheck } };
}

type Prisma = Awaited<ReturnType<typeof openDatabase>>['prisma'];

/** Boards belong to a team, and somebody made them. */
async function furnish(prisma: Prisma): Promise<void> {
  if ((await prisma.team.count()) > 0) return;
  await prisma.organisation.create({ data: { id: 'o', name: 'Bench' } });
  await prisma.team.create({ data: { id: 't', organisationId: 'o', name: 'Bench' } });
  await prisma.user.create({ data: { id: 'u', email: 'bench@example.org', name: 'Bench' } });
}

async function makeBoards(log: PrismaUpdateLog, ids: readonly string[]): Promise<void> {
  await log.transaction(async (tx) => {
    const board = { teamId: 't', title: 'Bench', template: 'pdca', createdById: 'u' };
    await tx.board.createMany({ data: ids.map((id) => ({ id, ...board })) });
    for (const id of ids) await log.create(tx, asBoardId(id), emptyBoard());
  });
}

function emptyBoard(): Uint8Array {
  const { doc, meta } = boardDocument(new Y.Doc());
  doc.transact(() => {
    meta.set('format', FORMAT);
    meta.set('epoch', 1);
  });
  return Y.encodeStateAsUpdate(doc);
}

type Said = readonly [fieldsOrMessage: object | string, message?: string];

/** Prints what is wrong and nothing else, for the database and for the engine. */
const complaints = {
  info: () => {},
  warn: (...said: Said) => complain(said),
  error: (...said: Said) => complain(said),
};

function complain([fields, message]: Said): void {
  const error = typeof fields === 'string' ? undefined : (fields as { err?: unknown }).err;
  process.stderr.write(`ours: ${message ?? String(fields)} ${error ? String(error) : ''}\n`);
}

import * as Y from 'yjs';
import { boardDocument } from '#board/document.ts';
import { Client } from './client.ts';
import type { Aim } from './commands.ts';
import { seedOf, wholeOf } from './seed.ts';

/** Numbers of those who only come and go, beyond any crowd's. */
const FIRST = 5_000;

/** So many come at once; resolves with the milliseconds each took to have the whole board, and they leave. */
export async function joinAll(aim: Aim & { board: string; count: number }): Promise<number[]> {
  const clients = Array.from({ length: aim.count }, (_, at) => newcomer(aim, at));
  const took = await Promise.all(clients.map(({ joined }) => joined));
  await Promise.all(clients.map((client) => client.leave()));
  return took;
}

/** Records in the document that a newcomer gets, read with Yjs itself. */
export async function countRecords(aim: Aim & { board: string }): Promise<number> {
  const client = newcomer(aim, 0, true);
  await client.joined;
  const doc = new Y.Doc();
  for (const update of client.kept) Y.applyUpdate(doc, update);
  await client.leave();
  return boardDocument(doc).records.size;
}

/** Boards that are filled at the same time. */
const AT_ONCE = 20;

export async function fillAll({ boards, ...aim }: Aim & { boards: readonly string[] }) {
  for (let from = 0; from < boards.length; from += AT_ONCE) {
    const some = boards.slice(from, from + AT_ONCE);
    await Promise.all(some.map((board) => fill({ ...aim, board })));
  }
}

/** One brings the bytes, another waits until they have come through. */
async function fill(aim: Aim & { board: string }): Promise<void> {
  const watcher = newcomer(aim, 0);
  const maker = new Client({ ...aim, number: FIRST + 1, whole: 1 });
  await maker.joined;
  for (const update of seedOf(aim.records).updates) maker.send(maker.wire.update(update));
  await watcher.joined;
  await Promise.all([watcher.leave(), maker.leave()]);
}

function newcomer(aim: Aim & { board: string }, at: number, keep = false): Client {
  return new Client({ ...aim, number: FIRST + at, whole: wholeOf(aim), keep });
}

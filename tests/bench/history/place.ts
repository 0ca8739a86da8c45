import * as Y from 'yjs';
import type { Board } from '#server/db/generated/client.ts';
import { openDatabase } from '#server/db/open-database.ts';
import { SnapshotThread } from '#server/snapshots/snapshot-work.ts';
import { checksumOf } from '#server/sync/checksum.ts';
import { newBoard } from '#tests/support/builders.ts';
import { testHouse } from '#tests/support/house.ts';
import type { TestHouse } from '#tests/support/house.ts';
import { people } from '#tests/support/people.ts';
import type { People } from '#tests/support/people.ts';
import { complaints } from '#tests/support/print.ts';

/** Where a database is. */
export interface Place {
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
}

export interface Opened {
  readonly house: TestHouse;
  readonly people: People;
  close(): Promise<void>;
}

/** A house with people and the real thread for snapshots. */
export async function openPlace(place: Place): Promise<Opened> {
  const database = await openDatabase({ ...place, log: complaints });
  const snapshotWork = new SnapshotThread();
  snapshotWork.start();
  const house = await testHouse({ ...database, ...place }, { snapshotWork });
  return {
    house,
    people: await people(house),
    close: async () => {
      await snapshotWork.stop();
      await house.close();
    },
  };
}

/** A board whose log has these updates after its template, one row each; returns where it ends. */
export async function boardOf(
  { house, people: { member, teamId } }: Opened,
  updates: readonly Uint8Array[],
): Promise<Board> {
  const { id } = await newBoard(house, member.actor, teamId, { template: 'pdca' });
  const { logSeq: from } = await house.db.board.findUniqueOrThrow({ where: { id } });
  for (let at = 0; at < updates.length; at += 500) {
    const data = updates.slice(at, at + 500).map((update, n) => {
      const bytes = Uint8Array.from(update);
      const seq = from + at + n + 1;
      return { boardId: id, seq, epoch: 1, bytes, checksum: checksumOf(bytes) };
    });
    await house.db.boardUpdate.createMany({ data });
  }
  return house.db.board.update({
    where: { id },
    data: { logSeq: from + updates.length },
  });
}

/** Keeps a state of the board at that row, as folding does. */
export async function keepStateAt(
  { house }: Opened,
  boardId: string,
  doc: Y.Doc,
  seq: number,
): Promise<void> {
  const bytes = Uint8Array.from(Y.encodeStateAsUpdate(doc));
  await house.db.boardState.create({
    data: { boardId, seq, epoch: 1, bytes, checksum: checksumOf(bytes), proven: true },
  });
}

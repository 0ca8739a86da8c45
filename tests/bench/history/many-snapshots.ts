import { addNote } from '#board/edits.ts';
import { POSITION } from '#board/flat-record.ts';
import { asBoardId } from '#board/ids.ts';
import { takeSnapshotBecause } from '#server/snapshots/take-snapshot-because.ts';
import { noteId, seedOf } from '../load/seed.ts';
import { boardOf } from './place.ts';
import type { Opened } from './place.ts';

export interface ManySnapshots {
  readonly count: number;
  /** Bytes of the board's document in the end. */
  readonly finalBytes: number;
  /** Bytes of all rows of snapshots and their contents. */
  readonly spentBytes: number;
}

/** Takes one snapshot after the other of a board on which a note comes and some move between each two. */
export async function takeMany(
  opened: Opened,
  { count, records }: { count: number; records: number },
): Promise<ManySnapshots> {
  const { house, people } = opened;
  const by = people.member.actor;
  if (by.kind !== 'user') throw new Error('the member has an account');
  const { id } = await boardOf(opened, seedOf(records).updates);
  const boardId = asBoardId(id);
  const author = { by: by.id, byName: by.name, at: house.clock().toISOString() };
  for (let n = 1; n <= count; n++) {
    await house.documents.change(boardId, () =>
      Promise.resolve({
        result: null,
        apply: (board) => {
          const card = { id: `shape:more-${n}` as const, canvas: 'pdca' as const };
          addNote(board, { ...card, text: `Besproken op dag ${n}` }, author);
          for (let k = 0; k < 5; k++) {
            board.records.get(noteId((n * 31 + k * 7) % records))?.set(POSITION, [n, k]);
          }
        },
      }),
    );
    await takeSnapshotBecause(house, { boardId, why: 'manual', title: '', by });
  }
  const [sizes] = await house.db.$queryRaw<{ rows: number; contents: number }[]>`
    SELECT (SELECT sum(pg_column_size(s)) FROM snapshot s WHERE board_id = ${id})::float8 AS rows,
           (SELECT sum(pg_column_size(c)) FROM (
             SELECT board_id, hash, form, base, step, spent, size, checksum FROM snapshot_content
           ) c WHERE board_id = ${id})::float8
           + (SELECT sum(octet_length(bytes)) FROM snapshot_content WHERE board_id = ${id})::float8 AS contents`;
  const last = await house.db.snapshot.findFirstOrThrow({
    where: { boardId: id },
    orderBy: { number: 'desc' },
  });
  const { size } = await house.db.snapshotContent.findUniqueOrThrow({
    where: { boardId_hash: { boardId: id, hash: last.stateHash } },
  });
  const spentBytes = (sizes?.rows ?? NaN) + (sizes?.contents ?? NaN);
  return { count, finalBytes: size, spentBytes };
}

import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { asBoardId } from '#board/ids.ts';
import { pruneLogs } from '#server/boards/prune-logs.ts';
import { PrismaUpdateLog } from '#server/sync/prisma-update-log.ts';
import { newBoard, newNote } from '#tests/support/builders.ts';
import { DAY_MS } from '#tests/support/house-clock.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

const world = useSettledHouse();

it('[SYNC-37] rows go after 30 days, once an older kept state stands for them', async () => {
  const { house, people } = world;
  const { id } = await newBoard(house, people.member.actor, people.teamId);
  const log = new PrismaUpdateLog(house.db);
  const keep = async (): Promise<number> => {
    const { epoch, rows, state } = await log.read(asBoardId(id));
    const last = rows.at(-1)?.seq ?? state?.seq ?? 0;
    const bytes = await house.documents.read(asBoardId(id), ({ doc }) =>
      Y.encodeStateAsUpdate(doc),
    );
    await log.keepState(asBoardId(id), { epoch, seq: last, bytes });
    return last;
  };
  await newNote(house, people.member.actor, id);
  const first = await keep();
  await newNote(house, people.member.actor, id);
  expect(await pruneLogs(house)).toBe(0);
  await keep();
  await house.db.boardUpdate.updateMany({ data: { at: house.clock() } });
  house.time.pass(29 * DAY_MS);
  expect(await pruneLogs(house)).toBe(0);
  house.time.pass(2 * DAY_MS);
  expect(await pruneLogs(house)).toBe(first);
  expect((await log.read(asBoardId(id))).state).toBeDefined();
});

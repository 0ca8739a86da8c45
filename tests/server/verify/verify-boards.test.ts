import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { sortedJson } from '#board/canonical-json.ts';
import { boardDocument } from '#board/document.ts';
import { asBoardId } from '#board/ids.ts';
import { projectBoard } from '#board/projection.ts';
import { readDocument } from '#server/boards/read-document.ts';
import type { House } from '#server/house.ts';
import { listSnapshots } from '#server/snapshots/list-snapshots.ts';
import {
  readSnapshotDocument,
  readSnapshotState,
} from '#server/snapshots/read-snapshot-content.ts';
import { restoreSnapshot } from '#server/snapshots/restore-snapshot.ts';
import { retireSnapshots } from '#server/snapshots/retire-snapshots.ts';
import { contentHash } from '#server/snapshots/stored-content.ts';
import { takeDailySnapshots } from '#server/snapshots/take-daily-snapshots.ts';
import { storable } from '#server/storable.ts';
import { sayFinding } from '#server/verify/finding.ts';
import { verifyBoards } from '#server/verify/verify-boards.ts';
import { newBoard, newNote, newSnapshot, newTask } from '#tests/support/builders.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

const DAY_MS = 24 * 3600_000;
const steps = ['note', 'task', 'snapshot', 'daily', 'restore', 'retire'] as const;

describe('verify', () => {
  const world = useSettledHouse();
  let boardId = '';

  const newest = async () => {
    const { house, people } = world;
    boardId = (await newBoard(house, people.member.actor, people.teamId)).id;
  };
  const list = () => listSnapshots(world.house, world.people.member.actor, boardId);
  const found = async () =>
    (await verifyBoards(world.house)).findings
      .filter((finding) => finding.boardId === boardId)
      .map((finding) => finding.part);

  it('finds nothing after whatever was done, and each snapshot is what it was [SNAP-1] [SNAP-3]', async () => {
    const { house } = world;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...steps), { minLength: 4, maxLength: 10 }),
        async (done) => {
          await newest();
          for (const [n, step] of done.entries()) await take(step, n + 1);
          expect(await found()).toEqual([]);
          const snapshots = await list();
          expect(snapshots.every(({ intact }) => intact)).toBe(true);
          for (const { id, documentHash, goneAt } of snapshots) {
            if (goneAt !== null) continue;
            const reopened = documentOf(
              await readSnapshotState(house, world.people.member.actor, id),
            );
            const json = sortedJson(storable(projectBoard(reopened)));
            expect(contentHash(new TextEncoder().encode(json))).toBe(documentHash);
          }
          await restoresToWhatItSaid(snapshots.find(({ goneAt }) => goneAt === null)?.id);
        },
      ),
      { numRuns: 6 },
    );
  }, 120_000);

  /** Each by a clock that is a day ahead of the one before, so that retention finds what to take. */
  async function take(step: (typeof steps)[number], n: number): Promise<void> {
    const { house, people } = world;
    const { actor } = people.member;
    const at = new Date(Date.now() + 40 * n * DAY_MS);
    const later: House = { ...house, clock: () => at };
    const [last] = (await list()).filter(({ goneAt }) => goneAt === null);
    switch (step) {
      case 'note':
        return void (await newNote(house, actor, boardId, `briefje ${n}`));
      case 'task':
        return void (await newTask(house, actor, boardId));
      case 'snapshot':
        return void (await newSnapshot(later, actor, boardId));
      case 'daily':
        return void (await takeDailySnapshots(later));
      case 'restore':
        return void (last && (await restoreSnapshot(later, actor, last.id, {})));
      case 'retire':
        return void (await retireSnapshots(later));
    }
  }

  /** Facts and promises stay: what a task says, and that it is there at all. */
  async function restoresToWhatItSaid(id: string | undefined): Promise<void> {
    if (id === undefined) return;
    const { house, people } = world;
    const { actor } = people.member;
    await newNote(house, actor, boardId, 'later');
    await restoreSnapshot(house, actor, id, {});
    const [now, then] = [
      await readDocument(house, actor, boardId),
      await readSnapshotDocument(house, actor, id),
    ];
    const promised = new Set(now.actions.flatMap(({ id, taskId }) => (taskId ? [id] : [])));
    const thought = ({ measures: _, actions, ...rest }: typeof now) => ({
      ...rest,
      actions: actions.filter((action) => !promised.has(action.id)),
    });
    expect(thought(now)).toEqual(thought(then));
  }

  describe('when something was changed behind our back', () => {
    beforeEach(async () => {
      const { house, people } = world;
      await newest();
      for (const [n, text] of ['een', 'twee', 'drie'].entries()) {
        await newNote(house, people.member.actor, boardId, text);
        await newSnapshot(house, people.member.actor, boardId, text);
        if (n === 0) await newTask(house, people.member.actor, boardId);
      }
    });

    const run = (sql: string) =>
      world.house.db.$executeRawUnsafe(sql.replaceAll('$board', `'${boardId}'`));

    it.each([
      ...['scheme', 'epoch', 'seq', 'note_count', 'action_count', 'task_count', 'format'].map(
        (column) => `${column} = ${column} + 1`,
      ),
      ...['why', 'title', 'app'].map((column) => `${column} = ${column} || 'x'`),
      ...['state_hash', 'document_hash', 'hash', 'previous'].map(
        (column) => `${column} = reverse(${column})`,
      ),
      "created_at = created_at + interval '1 second'",
      'created_by_id = NULL',
      'gone_at = now()',
      "seal = 'x'",
    ])('names the snapshot whose %s [SNAP-9]', async (change) => {
      await run(`UPDATE snapshot SET ${change} WHERE board_id = $board AND number = 2`);
      expect(await found()).toContain('snapshot 2');
    });

    it.each([
      ...['hash', 'base'].map((column) => `${column} = reverse(${column})`),
      "form = 'plain'",
      ...['step', 'spent', 'size'].map((column) => `${column} = ${column} + 1`),
      ...['bytes', 'checksum'].map(
        (column) => `${column} = set_bit(${column}, 9, 1 - get_bit(${column}, 9))`,
      ),
    ])('names the snapshot of a content whose %s [SNAP-9]', async (change) => {
      const [row] = await world.house.db.snapshot.findMany({ where: { boardId, number: 2 } });
      await run(
        `UPDATE snapshot_content SET ${change} WHERE board_id = $board AND hash = '${row?.stateHash}'`,
      );
      expect(await found()).toContain('snapshot 2');
    });

    it('names a content that was rewritten with its checksum [SNAP-9]', async () => {
      const [row] = await world.house.db.snapshot.findMany({ where: { boardId, number: 2 } });
      const hash = row?.documentHash ?? '';
      await run(`
        UPDATE snapshot_content SET form = 'plain', base = NULL, step = 0, spent = 0, size = 2,
          bytes = '{}', checksum = sha256(convert_to(hash || E'\\nplain\\n\\n0\\n0\\n2\\n', 'UTF8') || '{}'::bytea)
        WHERE board_id = $board AND hash = '${hash}'`);
      expect(await found()).toContain(`content ${hash}`);
    });

    it.each([
      ['bytes of', 'UPDATE board_update SET bytes = set_bit(bytes, 9, 1 - get_bit(bytes, 9))'],
      [
        'checksum of',
        'UPDATE board_update SET checksum = set_bit(checksum, 9, 1 - get_bit(checksum, 9))',
      ],
      ['epoch of', 'UPDATE board_update SET epoch = 2'],
      ['whole', 'DELETE FROM board_update'],
    ])('names the row of the log of which the %s is wrong [SNAP-9]', async (_what, sql) => {
      await run(`${sql} WHERE board_id = $board AND seq = 2`);
      expect(await found()).toContain('log row 2');
    });

    it('names snapshots that were taken out, the newest too [SNAP-9]', async () => {
      const [third] = await list();
      await run('DELETE FROM snapshot WHERE board_id = $board AND number IN (1, 3)');
      expect(await found()).toEqual(
        expect.arrayContaining(['snapshot 2', `snapshot ${third?.id ?? ''}`]),
      );
    });

    it('says where and what in a sentence', async () => {
      await run("UPDATE snapshot SET title = 'x' WHERE board_id = $board AND number = 2");
      const [finding] = (await verifyBoards(world.house)).findings.filter(
        (one) => one.boardId === boardId,
      );
      expect(finding && sayFinding(finding)).toBe(
        `Board ${asBoardId(boardId)} “Kortere wachttijd”, snapshot 2: what it says of itself does not fit its hash or seal.`,
      );
    });
  });
});

function documentOf(state: Uint8Array) {
  const board = boardDocument(new Y.Doc());
  Y.applyUpdate(board.doc, state);
  return board;
}

import { beforeAll, expect, it } from 'vitest';
import { boardDocument } from '#board/document.ts';
import { asBoardId } from '#board/ids.ts';
import { readMeetingFacts } from '#board/meetings.ts';
import type { House } from '#server/house.ts';
import { closeMeeting } from '#server/meetings/close-meeting.ts';
import { openMeeting } from '#server/meetings/open-meeting.ts';
import { PrismaUpdateLog } from '#server/sync/prisma-update-log.ts';
import { newBoard } from '#tests/support/builders.ts';
import { describeOnBothDatabases } from '#tests/support/database.ts';
import { failAtCall } from '#tests/support/failing-calls.ts';
import { whileCommitFails } from '#tests/support/failing-log.ts';
import { anotherNode } from '#tests/support/house.ts';
import { storedDocument } from '#tests/support/stored-document.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

const NEXT = { on: '2099-01-08', at: null };

describeOnBothDatabases('a closing of which one database call fails', (open) => {
  const world = useSettledHouse(open);
  const me = () => world.people.member.actor;

  let boardId = '';
  beforeAll(async () => {
    const { house, people } = world;
    boardId = (await newBoard(house, me(), people.teamId, { template: 'action' })).id;
  });
  const newMeeting = async () => (await openMeeting(world.house, me(), boardId, {})).meeting;

  /** What is on disk, and what somebody finds on the board who has its log alone. */
  async function onDisk({ id }: { id: string }) {
    const { db } = world.house;
    const row = await db.meeting.findUniqueOrThrow({ where: { id } });
    const stored = await storedDocument(new PrismaUpdateLog(db), asBoardId(boardId));
    return {
      closed: row.closedAt !== null,
      isOpen: row.openBoardId !== null,
      minutes: row.minutes !== null,
      nextOn: row.nextOn,
      snapshots: await db.snapshot.count({ where: { meeting: { id } } }),
      unclaimed: await db.snapshot.count({ where: { boardId, meeting: null, why: 'closing' } }),
      deeds: await db.audit.count({ where: { subject: id, deed: 'meeting.close' } }),
      shown: readMeetingFacts(boardDocument(stored)),
    };
  }

  const whole = {
    ...{ closed: true, isOpen: false, minutes: true, nextOn: NEXT.on },
    ...{ snapshots: 1, unclaimed: 0, deeds: 1, shown: { open: null, next: NEXT } },
  };

  async function closeOn(db: House['db'], id: string): Promise<'closed' | Error> {
    const node = anotherNode(world.house, db);
    try {
      return await closeMeeting(node.house, me(), id, { nextOn: NEXT.on }).then(
        () => 'closed' as const,
        (error: Error) => error,
      );
    } finally {
      await node.stop();
      world.house.takeLogged();
    }
  }

  it(
    'is there whole or not at all, whichever call it is, and can be done again [MEET-9]',
    { timeout: 120_000 },
    async () => {
      for (const call of ['not done', 'done'] as const) {
        let undone = 0;
        for (let n = 1; ; n++) {
          const meeting = await newMeeting();
          const before = await onDisk(meeting);
          expect(before).toMatchObject({ closed: false, isOpen: true, minutes: false });
          const { db, failed } = failAtCall(world.house.db, n, call);
          const told = await closeOn(db, meeting.id);
          const after = await onDisk(meeting);
          expect(after).toEqual(after.closed ? whole : before);
          if (told === 'closed') expect(after.closed).toBe(true);
          if (!after.closed) undone += 1;
          expect(await closeOn(world.house.db, meeting.id)).toBe('closed');
          expect(await onDisk(meeting)).toEqual(whole);
          if (!failed()) break;
        }
        expect(undone).toBeGreaterThan(10);
      }
    },
  );

  it('is not there when the commit itself is refused [MEET-9]', async () => {
    const meeting = await newMeeting();
    const before = await onDisk(meeting);
    const { db } = world.house;
    const told = await whileCommitFails(db, 'snapshot', () => closeOn(db, meeting.id));
    expect(told).toMatchObject({ message: expect.stringContaining('no commit today') });
    expect(await onDisk(meeting)).toEqual(before);
    expect(await closeOn(db, meeting.id)).toBe('closed');
    expect(await onDisk(meeting)).toEqual(whole);
  });
});

import { beforeEach, expect, it } from 'vitest';
import { changeAction } from '#board/actions.ts';
import { readMeetingFacts } from '#board/meetings.ts';
import { dropAction } from '#board/edits.ts';
import { asBoardId } from '#board/ids.ts';
import type { BoardDocument } from '#board/document.ts';
import { confirmAction } from '#server/actions/confirm-action.ts';
import { addReading } from '#server/measures/add-reading.ts';
import { addAttendee } from '#server/meetings/add-attendee.ts';
import { closeMeeting } from '#server/meetings/close-meeting.ts';
import { listMeetings } from '#server/meetings/list-meetings.ts';
import { openMeeting } from '#server/meetings/open-meeting.ts';
import { readMeeting } from '#server/meetings/read-meeting.ts';
import { readMinutes } from '#server/meetings/read-minutes.ts';
import { removeAttendee } from '#server/meetings/remove-attendee.ts';
import { listSnapshots } from '#server/snapshots/list-snapshots.ts';
import { changeTask } from '#server/tasks/change-task.ts';
import { checkEffect } from '#server/tasks/check-effect.ts';
import {
  newBoard,
  newDoneTask,
  newMeasure,
  newProposal,
  newTask,
} from '#tests/support/builders.ts';
import { describeOnBothDatabases } from '#tests/support/database.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describeOnBothDatabases('closing a meeting', (open) => {
  const world = useSettledHouse(open);
  let boardId = '';
  const member = () => world.people.member.actor;

  beforeEach(async () => {
    boardId = (await newBoard(world.house, member(), world.people.teamId)).id;
  });

  const opened = async (by = member()) => {
    return (await openMeeting(world.house, by, boardId, {})).meeting;
  };
  const shown = () => world.house.documents.read(asBoardId(boardId), readMeetingFacts);
  const edit = (apply: (board: BoardDocument) => void) =>
    world.house.documents.change(asBoardId(boardId), () =>
      Promise.resolve({ result: null, apply }),
    );

  it('waits until everything is confirmed, parked until a later day, or dropped, and names what is left [MEET-4] [MEET-5]', async () => {
    const { house } = world;
    const { id } = await opened();
    const [confirmed, parked, dropped] = [
      await newProposal(house, member(), boardId, { title: 'Bellen' }),
      await newProposal(house, member(), boardId, { title: 'Later' }),
      await newProposal(house, member(), boardId, { title: 'Niet doen' }),
    ];
    const close = () => closeMeeting(house, member(), id, {});
    const names = (...left: { actionId: string }[]) =>
      expect(close()).rejects.toMatchObject({
        code: 'incomplete',
        fields: expect.toSatisfy((fields: { field: string; code: string }[]) => {
          expect(fields.map(({ field }) => field).sort()).toEqual(
            left.map(({ actionId }) => `actions.${actionId}`).sort(),
          );
          return fields.every(({ code }) => code === 'undecided');
        }),
      });
    await names(confirmed, parked, dropped);
    await confirmAction(house, member(), { boardId, actionId: confirmed.actionId });
    await edit((board) => changeAction(board, parked.actionId, { parked: '2026-11-23' }));
    await names(parked, dropped);
    await edit((board) => {
      changeAction(board, parked.actionId, { parked: '2099-01-08' });
      dropAction(board, dropped.actionId);
    });
    const { meeting, made } = await close();
    expect(made).toBe(true);
    expect(meeting).toMatchObject({
      closedBy: { name: 'Sanne' },
      counts: { agreed: 1, parked: 1, dropped: 1 },
      override: null,
    });
    expect(await readMinutes(house, member(), id)).toMatchObject({
      agreed: [{ title: 'Bellen', owner: 'Sanne', due: '2026-12-11' }],
      parked: [{ title: 'Later', until: '2099-01-08' }],
      dropped: [{ title: 'Niet doen', promised: false }],
      undecided: [],
      override: null,
    });
  });

  it('takes the closing snapshot, plans the next meeting and shows both on the board [MEET-2] [MEET-7] [MEET-9]', async () => {
    const { house } = world;
    const { id } = await opened();
    expect(await shown()).toMatchObject({
      open: { meetingId: id, facilitator: { name: 'Sanne' } },
    });
    const plan = { nextOn: '2099-01-08', nextAt: '09:30' };
    const { meeting } = await closeMeeting(house, member(), id, plan);
    const [snapshot] = await listSnapshots(house, member(), boardId);
    expect(snapshot).toMatchObject({ why: 'closing', id: meeting.snapshotId });
    const next = { on: '2099-01-08', at: '09:30' };
    expect(await shown()).toEqual({ open: null, next });
    expect(meeting.next).toEqual(next);
    expect((await readMinutes(house, member(), id)).next).toEqual(next);
    const again = (await openMeeting(house, member(), boardId, {})).meeting;
    await expect(closeMeeting(house, member(), again.id, { nextOn: '2026-11-01' })).rejects.toEqual(
      refused('invalid', 'nextOn'),
    );
    // Without a word on it the plan that lies ahead stands.
    expect((await closeMeeting(house, member(), again.id, {})).meeting.next).toEqual(next);
  });

  it('happens once when two people close at once, and changes nothing afterwards [MEET-9]', async () => {
    const { house, people } = world;
    const { id } = await opened();
    const both = await Promise.all([
      closeMeeting(house, member(), id, { nextOn: '2099-01-08' }),
      closeMeeting(house, people.coach.actor, id, { nextOn: '2099-02-05' }),
    ]);
    expect(both.map(({ made }) => made).sort()).toEqual([false, true]);
    expect(both[0]?.meeting).toEqual(both[1]?.meeting);
    const kept = (await listSnapshots(house, member(), boardId)).map(({ why }) => why);
    expect(kept).toEqual(['closing', 'meeting-opened']);
    expect(await house.db.audit.count({ where: { subject: id, deed: 'meeting.close' } })).toBe(1);
    const [before, minutes] = [
      await readMeeting(house, member(), id),
      await readMinutes(house, member(), id),
    ];
    await expect(addAttendee(house, member(), id, { name: 'Te laat' })).rejects.toEqual(
      refused('conflict'),
    );
    await newTask(house, member(), boardId);
    expect(await closeMeeting(house, member(), id, {})).toEqual({ meeting: before, made: false });
    expect(await readMinutes(house, member(), id)).toEqual(minutes);
  });

  it('is overridden by whoever facilitates, a manager or a coach, which is kept everywhere [MEET-10]', async () => {
    const { house, people } = world;
    const { manager, coach } = people;
    const byManager = await opened(manager.actor);
    const { actionId } = await newProposal(house, member(), boardId);
    const override = 'Het brandalarm ging';
    await expect(closeMeeting(house, member(), byManager.id, { override })).rejects.toEqual(
      refused('no-right'),
    );
    const { meeting } = await closeMeeting(house, coach.actor, byManager.id, { override });
    expect(meeting.override).toBe(override);
    expect(await readMinutes(house, member(), byManager.id)).toMatchObject({
      undecided: [{ title: 'Oproepbrief herschrijven' }],
      override: { by: 'Kees', why: override },
    });
    expect(
      await house.db.audit.findMany({ where: { subject: byManager.id, deed: 'meeting.override' } }),
    ).toMatchObject([
      { actor: coach.actor.id, data: { boardId, why: override, actions: [actionId] } },
    ]);
    const mine = await opened();
    expect((await closeMeeting(house, member(), mine.id, { override })).meeting.override).toBe(
      override,
    );
    // With nothing left there was nothing to override.
    await edit((board) => dropAction(board, actionId));
    const clean = await opened();
    expect(
      (await closeMeeting(house, member(), clean.id, { override })).meeting.override,
    ).toBeNull();
  });

  it('gives minutes of what came of it, and of nothing from before [MEET-8]', async () => {
    const { house, people } = world;
    const measure = await newMeasure(house, member(), people.teamId, {
      name: `Wachttijd ${boardId}`,
    });
    const effect = { measure: measure.id, expected: 10, checkOn: '2027-01-15' };
    const old = await newTask(house, member(), boardId, { title: 'Van vroeger' });
    const toCheck = await newDoneTask(house, member(), boardId, { title: 'Al gedaan', effect });
    const { id } = await opened();
    const moved = await changeTask(house, member(), old.id, {
      ...{ revision: old.revision, due: '2027-02-01', reason: 'Sanne is ziek' },
    });
    const begun = await changeTask(house, member(), old.id, {
      revision: moved.revision,
      state: 'doing',
    });
    const back = await changeTask(house, member(), old.id, {
      revision: begun.revision,
      state: 'agreed',
    });
    await changeTask(house, member(), old.id, {
      ...{ revision: back.revision, owner: people.manager.actor.id },
    });
    await checkEffect(house, member(), toCheck.id, {
      ...{ outcome: 'worked', reading: 8, learned: 'Bellen werkt', tell: 'De balie' },
    });
    await addReading(house, member(), measure.id, { at: '2026-11-20', value: 12.5 });
    await addAttendee(house, member(), id, { name: 'Ineke' });
    const soFar = await readMinutes(house, member(), id);
    expect(soFar.closedAt).toBeNull();
    await closeMeeting(house, member(), id, {});
    const minutes = await readMinutes(house, member(), id);
    expect(minutes).toMatchObject({
      team: 'Polikliniek',
      present: [{ name: 'Ineke' }, { name: 'Sanne' }],
      agreed: [],
      steps: [],
      dues: [
        { title: 'Van vroeger', from: '2026-12-11', to: '2027-02-01', reason: 'Sanne is ziek' },
      ],
      handedOver: [{ from: 'Sanne', to: 'Marieke' }],
      effects: [
        { outcome: 'worked', reading: 8, expected: 10, learned: 'Bellen werkt', tell: 'De balie' },
      ],
    });
    expect(minutes.readings.map(({ value }) => value).sort()).toEqual([12.5, 8]);
    expect(minutes.effects).toEqual(soFar.effects);
  });

  it('is for the team, and a list of who is there is kept by hand [MEET-1] [MEET-6]', async () => {
    const { house, people } = world;
    const { id } = await opened();
    const { manager, outsider } = people;
    await addAttendee(house, member(), id, { userId: manager.actor.id });
    const { present } = await addAttendee(house, member(), id, { userId: manager.actor.id });
    expect(present.map(({ name }) => name)).toEqual(['Marieke', 'Sanne']);
    const attendeeId = present[0]?.id ?? '';
    await removeAttendee(house, member(), { meetingId: id, attendeeId });
    await expect(removeAttendee(house, member(), { meetingId: id, attendeeId })).rejects.toEqual(
      refused('not-found'),
    );
    await expect(addAttendee(house, member(), id, { userId: outsider.actor.id })).rejects.toEqual(
      refused('invalid', 'owner'),
    );
    await expect(closeMeeting(house, outsider.actor, id, {})).rejects.toEqual(refused('not-found'));
    await closeMeeting(house, member(), id, {});
    expect(await listMeetings(house, member(), boardId)).toMatchObject([
      { id, present: [{ name: 'Sanne' }] },
    ]);
  });
});

import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BoardView, NoteView } from '#board/api/boards.ts';
import type { SnapshotView } from '#board/api/snapshots.ts';
import { asBoardId } from '#board/ids.ts';
import { readMarks } from '#board/marks.ts';
import { answerHelpRequest } from '#server/help/answer-help-request.ts';
import { askForHelp } from '#server/help/ask-for-help.ts';
import { changeHelp } from '#server/help/change-help.ts';
import { listHelp, listHelpRequests } from '#server/help/list-help.ts';
import { withdrawHelpRequest } from '#server/help/withdraw-help-request.ts';
import { readInbox } from '#server/inbox/read-inbox.ts';
import { listWaitingBoards } from '#server/inbox/waiting-boards.ts';
import { addReply } from '#server/reviews/add-reply.ts';
import { addReview } from '#server/reviews/add-review.ts';
import { takeSnapshotBecause } from '#server/snapshots/take-snapshot-because.ts';
import { newBoard, newNote, newSnapshot } from '#tests/support/builders.ts';
import { DAY_MS, MINUTE_MS } from '#tests/support/house-clock.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

const world = useSettledHouse();
let board: BoardView;
let note: NoteView;
let snapshot: SnapshotView;

beforeEach(async () => {
  const { house, people } = world;
  board = await newBoard(house, people.member.actor, people.teamId, { template: 'pdca' });
  note = await newNote(house, people.member.actor, board.id, 'Wachten bij de balie');
  snapshot = await newSnapshot(house, people.member.actor, board.id);
});

const mailOf = async (id: string) =>
  (await world.house.db.user.findUniqueOrThrow({ where: { id } })).email;

const marksOf = (cardId: string) =>
  world.house.documents.read(asBoardId(board.id), (live) => readMarks(live, cardId));

const askManager = (more: object = {}) =>
  askForHelp(
    world.house,
    world.people.member.actor,
    { boardId: board.id },
    {
      ...{ of: world.people.manager.actor.id, text: 'Wil je bellen?', by: world.house.time.day(7) },
      ...more,
    },
  );

describe('an answer', () => {
  it('is about one card that was there, whose words are kept [REV-1] [REV-2]', async () => {
    const { house, people } = world;
    const ask = (card: string) =>
      addReview(house, people.manager.actor, snapshot.id, {
        kind: 'question',
        text: 'Hoe vaak?',
        card,
      });
    expect(await ask(note.id)).toMatchObject({
      card: { id: note.id, text: 'Wachten bij de balie' },
      help: null,
      replies: [],
    });
    const later = await newNote(house, people.member.actor, board.id, 'Van later');
    await expect(ask(later.id)).rejects.toEqual(refused('invalid', 'card'));
  });

  it('offers help by a day that lies ahead [REV-1]', async () => {
    const { house, people } = world;
    const help = { kind: 'help', text: 'Ik bel', by: house.time.day(-3) } as const;
    const late = addReview(house, people.manager.actor, snapshot.id, help);
    await expect(late).rejects.toEqual(refused('invalid', 'by'));
  });

  it('marks the card while its question is open, with a name and no words [REV-4] [REV-5]', async () => {
    const { house, people } = world;
    const [{ actor: manager }, { actor: member }] = [people.manager, people.member];
    const said = { kind: 'question', text: 'Hoe vaak?', card: note.id } as const;
    const { id } = await addReview(house, manager, snapshot.id, said);
    const mark = { id, kind: 'question', who: 'Marieke', snapshotId: snapshot.id };
    expect(await marksOf(note.id)).toEqual([mark]);
    expect(await marksOf('')).toEqual([]);

    const answered = await addReply(house, member, { reviewId: id }, { text: 'Elke maandag' });
    expect(answered.replies).toMatchObject([{ text: 'Elke maandag', author: { name: 'Sanne' } }]);
    expect(await marksOf(note.id)).toEqual([]);
    house.time.pass(MINUTE_MS);
    await addReply(house, manager, { reviewId: id }, { text: 'En dinsdag?' });
    expect(await marksOf(note.id)).toEqual([mark]);
  });

  it('tells its author by mail what was said back, and nobody of their own words [REV-5]', async () => {
    const { house, people } = world;
    const said = { kind: 'question', text: 'Hoe vaak?' } as const;
    const { id: reviewId } = await addReview(house, people.manager.actor, snapshot.id, said);
    const mails = () =>
      house.db.mail.findMany({ where: { text: { contains: `/snapshots/${snapshot.id}` } } });
    await addReply(house, people.manager.actor, { reviewId }, { text: 'Ik vroeg maar' });
    expect(await mails()).toEqual([]);
    await addReply(house, people.member.actor, { reviewId, locale: 'nl' }, { text: 'Vaak' });
    expect(await mails()).toMatchObject([
      { to: await mailOf(people.manager.actor.id), subject: 'Sanne antwoordde je: Vaak' },
    ]);
  });

  it('shows the thanks for the snapshot that was answered last, and no other [REV-4]', async () => {
    const { house, people } = world;
    const thank = (id: string) =>
      addReview(house, people.manager.actor, id, { kind: 'thanks', text: 'Mooi' });
    const first = await thank(snapshot.id);
    expect((await marksOf('')).map(({ id }) => id)).toEqual([first.id]);
    await newNote(house, people.member.actor, board.id);
    const second = await thank((await newSnapshot(house, people.member.actor, board.id)).id);
    expect((await marksOf('')).map(({ id }) => id)).toEqual([second.id]);
  });
});

describe('help', () => {
  const promised = async () => {
    const { house, people } = world;
    const said = { kind: 'help', text: 'Ik bel', by: house.time.day(7) } as const;
    const { help } = await addReview(house, people.manager.actor, snapshot.id, said);
    if (!help) throw new Error('nothing was promised');
    return help;
  };

  it('is the promise of who gave it, moved with a reason that stays, and marked until done [REV-3] [REV-4]', async () => {
    const { house, people } = world;
    const { actor } = people.manager;
    const help = await promised();
    expect(help).toMatchObject({ state: 'open', revision: 1, promisedBy: { name: 'Marieke' } });
    expect(await house.db.task.count({ where: { boardId: board.id } })).toBe(0);
    const due = house.time.day(14);
    const moved = await changeHelp(house, actor, help.id, {
      ...{ revision: 1, due, reason: 'Hij is met vakantie' },
    });
    expect(moved).toMatchObject({
      due,
      revision: 2,
      moves: [{ due, reason: 'Hij is met vakantie' }],
    });
    expect(await marksOf('')).toMatchObject([{ kind: 'help', who: 'Marieke' }]);
    const done = await changeHelp(house, actor, help.id, { revision: 2, state: 'done' });
    expect(done).toMatchObject({ state: 'done', closedAt: house.clock().toISOString() });
    expect(await marksOf('')).toEqual([]);
    expect(await listHelp(house, people.member.actor, board.id)).toEqual([done]);
  });

  it('is changed by nobody else, and from the revision that was seen [REV-3]', async () => {
    const { house, people } = world;
    const help = await promised();
    const done = { revision: 1, state: 'done' } as const;
    for (const [who, code] of [
      [people.coach, 'no-right'],
      [people.member, 'no-right'],
      [people.outsider, 'not-found'],
    ] as const)
      await expect(changeHelp(house, who.actor, help.id, done)).rejects.toEqual(refused(code));
    const stale = changeHelp(house, people.manager.actor, help.id, { ...done, revision: 3 });
    await expect(stale).rejects.toMatchObject({ code: 'conflict', current: help });
    const past = { revision: 1, due: house.time.day(-3), reason: 'Te laat' };
    const late = changeHelp(house, people.manager.actor, help.id, past);
    await expect(late).rejects.toEqual(refused('invalid', 'due'));
  });

  it('is asked of a manager or coach, who is told, and the card is marked [REV-7] [REV-4]', async () => {
    const { house, people } = world;
    const request = await askManager({ card: note.id });
    expect(request).toMatchObject({
      card: { id: note.id, text: 'Wachten bij de balie' },
      askedBy: { name: 'Sanne' },
      answer: null,
    });
    expect(await marksOf(note.id)).toMatchObject([{ kind: 'asked', who: 'Sanne' }]);
    const [mail] = await house.db.mail.findMany({
      where: { to: await mailOf(people.manager.actor.id) },
      orderBy: { createdAt: 'desc' },
      take: 1,
    });
    expect(mail?.text).toContain('Wil je bellen?');
    expect(mail?.text).toContain('/inbox');
    for (const [more, field] of [
      [{ of: people.outsider.actor.id }, 'of'],
      [{ of: people.member.actor.id }, 'of'],
      [{ by: house.time.day(-3) }, 'by'],
      [{ card: 'shape:nowhere' }, 'card'],
    ] as const)
      await expect(askManager(more)).rejects.toEqual(refused('invalid', field));
  });

  it('is answered once, by who was asked: then it is a promise [REV-7] [REV-3]', async () => {
    const { house, people } = world;
    const { id: requestId } = await askManager({ card: note.id });
    const answer = (by: typeof people.manager) =>
      answerHelpRequest(
        house,
        by.actor,
        { requestId },
        {
          ...{ answer: 'help', text: 'Maandag', due: house.time.day(5) },
        },
      );
    await expect(answer(people.coach)).rejects.toEqual(refused('no-right'));
    const [one, other] = await Promise.allSettled([answer(people.manager), answer(people.manager)]);
    expect([one.status, other.status].sort()).toEqual(['fulfilled', 'rejected']);
    const [request] = await listHelpRequests(house, people.member.actor, board.id);
    expect(request).toMatchObject({
      answer: { is: 'help', text: 'Maandag' },
      help: { state: 'open' },
    });
    expect(await house.db.help.count({ where: { requestId } })).toBe(1);
    expect(await marksOf(note.id)).toMatchObject([{ kind: 'help', who: 'Marieke' }]);
  });

  it('may be said not to come now, and why [REV-7]', async () => {
    const { house, people } = world;
    const { id: requestId } = await askManager({ card: note.id });
    await answerHelpRequest(
      house,
      people.manager.actor,
      { requestId },
      {
        ...{ answer: 'not_now', text: 'Pas na de verhuizing' },
      },
    );
    expect(await marksOf(note.id)).toEqual([]);
    expect(await listHelp(house, people.member.actor, board.id)).toEqual([]);
  });

  it('is asked for no longer once that was taken back [REV-7]', async () => {
    const { house, people } = world;
    const { id } = await askManager({ card: note.id });
    const others = withdrawHelpRequest(house, people.coach.actor, id);
    await expect(others).rejects.toEqual(refused('no-right'));
    await withdrawHelpRequest(house, people.member.actor, id);
    expect(await marksOf(note.id)).toEqual([]);
    const answer = answerHelpRequest(
      house,
      people.manager.actor,
      { requestId: id },
      {
        ...{ answer: 'not_now', text: 'Nee' },
      },
    );
    await expect(answer).rejects.toEqual(refused('not-found'));
  });
});

describe('the inbox', () => {
  beforeAll(async () => {
    await world.house.db.snapshot.deleteMany();
  });

  const waiting = async () => {
    const { boards } = await readInbox(world.house, world.people.manager.actor);
    return boards.filter(({ boardId }) => boardId === board.id);
  };

  it('has the boards that wait, since their oldest unanswered snapshot [REV-6]', async () => {
    const { house, people } = world;
    house.time.pass(3 * DAY_MS);
    await newNote(house, people.member.actor, board.id);
    const newer = await newSnapshot(house, people.member.actor, board.id);
    const wanted = { snapshotId: newer.id, count: 2, since: snapshot.createdAt };
    expect(await waiting()).toMatchObject([wanted]);
    const onTeam = await listWaitingBoards(house, people.member.actor, people.teamId);
    expect(onTeam).toContainEqual(expect.objectContaining(wanted));
    await addReview(house, people.coach.actor, newer.id, { kind: 'thanks', text: 'Dank' });
    expect(await waiting()).toEqual([]);
  });

  it('waits for no answer to what was taken by the clock [REV-6]', async () => {
    const { house, people } = world;
    await addReview(house, people.manager.actor, snapshot.id, { kind: 'thanks', text: 'Dank' });
    await newNote(house, people.member.actor, board.id);
    await takeSnapshotBecause(house, { boardId: board.id, why: 'daily', title: '', by: null });
    expect(await waiting()).toEqual([]);
  });

  it('has what was asked, answered and promised, of oneself alone [REV-6]', async () => {
    const { house, people } = world;
    const { actor } = people.manager;
    const { id } = await askManager();
    const said = { kind: 'question', text: 'Hoe vaak?' } as const;
    const question = await addReview(house, actor, snapshot.id, said);
    const by = house.time.day(3);
    await addReview(house, actor, snapshot.id, { kind: 'help', text: 'Ik bel', by });
    const here = <T extends { boardId: string }>(items: readonly T[]) =>
      items.filter(({ boardId }) => boardId === board.id);
    const before = await readInbox(house, actor);
    expect(here(before.requests).map((request) => request.id)).toEqual([id]);
    expect(here(before.answers)).toEqual([]);
    expect(here(before.help)).toMatchObject([{ text: 'Ik bel', due: by }]);
    const reviewId = question.id;
    const replied = await addReply(house, people.member.actor, { reviewId }, { text: 'Vaak' });
    expect(here((await readInbox(house, actor)).answers)).toMatchObject([{ review: replied }]);
    const coach = await readInbox(house, people.coach.actor);
    expect([here(coach.requests), here(coach.answers), here(coach.help)]).toEqual([[], [], []]);
    expect(await readInbox(house, people.member.actor)).toEqual({
      ...{ boards: [], requests: [], answers: [], help: [] },
    });
  });
});

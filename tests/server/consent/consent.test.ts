import { beforeAll, describe, expect, it } from 'vitest';
import { changeAction, readAction } from '#board/actions.ts';
import { readConsent } from '#board/document.ts';
import { asBoardId } from '#board/ids.ts';
import { confirmAction } from '#server/actions/confirm-action.ts';
import { amendProposal } from '#server/consent/amend-proposal.ts';
import { answerConsent } from '#server/consent/answer-consent.ts';
import { closeRound } from '#server/consent/close-round.ts';
import { listRounds } from '#server/consent/list-rounds.ts';
import { openRound } from '#server/consent/open-round.ts';
import { takeConsentStep } from '#server/consent/take-consent-step.ts';
import { closeMeeting } from '#server/meetings/close-meeting.ts';
import { openMeeting } from '#server/meetings/open-meeting.ts';
import { readMinutes } from '#server/meetings/read-minutes.ts';
import { readTask } from '#server/tasks/read-task.ts';
import { whileTableFails } from '#tests/support/failing-log.ts';
import { newBoard, newProposal } from '#tests/support/builders.ts';
import { MINUTE_MS } from '#tests/support/house-clock.ts';
import type { Person } from '#tests/support/people.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describe('a round of consent', () => {
  const world = useSettledHouse();
  let boardId = '';

  beforeAll(async () => {
    const { house, people } = world;
    const template = 'action' as const;
    boardId = (await newBoard(house, people.member.actor, people.teamId, { template })).id;
  });

  /** A proposal with an open round, and what people do in it. */
  async function someRound(step: 'clarify' | 'object' = 'object') {
    const { house, people } = world;
    const { actionId } = await newProposal(house, people.member.actor, boardId);
    const on = { boardId, actionId };
    const { round } = await openRound(house, people.member.actor, on);
    const { actor } = people.member;
    if (step === 'object')
      await takeConsentStep(house, actor, on, { revision: round.revision, step });
    const now = async () => {
      const [newest] = (await listRounds(house, actor, on)).rounds;
      if (!newest) throw new Error('no round');
      return newest;
    };
    const answer = async (
      who: Person,
      kind: 'none' | 'objection' | 'question',
      text?: string,
      version?: number,
    ) =>
      answerConsent(house, who.actor, on, {
        ...{ kind, version: version ?? (await now()).version },
        ...(text === undefined ? {} : { text }),
      });
    const amend = async (words: string, met?: string) =>
      amendProposal(house, actor, on, {
        ...{ revision: (await now()).revision, words },
        ...(met === undefined ? {} : { met }),
      });
    const close = async (outcome: 'consented' | 'withdrawn' = 'consented') =>
      closeRound(house, actor, on, { revision: (await now()).revision, outcome });
    const onBoard = () =>
      house.documents.read(asBoardId(boardId), (board) => readConsent(board, actionId));
    const confirm = () => confirmAction(house, actor, on);
    return { on, now, answer, amend, close, onBoard, confirm };
  }

  it('is open once on a proposal, which the board shows [CONS-1]', async () => {
    const { house, people } = world;
    const { on, now, onBoard } = await someRound('clarify');
    const again = await openRound(house, people.manager.actor, on);
    expect(again).toEqual({ round: await now(), made: false });
    expect(await onBoard()).toEqual(await now());
    const other = { boardId, actionId: 'none' };
    await expect(openRound(house, people.member.actor, other)).rejects.toEqual(
      refused('not-found'),
    );
    const none = takeConsentStep(house, people.member.actor, other, { revision: 1, step: 'amend' });
    await expect(none).rejects.toEqual(refused('not-found'));
    await expect(listRounds(house, people.member.actor, other)).rejects.toEqual(
      refused('not-found'),
    );
    const { actionId } = await newProposal(house, people.member.actor, boardId);
    const without = await listRounds(house, people.member.actor, { boardId, actionId });
    expect(without.rounds).toEqual([]);
    await expect(listRounds(house, people.outsider.actor, on)).rejects.toEqual(
      refused('not-found'),
    );
  });

  it('asks for understanding first, and goes back and forth [CONS-1] [CONS-2]', async () => {
    const { house, people } = world;
    const { on, answer, now } = await someRound('clarify');
    expect((await answer(people.coach, 'question', 'Wie belt?')).answers).toMatchObject([
      { kind: 'question', text: 'Wie belt?', by: { id: people.coach.actor.id } },
    ]);
    await expect(answer(people.coach, 'objection', 'Te duur')).rejects.toEqual(
      refused('invalid', 'kind'),
    );
    await expect(answer(people.coach, 'question')).rejects.toEqual(refused('incomplete', 'text'));
    const { revision } = await now();
    const step = (known: number, to: 'clarify' | 'amend') =>
      takeConsentStep(house, people.coach.actor, on, { revision: known, step: to });
    expect(await step(revision, 'amend')).toMatchObject({ step: 'amend' });
    await expect(step(revision, 'clarify')).rejects.toEqual(refused('conflict'));
    expect(await step(revision + 1, 'clarify')).toMatchObject({ step: 'clarify' });
  });

  it('ends in consent once no objection stands, which may be taken back [CONS-2] [CONS-4]', async () => {
    const { house, people } = world;
    const { answer, close, onBoard } = await someRound();
    await expect(close()).rejects.toEqual(refused('incomplete', 'outcome'));
    await answer(people.manager, 'none');
    await answer(people.coach, 'objection', 'Te duur');
    await expect(close()).rejects.toEqual(refused('incomplete', 'outcome'));
    await answer(people.coach, 'none');
    const closed = await close();
    expect(closed).toMatchObject({
      ...{ outcome: 'consented', closedBy: { name: 'Sanne' } },
      closedAt: house.clock().toISOString(),
      answers: [
        { kind: 'none' },
        { kind: 'objection', text: 'Te duur', met: '' },
        { kind: 'none', met: null },
      ],
    });
    expect(await onBoard()).toEqual(closed);
    await expect(answer(people.manager, 'none')).rejects.toEqual(refused('not-found'));
    const deeds = await house.db.audit.findMany({ where: { subject: closed.id } });
    expect(deeds.map(({ deed }) => deed)).toContain('consent.close');
  });

  it('amending meets the objections and starts the answers anew [CONS-3] [CONS-4]', async () => {
    const { house, people } = world;
    const { on, answer, amend, close } = await someRound();
    await answer(people.manager, 'none');
    await answer(people.coach, 'objection', 'Voor altijd is te lang');
    await expect(amend('Eerst één week')).rejects.toEqual(refused('incomplete', 'met'));
    const amended = await amend('Eerst één week', 'Het wordt een proef');
    expect(amended).toMatchObject({ version: 2, step: 'object', words: 'Eerst één week' });
    expect(amended.answers[1]).toMatchObject({ met: 'Het wordt een proef' });
    const action = await house.documents.read(asBoardId(boardId), (board) =>
      readAction(board, on.actionId),
    );
    expect(action?.title).toBe('Eerst één week');
    await expect(close()).rejects.toEqual(refused('incomplete', 'outcome'));
    await expect(answer(people.coach, 'none', undefined, 1)).rejects.toEqual(refused('conflict'));
    await expect(amend('Eerst één week')).rejects.toEqual(refused('invalid', 'words'));
    await answer(people.coach, 'none');
    expect(await close()).toMatchObject({ outcome: 'amended' });
  });

  it('amends the words in the round and on the board, or nowhere [CONS-3]', async () => {
    const { house, people } = world;
    const { on, answer, amend, now, onBoard } = await someRound();
    await answer(people.coach, 'objection', 'Te lang');
    const before = await now();
    const titleOnBoard = () =>
      house.documents.read(asBoardId(boardId), (board) => readAction(board, on.actionId)?.title);
    for (const table of ['consent_round', 'consent_answer', 'audit', 'board_update']) {
      const failed = whileTableFails(house.db, table, 'no row today', () =>
        amend('Eerst één week', 'Een proef'),
      );
      await expect(failed, table).rejects.toThrow('no row today');
      expect([await now(), await onBoard(), await titleOnBoard()], table).toEqual([
        ...[before, before, before.words],
      ]);
    }
    house.takeLogged();
    await amend('Eerst één week', 'Een proef');
    expect(await titleOnBoard()).toBe('Eerst één week');
  });

  it('is about the words as they are on the board [CONS-4]', async () => {
    const { house, people } = world;
    const { on, answer, amend, close } = await someRound();
    await answer(people.manager, 'none');
    await house.documents.change(asBoardId(boardId), async () => ({
      result: undefined,
      apply: (board) => changeAction(board, on.actionId, { title: 'Heel iets anders' }),
    }));
    await expect(close()).rejects.toEqual(refused('incomplete', 'outcome'));
    await amend('Heel iets anders');
    await answer(people.manager, 'none');
    expect(await close()).toMatchObject({ outcome: 'amended' });
  });

  it('keeps a proposal from being confirmed while an objection stands [CONS-5]', async () => {
    const { people } = world;
    const objected = await someRound();
    await objected.answer(people.coach, 'objection', 'Te duur');
    await expect(objected.confirm()).rejects.toEqual(refused('incomplete', 'consent'));
    expect(await objected.now()).toMatchObject({ outcome: null });
    await objected.answer(people.coach, 'none');
    await objected.confirm();
    expect(await objected.onBoard()).toMatchObject({ outcome: 'consented' });
    const unanswered = await someRound();
    await unanswered.confirm();
    expect(await unanswered.onBoard()).toMatchObject({ outcome: 'withdrawn' });
  });

  it('stands in the story of the promise, and in the minutes [CONS-6]', async () => {
    const { house, people } = world;
    house.time.pass(MINUTE_MS);
    const { meeting } = await openMeeting(house, people.member.actor, boardId, {});
    const { answer, amend, close, confirm, now } = await someRound();
    await answer(people.coach, 'objection', 'Te lang');
    await amend('Eerst één week', 'Het wordt een proef');
    await answer(people.coach, 'none');
    await close();
    const { task } = await confirm();
    expect((await readTask(house, people.member.actor, task.id)).consent).toEqual([await now()]);
    await closeMeeting(house, people.member.actor, meeting.id, { override: 'Geen tijd' });
    const { consent } = await readMinutes(house, people.member.actor, meeting.id);
    expect(consent).toEqual([
      {
        ...{ title: 'Eerst één week', outcome: 'amended', by: 'Sanne' },
        objections: [{ by: 'Kees', text: 'Te lang', met: 'Het wordt een proef' }],
      },
    ]);
    const withdrawn = await someRound();
    expect(await withdrawn.close('withdrawn')).toMatchObject({ outcome: 'withdrawn' });
    const { round } = await openRound(house, people.member.actor, withdrawn.on);
    expect(round.outcome).toBeNull();
  });
});

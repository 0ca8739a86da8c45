import { z } from 'zod';
import { makeMinutes } from '#board/minutes.ts';
import type { Minutes } from '#board/minutes.ts';
import type { StepTaken } from '#board/net-steps.ts';
import { projection } from '#board/projection.ts';
import type { Projection } from '#board/projection.ts';
import { roundParts, viewRound } from '../consent/view-round.ts';
import type { Board, PrismaClient, Team } from '../db/generated/client.ts';
import type { Tx } from '../house.ts';
import { taskParts } from '../tasks/view-task.ts';
import type { TaskRow } from '../tasks/view-task.ts';
import { viewAttendees } from './view-meeting.ts';
import type { MeetingRow } from './view-meeting.ts';

interface Ended {
  readonly board: Board & { team: Team };
  readonly now: Projection;
  readonly today: string;
  readonly closedAt: Date | null;
  readonly override: Minutes['override'];
  readonly next: Minutes['next'];
}

/** The minutes of a meeting up to now: its own rows, the steps on promises, and what changed on the board. [MEET-8] */
export async function collectMinutes(
  db: PrismaClient | Tx,
  meeting: MeetingRow,
  { board, now, today, closedAt, override, next }: Ended,
): Promise<Minutes> {
  return makeMinutes({
    meetingId: meeting.id,
    board: board.title,
    team: board.team.name,
    heldOn: meeting.heldOn,
    openedAt: meeting.openedAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
    facilitator: meeting.facilitator.name,
    present: viewAttendees(meeting.attendees).map(({ name, guest }) => ({ name, guest })),
    ...{ override, next, now, today },
    before: projection.parse(meeting.began),
    consent: await collectConsent(db, meeting),
    steps: await collectSteps(db, meeting),
  });
}

/** What came of the rounds of consent that ended since the meeting opened. [CONS-6] */
async function collectConsent(
  db: PrismaClient | Tx,
  { boardId, openedAt }: MeetingRow,
): Promise<Minutes['consent']> {
  const rows = await db.consentRound.findMany({
    where: { boardId, closedAt: { gte: openedAt } },
    include: roundParts,
    orderBy: [{ closedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(viewRound).flatMap(({ words: title, outcome, closedBy, answers }) => {
    const objections = answers
      .filter(({ kind }) => kind === 'objection')
      .map(({ by, text, met }) => ({ by: by.name, text: text ?? '', met }));
    return outcome ? [{ title, outcome, by: closedBy?.name ?? '', objections }] : [];
  });
}

/** The steps on the board's promises since the meeting opened. */
async function collectSteps(
  db: PrismaClient | Tx,
  { boardId, createdAt }: MeetingRow,
): Promise<StepTaken[]> {
  const events = await db.taskEvent.findMany({
    where: { task: { boardId }, at: { gte: createdAt } },
    include: { task: { include: taskParts } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  const people = await db.user.findMany({
    where: { id: { in: events.flatMap(({ data }) => ownersIn(data)) } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return events.map(({ task, kind, data }) => ({
    ...{ kind, data, task: minuted(task) },
    nameOf: (userId) => names.get(userId) ?? '',
  }));
}

const handedOver = z.object({ ownerId: z.object({ from: z.string(), to: z.string() }) });

function ownersIn(data: unknown): string[] {
  const owners = handedOver.safeParse(data).data?.ownerId;
  return owners ? [owners.from, owners.to] : [];
}

function minuted(task: TaskRow): StepTaken['task'] {
  const { id, title, owner, due, measure, expected, observation, checkOn } = task;
  return {
    ...{ id, title, due, expected, observation, checkOn },
    owner: owner.name,
    measure: measure?.name ?? null,
    unit: measure?.unit ?? null,
  };
}

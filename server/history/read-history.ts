import * as Y from 'yjs';
import type { HistoryPoint, HistoryQuery, HistoryView } from '#board/api/history.ts';
import { stretchesOf } from '#board/history.ts';
import type { Step, Stretch } from '#board/history.ts';
import { mustOnBoard } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import type { House } from '../house.ts';
import { SkimmingDecoder } from '../sync/skimming-decoder.ts';
import { reachOf } from './reach-of.ts';
import type { Reach } from './reach-of.ts';

/** Rows that one page looks at. */
const ROWS = 2_000;
/** Bytes of a row that are looked at: who wrote more in one row is named as far as these tell. */
const LOOKED_AT = 64 << 10;

interface Row {
  readonly seq: number;
  readonly at: Date;
  readonly bytes: Uint8Array;
}

/** When something was written on a board and by whom, newest first, as far back as it can be opened. [SNAP-10] */
export async function readHistory(
  house: House,
  actor: Actor,
  boardId: string,
  { cursor }: HistoryQuery,
): Promise<HistoryView> {
  await mustOnBoard(house, actor, boardId, 'snapshot.see');
  const reach = await reachOf(house, boardId);
  const rows = await readRows(house, boardId, reach, Number(cursor ?? reach.seq + 1));
  const { stretches, next } = pageOf(rows, await readSteps(house, boardId, rows));
  const names = await namesOf(house, new Set(stretches.flatMap(({ people }) => people)));
  return {
    items: stretches.map((stretch) => viewPoint(stretch, names)).reverse(),
    nextCursor: next === undefined ? null : String(next),
    reach: reach.first,
    head: reach.seq,
  };
}

/** Oldest first. */
async function readRows(
  { db }: House,
  boardId: string,
  { epoch, first }: Reach,
  before: number,
): Promise<Row[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT seq, at, substring(bytes FROM 1 FOR ${LOOKED_AT}) AS bytes FROM board_update
    WHERE board_id = ${boardId} AND epoch = ${epoch} AND seq >= ${first} AND seq < ${before}
    ORDER BY seq DESC LIMIT ${ROWS}`;
  return rows.reverse();
}

/** A stretch that may have begun before this page is left to the next one. */
function pageOf(
  rows: readonly Row[],
  steps: readonly Step[],
): { stretches: readonly Stretch[]; next: number | undefined } {
  const stretches = stretchesOf(steps);
  if (rows.length < ROWS) return { stretches, next: undefined };
  const whole = stretches.length > 1 ? stretches.slice(1) : stretches;
  return { stretches: whole, next: whole[0]?.from };
}

async function readSteps({ db }: House, boardId: string, rows: readonly Row[]): Promise<Step[]> {
  const found = await db.boardClient.findMany({ where: { boardId } });
  const owners = new Map(found.map(({ clientId, personId }) => [Number(clientId), personId]));
  return rows.map(({ seq, at, bytes }) => {
    const people = clientsIn(bytes).flatMap((client) => owners.get(client) ?? []);
    return { seq, at, people: [...new Set(people)] };
  });
}

/** The Yjs clients that wrote something new; none where the bytes do not tell. */
function clientsIn(update: Uint8Array): number[] {
  try {
    return [...Y.parseUpdateMetaV2(update, SkimmingDecoder).to.keys()];
  } catch {
    return [];
  }
}

/** Users and guests by id; who is gone has no name. */
async function namesOf({ db }: House, ids: ReadonlySet<string>): Promise<Map<string, string>> {
  const where = { id: { in: [...ids] } };
  const select = { id: true, name: true };
  const people = [
    ...(await db.user.findMany({ where, select })),
    ...(await db.guest.findMany({ where, select })),
  ];
  return new Map(people.map(({ id, name }) => [id, name]));
}

function viewPoint(stretch: Stretch, names: ReadonlyMap<string, string>): HistoryPoint {
  const { seq, from, startedAt, at, people } = stretch;
  const named = people.map((id) => ({ id, name: names.get(id) ?? '' }));
  return {
    ...{ seq, from },
    startedAt: startedAt.toISOString(),
    at: at.toISOString(),
    people: named.filter(({ name }) => name !== ''),
  };
}

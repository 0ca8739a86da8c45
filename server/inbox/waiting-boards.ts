import type { WaitingBoard } from '#board/api/inbox.ts';
import { mustOnTeam } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import type { House } from '../house.ts';

/** Snapshots that people took to be looked at; those by the clock wait for nobody. */
const shown = ['manual', 'closing'];

/** The boards of a team that wait for an answer, longest waiting first. [REV-6] */
export async function listWaitingBoards(
  house: House,
  actor: Actor,
  teamId: string,
): Promise<WaitingBoard[]> {
  await mustOnTeam(house, actor, teamId, 'team.see-boards');
  return waitingBoards(house.db, [teamId]);
}

/**
 * Boards with snapshots that were taken after the last answered one and that nobody answered, longest
 * waiting first.
 */
export async function waitingBoards(
  db: House['db'],
  teamIds: readonly string[],
): Promise<WaitingBoard[]> {
  const board = { teamId: { in: [...teamIds] }, binnedAt: null };
  const answered = await db.snapshot.groupBy({
    by: ['boardId'],
    where: { board, reviews: { some: {} } },
    _max: { number: true },
  });
  const last = new Map(answered.map(({ boardId, _max }) => [boardId, _max.number ?? 0]));
  const rows = await db.snapshot.findMany({
    where: { board, reviews: { none: {} }, why: { in: shown }, goneAt: null },
    select: {
      ...{ id: true, number: true, title: true, createdAt: true, boardId: true },
      board: { include: { team: true } },
    },
    orderBy: [{ createdAt: 'asc' }, { number: 'asc' }],
  });
  const waiting = new Map<string, typeof rows>();
  for (const row of rows) {
    if (row.number <= (last.get(row.boardId) ?? 0)) continue;
    const before = waiting.get(row.boardId);
    if (before) before.push(row);
    else waiting.set(row.boardId, [row]);
  }
  return [...waiting.values()].flatMap((all) => {
    const [oldest, newest] = [all[0], all.at(-1)];
    if (!oldest || !newest) return [];
    const { board: of, number, title } = newest;
    return {
      ...{ boardId: of.id, boardTitle: of.title, teamId: of.teamId, teamName: of.team.name },
      ...{ snapshotId: newest.id, number, title, count: all.length },
      since: oldest.createdAt.toISOString(),
    };
  });
}

import type { Subject } from '#board/access.ts';
import type { Actor } from '../auth/actor.ts';
import type { Board, PrismaClient, Team } from '../db/generated/client.ts';
import type { Tx } from '../house.ts';

type Db = PrismaClient | Tx;

export interface TeamStanding {
  readonly team: Team;
  readonly subjects: readonly Subject[];
}

export interface BoardStanding {
  readonly board: Board & { team: Team };
  readonly subjects: readonly Subject[];
}

/** What the actor is to the installation as a whole. */
export function standingInHouse(actor: Actor): readonly Subject[] {
  return actor.kind === 'user' && actor.admin ? ['admin'] : [];
}

/** What the actor is to a team; undefined when there is no such team. */
export async function standingOnTeam(
  db: Db,
  actor: Actor,
  teamId: string,
): Promise<TeamStanding | undefined> {
  const team = await db.team.findUnique({ where: { id: teamId } });
  return team ? { team, subjects: await teamSubjects(db, actor, teamId) } : undefined;
}

/** What the actor is to a board: by its team, and by invite links that still hold. [ACCESS-3] */
export async function standingOnBoard(
  db: Db,
  actor: Actor,
  boardId: string,
  now: Date,
): Promise<BoardStanding | undefined> {
  const board = await db.board.findUnique({ where: { id: boardId }, include: { team: true } });
  if (!board) return undefined;
  const team = await teamSubjects(db, actor, board.teamId);
  const guest = await guestSubjects(db, actor, boardId, now);
  // An administrator keeps the installation; that alone opens nobody's board.
  return { board, subjects: [...team.filter((subject) => subject !== 'admin'), ...guest] };
}

async function teamSubjects(db: Db, actor: Actor, teamId: string): Promise<Subject[]> {
  if (actor.kind !== 'user') return [];
  const membership = await db.membership.findUnique({
    where: { teamId_userId: { teamId, userId: actor.id } },
  });
  return [...(membership ? [membership.role] : []), ...standingInHouse(actor)];
}

async function guestSubjects(db: Db, actor: Actor, boardId: string, now: Date): Promise<Subject[]> {
  if (actor.kind === 'nobody') return [];
  const who = actor.kind === 'user' ? { userId: actor.id } : { guestId: actor.id };
  const passes = await db.boardPass.findMany({
    where: {
      boardId,
      ...who,
      invite: { revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
    },
    include: { invite: true },
  });
  return passes.map(({ invite }) => `guest-${invite.access}` as const);
}

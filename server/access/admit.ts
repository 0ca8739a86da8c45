import type { IncomingMessage } from 'node:http';
import { may } from '#board/access.ts';
import type { BoardId } from '#board/ids.ts';
import { personColor } from '#board/person-color.ts';
import { CloseCode } from '#board/wire.ts';
import type { Actor } from '../auth/actor.ts';
import { identify } from '../auth/identify.ts';
import type { House } from '../house.ts';
import { noteComer } from '../meetings/attendance.ts';
import type { Admitted } from '../sync/upgrade.ts';
import { standingOnBoard } from './standing.ts';

/** Decides who gets onto a live board, by the same table and credentials as the REST interface. [ACCESS-1] */
export async function admit(
  house: House,
  request: IncomingMessage,
  boardId: BoardId,
): Promise<Admitted> {
  const { cookie, authorization } = request.headers;
  const actor = await identify(house, { cookie, authorization });
  if (actor.kind === 'nobody')
    return { ok: false, close: CloseCode.signIn, reason: 'sign in first' };
  const access = await accessTo(house, actor, boardId);
  if (!access) return { ok: false, close: CloseCode.noSuchBoard, reason: 'no such board' };
  const recheck = async () => {
    const now = await identify(house, { cookie, authorization });
    return now.kind !== 'nobody' && now.id === actor.id ? accessTo(house, now, boardId) : null;
  };
  await noteComer(house, boardId, actor);
  const person = { id: actor.id, name: actor.name, color: personColor(actor.id) };
  return { ok: true, admission: { person, access, recheck } };
}

async function accessTo(
  house: House,
  actor: Actor,
  boardId: BoardId,
): Promise<'write' | 'view' | null> {
  const standing = await standingOnBoard(house.db, actor, boardId, house.clock());
  if (!standing || standing.board.binnedAt || !may(standing.subjects, 'board.see')) return null;
  return may(standing.subjects, 'board.write') ? 'write' : 'view';
}

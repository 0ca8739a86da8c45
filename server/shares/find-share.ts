import { may } from '#board/access.ts';
import { standingOnBoard } from '../access/standing.ts';
import { asUser } from '../auth/identify.ts';
import { MinutePace } from '../auth/minute-pace.ts';
import { hashSecret } from '../auth/secrets.ts';
import type { Board, ShareLink, Snapshot, User } from '../db/generated/client.ts';
import type { House } from '../house.ts';
import { Refusal } from '../refusal.ts';

export type OpenShare = ShareLink & { snapshot: Snapshot & { board: Board }; createdBy: User };

/** A page and its picture, for a room full of people who open it at once. */
const pace = new MinutePace(60);

/**
 * The link, if it still shows its snapshot. Throws `expired` for one that does not and for one that
 * never was, alike, and `too-fast` beyond 60 readings a minute. [SHARE-4] [SHARE-5]
 */
export async function findShare(house: House, secret: string): Promise<OpenShare> {
  const share = await house.db.shareLink.findUnique({
    where: { hash: hashSecret(secret) },
    include: { snapshot: { include: { board: true } }, createdBy: true },
  });
  if (!share || !(await stillShows(house, share)))
    throw new Refusal('expired', 'This link ran out or was ended.');
  if (!pace.take(share.id, house.clock()))
    throw new Refusal('too-fast', 'This link is opened too often; wait a minute.');
  return share;
}

async function stillShows(house: House, share: OpenShare): Promise<boolean> {
  const { snapshot, createdBy, endedAt, expiresAt } = share;
  const now = house.clock();
  if (endedAt || expiresAt <= now || snapshot.goneAt || snapshot.board.binnedAt) return false;
  const maker = await standingOnBoard(house.db, asUser(createdBy), snapshot.boardId, now);
  return maker !== undefined && may(maker.subjects, 'snapshot.take');
}

import { MOST_SHARED_DAYS } from '#board/api/shares.ts';
import type { AddShareInput, NewShareView } from '#board/api/shares.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import { hashSecret, newSecret } from '../auth/secrets.ts';
import { recordDeed } from '../audit/record-deed.ts';
import type { House } from '../house.ts';
import { newId } from '../new-id.ts';
import { Refusal } from '../refusal.ts';
import { mustOnSnapshot } from '../snapshots/must-on-snapshot.ts';
import { shareParts, viewShare } from './list-shares.ts';

const DAY_MS = 24 * 3600_000;

/** Makes a link under which anybody may look at the snapshot; only the answer holds it. [SHARE-1] */
export async function addShare(
  house: House,
  actor: Actor,
  snapshotId: string,
  input: AddShareInput,
): Promise<NewShareView> {
  const user = mustBeUser(actor);
  const snapshot = await mustOnSnapshot(house, actor, snapshotId, 'snapshot.take');
  if (snapshot.goneAt)
    throw new Refusal('gone', 'What was on this snapshot is no longer kept, so nobody can see it.');
  const now = house.clock();
  const expiresAt = mustEndInTime(new Date(input.expiresAt), now);
  const secret = newSecret();
  const row = await house.db.$transaction(async (tx) => {
    const share = await tx.shareLink.create({
      data: {
        id: newId(),
        snapshotId,
        hash: hashSecret(secret),
        createdById: user.id,
        createdAt: now,
        expiresAt,
      },
      include: shareParts,
    });
    await recordDeed(tx, actor, 'share.add', snapshotId, { shareId: share.id });
    return share;
  });
  return { ...viewShare(row), url: `${house.env.publicUrl}/shared/${secret}` };
}

function mustEndInTime(until: Date, now: Date): Date {
  if (until <= now) {
    throw new Refusal('invalid', 'The link would have run out already.', [
      { field: 'expiresAt', code: 'past', message: 'lies in the past' },
    ]);
  }
  if (until.getTime() > now.getTime() + MOST_SHARED_DAYS * DAY_MS) {
    const message = `lies more than ${MOST_SHARED_DAYS} days ahead`;
    throw new Refusal('invalid', 'The link would work for too long.', [
      { field: 'expiresAt', code: 'too-far', message },
    ]);
  }
  return until;
}

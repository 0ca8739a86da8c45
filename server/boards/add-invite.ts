import type { AddInviteInput, NewInviteView } from '#board/api/boards.ts';
import { mustOnBoard } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import { hashSecret, newSecret } from '../auth/secrets.ts';
import { recordDeed } from '../audit/record-deed.ts';
import type { House } from '../house.ts';
import { newId } from '../new-id.ts';
import { Refusal } from '../refusal.ts';
import { inviteParts, viewInvite } from './list-invites.ts';

/** Makes a link that lets whoever has it onto the board; only the answer holds it. */
export async function addInvite(
  house: House,
  actor: Actor,
  boardId: string,
  { access, expiresAt }: AddInviteInput,
): Promise<NewInviteView> {
  const user = mustBeUser(actor);
  await mustOnBoard(house, actor, boardId, 'board.invite');
  const until = expiresAt === undefined ? null : new Date(expiresAt);
  if (until && until <= house.clock()) {
    throw new Refusal('invalid', 'The link would have run out already.', [
      { field: 'expiresAt', code: 'in-the-past', message: 'lies in the past' },
    ]);
  }
  const secret = newSecret();
  const row = await house.db.$transaction(async (tx) => {
    const data = {
      id: newId(),
      boardId,
      access,
      hash: hashSecret(secret),
      createdById: user.id,
      expiresAt: until,
    };
    const invite = await tx.invite.create({ data, include: inviteParts });
    await recordDeed(tx, actor, 'invite.add', boardId, { inviteId: invite.id, access });
    return invite;
  });
  return { ...viewInvite(row), url: `${house.env.publicUrl}/join/${secret}` };
}

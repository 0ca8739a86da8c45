import type { JoinInput } from '#board/api/boards.ts';
import type { Actor } from '../auth/actor.ts';
import { hashSecret, newSecret } from '../auth/secrets.ts';
import type { House, Tx } from '../house.ts';
import { newId } from '../new-id.ts';
import { Refusal } from '../refusal.ts';
import { findInvite } from './read-invite.ts';

export interface Joined {
  readonly view: { boardId: string; access: 'view' | 'write' };
  /** The secret of a new guest, for their cookie; null for somebody who had one or is signed in. */
  readonly guestSecret: string | null;
}

/** Opens a link: a guest gets a pass under the name given, somebody signed in under their own. */
export async function joinBoard(
  house: House,
  actor: Actor,
  { secret, name }: JoinInput,
): Promise<Joined> {
  const invite = await findInvite(house, secret);
  if (!invite) throw new Refusal('expired', 'This link ran out or was ended; ask for a new one.');
  const { boardId, access, id: inviteId } = invite;
  return house.db.$transaction(async (tx) => {
    const { who, guestSecret } = await whoJoins(tx, actor, name);
    const pass = { id: newId(), boardId, inviteId, ...who };
    // Whoever has a pass of this link keeps that one, also when they join twice at once.
    await tx.boardPass.createMany({ data: [pass], skipDuplicates: true });
    return { view: { boardId, access }, guestSecret };
  });
}

async function whoJoins(
  tx: Tx,
  actor: Actor,
  name: string,
): Promise<{ who: { userId: string } | { guestId: string }; guestSecret: string | null }> {
  if (actor.kind === 'user') return { who: { userId: actor.id }, guestSecret: null };
  if (actor.kind === 'guest') {
    await tx.guest.update({ where: { id: actor.id }, data: { name } });
    return { who: { guestId: actor.id }, guestSecret: null };
  }
  const guestSecret = newSecret();
  const guest = await tx.guest.create({
    data: { id: newId(), name, hash: hashSecret(guestSecret) },
  });
  return { who: { guestId: guest.id }, guestSecret };
}

import type { ChangePasswordInput } from '#board/api/people.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import { hashPassword, passwordFits } from '../auth/passwords.ts';
import { recordDeed } from '../audit/record-deed.ts';
import type { House } from '../house.ts';
import { Refusal } from '../refusal.ts';

/** Sets a new password and ends every session, so that whoever knew the old one is out. */
export async function changePassword(
  house: House,
  actor: Actor,
  input: ChangePasswordInput,
): Promise<void> {
  const { id } = mustBeUser(actor);
  await mustKnowPassword(house, id, input.current);
  const passwordHash = await hashPassword(input.next);
  await house.db.$transaction(async (tx) => {
    await tx.user.update({
      where: { id },
      data: { passwordHash, sessionVersion: { increment: 1 } },
    });
    await recordDeed(tx, actor, 'password.change', id);
  });
  await house.documents.recheck({ personId: id });
}

/** Whoever sits at somebody else's open session gets no more tries than at the front door. */
async function mustKnowPassword(
  { db, attempts }: House,
  id: string,
  password: string,
): Promise<void> {
  const counted = `password of ${id}`;
  if (!attempts.mayTry(counted))
    throw new Refusal(
      'too-fast',
      'There were too many wrong passwords: wait a quarter of an hour.',
    );
  attempts.failed(counted);
  const user = await db.user.findUniqueOrThrow({ where: { id } });
  if (await passwordFits(user.passwordHash, password)) return attempts.succeeded(counted);
  throw new Refusal('wrong-password', 'That is not your present password.', [
    { field: 'current', code: 'wrong-password', message: 'is not your present password' },
  ]);
}

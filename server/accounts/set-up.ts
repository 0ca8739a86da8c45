import type { SetupInput } from '#board/api/people.ts';
import { hashPassword } from '../auth/passwords.ts';
import { recordDeed } from '../audit/record-deed.ts';
import { asUser } from '../auth/identify.ts';
import type { House } from '../house.ts';
import { newId } from '../new-id.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { Refusal } from '../refusal.ts';
import { createToken } from './add-token.ts';
import { isSetUp } from './is-set-up.ts';

// Stands among the accounts whose failures are counted; no e-mail address looks like it.
const SETUP_ATTEMPTS = 'set-up code';

/** Makes the organisation, its first account (an administrator who manages the team) and its first team. */
export async function setUp(
  house: House,
  input: SetupInput,
): Promise<{ token: string; userId: string; teamId: string }> {
  if (await isSetUp(house)) throw alreadySetUp();
  mustKnowCode(house, input.code);
  const passwordHash = await hashPassword(input.password);
  return house.db.$transaction(async (tx) => {
    await oneAtATime(tx, 'set-up');
    if ((await tx.user.count()) > 0) throw alreadySetUp();
    const { name, email } = input;
    const user = await tx.user.create({
      data: { id: newId(), name, email, passwordHash, admin: true },
    });
    const organisation = await tx.organisation.create({
      data: { id: newId(), name: input.organisation },
    });
    const team = await tx.team.create({
      data: {
        id: newId(),
        name: input.team,
        organisationId: organisation.id,
        memberships: { create: { userId: user.id, role: 'manager' } },
      },
    });
    const { token } = await createToken(tx, user.id, 'set-up');
    await recordDeed(tx, asUser(user), 'set-up', organisation.id);
    return { token, userId: user.id, teamId: team.id };
  });
}

/** Eight digits can be guessed by trying, so that only a few tries are let through. */
function mustKnowCode({ setupCode, attempts }: House, code: string | undefined): void {
  if (setupCode === null) return;
  if (!attempts.mayTry(SETUP_ATTEMPTS))
    throw new Refusal('too-fast', 'There were too many wrong codes: wait a quarter of an hour.');
  if (code === setupCode) return;
  attempts.failed(SETUP_ATTEMPTS);
  throw new Refusal('wrong-code', 'The set-up code is printed where the server was started.', [
    { field: 'code', code: 'wrong-code', message: 'does not match the printed code' },
  ]);
}

function alreadySetUp(): Refusal {
  return new Refusal('already-set-up', 'This installation has been set up before: sign in.');
}

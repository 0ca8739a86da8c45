import type { AddTokenInput, NewTokenView, TokenView } from '#board/api/people.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import { hashSecret, newSecret } from '../auth/secrets.ts';
import { recordDeed } from '../audit/record-deed.ts';
import type { ApiToken } from '../db/generated/client.ts';
import type { House, Tx } from '../house.ts';
import { newId } from '../new-id.ts';

/** Makes a personal API token; the answer is the only place where it can be read. */
export async function addToken(
  house: House,
  actor: Actor,
  input: AddTokenInput,
): Promise<NewTokenView> {
  const user = mustBeUser(actor);
  return house.db.$transaction(async (tx) => {
    const { row, token } = await createToken(tx, user.id, input.name);
    await recordDeed(tx, actor, 'token.add', row.id);
    return { ...viewToken(row), token };
  });
}

export async function createToken(
  tx: Tx,
  userId: string,
  name: string,
): Promise<{ row: ApiToken; token: string }> {
  const token = `vb_${newSecret()}`;
  const row = await tx.apiToken.create({
    data: { id: newId(), userId, name, hint: token.slice(-4), hash: hashSecret(token) },
  });
  return { row, token };
}

export function viewToken({ id, name, hint, createdAt, lastUsedAt }: ApiToken): TokenView {
  return {
    id,
    name,
    hint,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}

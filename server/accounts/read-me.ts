import type { MeView } from '#board/api/people.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import type { House } from '../house.ts';

export async function readMe(_house: House, actor: Actor): Promise<MeView> {
  const { id, name, email, admin, locale } = mustBeUser(actor);
  return { id, name, email, admin, locale };
}

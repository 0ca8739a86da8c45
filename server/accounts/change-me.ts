import type { ChangeMeInput, MeView } from '#board/api/people.ts';
import type { Actor } from '../auth/actor.ts';
import { asUser } from '../auth/identify.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import { refreshBoardsOf } from '../boards/refresh-team-boards.ts';
import type { House } from '../house.ts';
import { readMe } from './read-me.ts';

/** Changes the asker's name or language; a null language follows the browser. */
export async function changeMe(house: House, actor: Actor, input: ChangeMeInput): Promise<MeView> {
  const { id } = mustBeUser(actor);
  const { name, locale } = input;
  const user = await house.db.user.update({
    where: { id },
    data: { ...(name === undefined ? {} : { name }), ...(locale === undefined ? {} : { locale }) },
  });
  if (name !== undefined) await refreshBoardsOf(house, id);
  return readMe(house, asUser(user));
}

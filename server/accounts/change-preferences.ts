import type { ChangePreferencesInput, PreferencesView } from '#board/api/preferences.ts';
import type { Actor } from '../auth/actor.ts';
import { defined } from '../audit/what-changed.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import type { User } from '../db/generated/client.ts';
import type { House } from '../house.ts';
import { viewPreferences } from './read-preferences.ts';

type Places = Partial<Pick<User, 'timeZone' | 'browserZone' | 'browserLocale'>>;

/** Changes what is given and leaves the rest. [MAIL-6] */
export async function changePreferences(
  { db }: House,
  actor: Actor,
  { reminders, agreed, mentions, ...places }: ChangePreferencesInput,
): Promise<PreferencesView> {
  const { id } = mustBeUser(actor);
  const user = await db.user.update({
    where: { id },
    data: {
      ...(reminders === undefined ? {} : { mailReminders: reminders }),
      ...(agreed === undefined ? {} : { mailAgreed: agreed }),
      ...(mentions === undefined ? {} : { mailMentions: mentions }),
      ...defined<Places>(places),
    },
  });
  return viewPreferences(user);
}

import type { ChangePreferencesInput, PreferencesView } from '#board/api/preferences.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import type { House } from '../house.ts';
import { viewPreferences } from './read-preferences.ts';

/** Changes what is given and leaves the rest. [MAIL-6] */
export async function changePreferences(
  { db }: House,
  actor: Actor,
  { reminders, agreed, timeZone, browserZone }: ChangePreferencesInput,
): Promise<PreferencesView> {
  const { id } = mustBeUser(actor);
  const user = await db.user.update({
    where: { id },
    data: {
      ...(reminders === undefined ? {} : { mailReminders: reminders }),
      ...(agreed === undefined ? {} : { mailAgreed: agreed }),
      ...(timeZone === undefined ? {} : { timeZone }),
      ...(browserZone === undefined ? {} : { browserZone }),
    },
  });
  return viewPreferences(user);
}

import type { PreferencesView } from '#board/api/preferences.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import type { User } from '../db/generated/client.ts';
import type { House } from '../house.ts';
import { asLocale } from './as-locale.ts';
import { wantedMails } from '../mail/wanted-mails.ts';

/** Which mails the asker wants, and in which time zone their days are. */
export async function readPreferences({ db }: House, actor: Actor): Promise<PreferencesView> {
  const { id } = mustBeUser(actor);
  return viewPreferences(await db.user.findUniqueOrThrow({ where: { id } }));
}

export function viewPreferences(user: User): PreferencesView {
  const { timeZone, browserZone } = user;
  return {
    ...wantedMails(user),
    timeZone,
    browserZone,
    browserLocale: asLocale(user.browserLocale),
  };
}

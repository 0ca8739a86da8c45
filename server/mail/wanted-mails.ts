import type { MailKind } from '#board/api/preferences.ts';
import type { User } from '../db/generated/client.ts';

/** Where an account says whether it wants mails of a kind. */
export const wantsColumn = {
  reminders: 'mailReminders',
  agreed: 'mailAgreed',
  mentions: 'mailMentions',
} as const satisfies Record<MailKind, keyof User>;

export function wantedMails(user: User): Record<MailKind, boolean> {
  const { mailReminders: reminders, mailAgreed: agreed, mailMentions: mentions } = user;
  return { reminders, agreed, mentions };
}

import type { Locale } from '#board/api/people.ts';
import { mentionsIn, withNames } from '#board/mentions.ts';
import type { UserActor } from '../auth/actor.ts';
import type { House, Tx } from '../house.ts';
import { mailLocale } from '../mail/mail-locale.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { Refusal } from '../refusal.ts';
import { oneLine } from '../tasks/one-line.ts';
import type { TaskRow } from '../tasks/view-task.ts';
import { words } from '../words.ts';

interface Said {
  readonly task: TaskRow;
  readonly commentId: string;
  readonly text: string;
  /** The text before it was changed, whose people were told already. */
  readonly before?: string;
  /** For people who never chose a language: that of whoever wrote. */
  readonly otherwise: Locale;
}

/**
 * Sends a mail to everybody newly named in a comment who wants such mails, but not to its author. Only
 * people of the team can be named: throws `invalid` for anybody else. [TALK-2] [MAIL-6]
 */
export async function tellMentioned(
  tx: Tx,
  house: Pick<House, 'authSecret' | 'env'>,
  by: UserActor,
  { task, commentId, text, before = '', otherwise }: Said,
): Promise<void> {
  const known = mentionsIn(before);
  const added = mentionsIn(text).filter((id) => !known.includes(id));
  if (added.length === 0) return;
  const names = await namesIn(tx, text);
  const members = await tx.membership.findMany({
    where: { teamId: task.teamId, userId: { in: added } },
    include: { user: true },
  });
  if (members.length < added.length) throw notInTeam();
  const plain = withNames(text, (id) => names.get(id) ?? '…');
  for (const { user } of members.filter(({ user }) => user.id !== by.id && user.mailMentions)) {
    const say = words(mailLocale(user, otherwise));
    const link = `${house.env.publicUrl}/tasks/${task.id}`;
    const values = { name: user.name, by: by.name, text: plain, link };
    await queueMail(tx, house, user, {
      kind: 'mentions',
      commentId,
      subject: say('mail.mentioned.subject', { by: by.name, title: oneLine(task.title) }),
      text: (stop) =>
        [
          say('mail.mentioned.text', { ...values, title: task.title }),
          say('mail.mentioned.foot', { stop }),
        ].join('\n'),
    });
  }
}

async function namesIn(tx: Tx, text: string): Promise<Map<string, string>> {
  const users = await tx.user.findMany({ where: { id: { in: mentionsIn(text) } } });
  return new Map(users.map(({ id, name }) => [id, name]));
}

function notInTeam(): Refusal {
  return new Refusal('invalid', 'Only people of the team can be mentioned.', [
    { field: 'text', code: 'not-in-team', message: 'names somebody who is not in the team' },
  ]);
}

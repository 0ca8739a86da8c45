import type { Locale } from '#board/api/people.ts';
import { mentionsIn, withNames } from '#board/mentions.ts';
import type { UserActor } from '../auth/actor.ts';
import type { House, Tx } from '../house.ts';
import { mailLocale } from '../mail/mail-locale.ts';
import { newId } from '../new-id.ts';
import { Refusal } from '../refusal.ts';
import { oneLine } from '../tasks/one-line.ts';
import type { TaskRow } from '../tasks/view-task.ts';
import { words } from '../words.ts';

interface Said {
  readonly task: TaskRow;
  readonly text: string;
  /** The text before it was changed, whose people were told already. */
  readonly before?: string;
  /** For people who never chose a language: that of whoever wrote. */
  readonly otherwise: Locale;
}

/**
 * Sends a mail to everybody newly named in a comment, but not to its author. Only people of the team
 * can be named: throws `invalid` for anybody else. [TALK-2]
 */
export async function tellMentioned(
  tx: Tx,
  { env }: Pick<House, 'env'>,
  by: UserActor,
  { task, text, before = '', otherwise }: Said,
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
  for (const { user } of members.filter(({ userId }) => userId !== by.id)) {
    const say = words(mailLocale(user, otherwise));
    const link = `${env.publicUrl}/tasks/${task.id}`;
    const values = { name: user.name, by: by.name, text: plain, link };
    await tx.mail.create({
      data: {
        id: newId(),
        to: user.email,
        subject: say('mail.mentioned.subject', { by: by.name, title: oneLine(task.title) }),
        text: say('mail.mentioned.text', { ...values, title: task.title }),
      },
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

import type { House, Tx } from '../house.ts';
import { mailLocale } from '../mail/mail-locale.ts';
import { newId } from '../new-id.ts';
import { words } from '../words.ts';

/** Tells that a webhook was switched off: who keeps it, while they manage the team; else all who do. [HOOK-6] [HOOK-9] */
export async function queueOffMails(
  tx: Tx,
  { env }: Pick<House, 'env'>,
  id: string,
  why: 'failing' | 'gone' | 'keeper_gone',
): Promise<void> {
  const { team, teamId, address, keptBy } = await tx.webhook.findUniqueOrThrow({
    where: { id },
    include: {
      keptBy: true,
      team: { include: { memberships: { where: { role: 'manager' }, include: { user: true } } } },
    },
  });
  const managers = team.memberships.map(({ user }) => user);
  const keeper = managers.filter((user) => user.id === keptBy.id);
  const link = `${env.publicUrl}/teams/${teamId}/webhooks/${id}`;
  for (const user of keeper.length > 0 ? keeper : managers) {
    const say = words(mailLocale(user, 'en'));
    const values = { name: user.name, team: team.name, address, link, keeper: keptBy.name };
    const text = why === 'keeper_gone' ? 'mail.webhookOff.keeperGone' : 'mail.webhookOff.text';
    await tx.mail.create({
      data: {
        id: newId(),
        to: user.email,
        subject: say('mail.webhookOff.subject', values),
        text: say(text, values),
      },
    });
  }
}

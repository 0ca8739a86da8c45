import type { House, Tx } from '../house.ts';
import { mailLocale } from '../mail/mail-locale.ts';
import { newId } from '../new-id.ts';
import { words } from '../words.ts';

const FAILING_FOR_MS = 3 * 24 * 3600_000;
/** Two messages with all their tries, and one more: a quiet team's one bad night is no reason. */
const MANY_FAILURES = 15;
/** The receiver says that it is gone for good. */
const GONE = 410;

/**
 * Counts a failure. A webhook that did nothing but fail for three days, or whose receiver is gone, is
 * switched off, and those who keep it are told. [HOOK-6]
 */
export async function switchOffWhenHopeless(
  tx: Tx,
  { env, clock }: Pick<House, 'env' | 'clock'>,
  id: string,
  status: number | null,
): Promise<void> {
  const now = clock();
  const { failures, failingSince, offReason } = await tx.webhook.update({
    where: { id },
    data: { failures: { increment: 1 } },
  });
  const since = failingSince ?? now;
  const hopeless = failures >= MANY_FAILURES && now.getTime() - since.getTime() >= FAILING_FOR_MS;
  const off = offReason ?? (status === GONE ? 'gone' : hopeless ? 'failing' : null);
  await tx.webhook.update({ where: { id }, data: { failingSince: since, offReason: off } });
  if (offReason === null && off !== null) await queueOffMails(tx, { env }, id);
}

/** To who made it, while they manage the team; else to all who do. */
async function queueOffMails(tx: Tx, { env }: Pick<House, 'env'>, id: string): Promise<void> {
  const { team, teamId, address, createdById } = await tx.webhook.findUniqueOrThrow({
    where: { id },
    include: {
      team: { include: { memberships: { where: { role: 'manager' }, include: { user: true } } } },
    },
  });
  const managers = team.memberships.map(({ user }) => user);
  const maker = managers.filter((user) => user.id === createdById);
  const link = `${env.publicUrl}/teams/${teamId}/webhooks/${id}`;
  for (const { name, email, locale } of maker.length > 0 ? maker : managers) {
    const say = words(mailLocale({ locale }, 'en'));
    const values = { name, team: team.name, address, link };
    await tx.mail.create({
      data: {
        id: newId(),
        to: email,
        subject: say('mail.webhookOff.subject', values),
        text: say('mail.webhookOff.text', values),
      },
    });
  }
}

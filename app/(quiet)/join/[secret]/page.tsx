import type { Metadata } from 'next';
import { DeadLink } from '#components/accounts/dead-link.tsx';
import { JoinForm } from '#components/accounts/join-form.tsx';
import { whoAsks } from '#server/auth/who-asks.ts';
import { readInvite } from '#server/boards/read-invite.ts';
import { theHouse } from '#server/house.ts';

interface Props {
  params: Promise<{ secret: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { secret } = await params;
  const invite = await readInvite(theHouse(), secret);
  return { referrer: 'no-referrer', ...(invite && { title: invite.boardTitle }) };
}

export default async function JoinPage({ params }: Props) {
  const { secret } = await params;
  const actor = await whoAsks();
  const invite = await readInvite(theHouse(), secret);
  if (!invite) return <DeadLink />;
  return (
    <JoinForm
      secret={secret}
      board={invite.boardTitle}
      team={invite.teamName}
      access={invite.access}
      known={actor.kind === 'nobody' ? null : { kind: actor.kind, id: actor.id, name: actor.name }}
    />
  );
}

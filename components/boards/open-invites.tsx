'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import * as z from 'zod/mini';
import { inviteView } from '#board/api/boards.ts';
import type { InviteView } from '#board/api/boards.ts';
import { listOf } from '#board/api/problem.ts';
import { callApi } from '#components/api/call-api.ts';
import { useDeed } from '#components/forms/use-deed.ts';
import { Moment } from '#components/time/moment.tsx';
import { Button } from '#components/ui/button.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';

interface Props {
  boardId: string;
  /** The link that was made last; another one means that the list is old. */
  newest: string | undefined;
}

/** The links that still let people in, each with a way to end it. */
export function OpenInvites({ boardId, newest }: Props) {
  const t = useTranslations('boards.share');
  const [invites, setInvites] = useState<readonly InviteView[] | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let wanted = true;
    const path = `/boards/${boardId}/invites`;
    void callApi({ method: 'GET', path, view: listOf(inviteView) }).then((answer) => {
      if (wanted && answer.ok) setInvites(answer.value.items);
    });
    return () => {
      wanted = false;
    };
  }, [boardId, newest, round]);
  if (!invites) return <Skeleton className="h-16" />;
  if (invites.length === 0) return null;
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-medium">{t('openLinks')}</h3>
      <ul className="divide-y divide-line border-y border-line">
        {invites.map((invite) => (
          <Row
            key={invite.id}
            boardId={boardId}
            invite={invite}
            onRevoked={() => setRound(round + 1)}
          />
        ))}
      </ul>
    </section>
  );
}

interface RowProps {
  boardId: string;
  invite: InviteView;
  onRevoked: () => void;
}

function Row({ boardId, invite, onRevoked }: RowProps) {
  const t = useTranslations('boards.share');
  const access = useTranslations('words.access');
  const { busy, run } = useDeed();

  async function revoke() {
    const path = `/boards/${boardId}/invites/${invite.id}`;
    const done = await run({ method: 'DELETE', path, view: z.null(), said: t('revoked') });
    if (done !== undefined) onRevoked();
  }

  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
      <div className="min-w-0 grow">
        <p>
          {access(invite.access)} · {t('joined', { count: invite.joined })}
        </p>
        <p className="text-12 text-soft">
          {invite.expiresAt
            ? t.rich('until', { moment: () => <Moment at={invite.expiresAt ?? ''} /> })
            : t('forever')}
        </p>
      </div>
      <Button size="sm" busy={busy} onClick={() => void revoke()}>
        {t('revoke')}
      </Button>
    </li>
  );
}

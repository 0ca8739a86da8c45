'use client';

import { useTranslations } from 'next-intl';
import * as z from 'zod/mini';
import type { TokenView } from '#board/api/people.ts';
import { useDeed } from '#components/forms/use-deed.ts';
import { Moment } from '#components/time/moment.tsx';
import { Button } from '#components/ui/button.tsx';

export function TokenList({ tokens }: { tokens: readonly TokenView[] }) {
  return (
    <ul className="divide-y divide-line rounded-card border border-line bg-surface">
      {tokens.map((token) => (
        <Row key={token.id} token={token} />
      ))}
    </ul>
  );
}

function Row({ token }: { token: TokenView }) {
  const t = useTranslations('settings.tokens');
  const { busy, run } = useDeed();
  const { id, name, hint, createdAt, lastUsedAt } = token;
  const revoke = () =>
    run({ method: 'DELETE', path: `/tokens/${id}`, view: z.null(), said: t('revoked', { name }) });
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-40 grow">
        <p className="font-medium">
          {name} <code className="text-12 text-faint">…{hint}</code>
        </p>
        <p className="text-12 text-soft">
          {t.rich('made', { moment: () => <Moment at={createdAt} /> })}
          {' · '}
          {lastUsedAt ? t.rich('used', { moment: () => <Moment at={lastUsedAt} /> }) : t('unused')}
        </p>
      </div>
      <Button size="sm" busy={busy} onClick={() => void revoke()}>
        {t('revoke')}
      </Button>
    </li>
  );
}

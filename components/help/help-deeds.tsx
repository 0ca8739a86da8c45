'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { helpView } from '#board/api/help.ts';
import type { HelpView } from '#board/api/help.ts';
import { useDeed } from '#components/forms/use-deed.ts';
import { Button } from '#components/ui/button.tsx';
import { ChangeHelp } from './change-help.tsx';

/** What whoever promised help does with it: done, another day, or not to be. [REV-3] */
export function HelpDeeds({ help, today }: { help: HelpView; today: string }) {
  const t = useTranslations('help');
  const { busy, run } = useDeed();
  const [asking, setAsking] = useState<'day' | 'withdrawn' | null>(null);
  const { id, revision } = help;
  const done = () =>
    run({
      ...{ method: 'PATCH', path: `/help/${id}`, view: helpView, said: t('saidDone') },
      body: { revision, state: 'done' },
    });

  return (
    <div className="flex flex-wrap gap-2">
      <Button size="sm" busy={busy} onClick={() => void done()}>
        {t('isDone')}
      </Button>
      <Button size="sm" variant="quiet" onClick={() => setAsking('day')}>
        {t('otherDay')}
      </Button>
      <Button size="sm" variant="quiet" onClick={() => setAsking('withdrawn')}>
        {t('notToBe')}
      </Button>
      {asking && (
        <ChangeHelp help={help} to={asking} today={today} onClose={() => setAsking(null)} />
      )}
    </div>
  );
}

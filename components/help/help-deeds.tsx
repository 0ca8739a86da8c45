'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { helpView } from '#board/api/help.ts';
import type { HelpView } from '#board/api/help.ts';
import { callApi } from '#components/api/call-api.ts';
import { useProblemWords } from '#components/forms/problem-words.ts';
import { Button } from '#components/ui/button.tsx';
import { useToast } from '#components/ui/toast.tsx';
import { ChangeHelp } from './change-help.tsx';

/** What whoever promised help does with it: done, another day, or not to be. [REV-3] */
export function HelpDeeds({ help, today }: { help: HelpView; today: string }) {
  const t = useTranslations('help');
  const router = useRouter();
  const say = useToast();
  const problemWords = useProblemWords();
  const [asking, setAsking] = useState<'day' | 'withdrawn' | null>(null);
  const [busy, setBusy] = useState(false);

  async function done() {
    setBusy(true);
    const { id, revision } = help;
    const answer = await callApi({
      ...{ method: 'PATCH' as const, path: `/help/${id}`, view: helpView },
      body: { revision, state: 'done' },
    });
    if (answer.ok) say({ text: t('saidDone') });
    else say({ tone: 'bad', text: problemWords(answer.problem) });
    router.refresh();
    setBusy(false);
  }

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

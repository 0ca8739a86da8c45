'use client';

import { Play } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Section } from '#components/frame/section.tsx';
import { Button } from '#components/ui/button.tsx';
import { ReplayStage } from './replay-stage.tsx';

/** How the board came about, step by step; fetched when somebody wants to see it. */
export function Replay({ boardId }: { boardId: string }) {
  const t = useTranslations('history.replay');
  const [open, setOpen] = useState(false);
  return (
    <Section
      title={t('title')}
      hint={t('hint')}
      action={
        !open && (
          <Button icon={<Play aria-hidden className="size-4" />} onClick={() => setOpen(true)}>
            {t('open')}
          </Button>
        )
      }
    >
      {open && <ReplayStage boardId={boardId} />}
    </Section>
  );
}

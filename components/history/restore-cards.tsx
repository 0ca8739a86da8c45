'use client';

import { Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { snapshotView } from '#board/api/snapshots.ts';
import type { SnapshotView } from '#board/api/snapshots.ts';
import { lostSince } from '#board/lost-since.ts';
import type { Lost } from '#board/lost-since.ts';
import { projection } from '#board/projection.ts';
import { callApi } from '#components/api/call-api.ts';
import { useDeed } from '#components/forms/use-deed.ts';
import { Button } from '#components/ui/button.tsx';
import { CheckBox } from '#components/ui/check-box.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';

type Of = Pick<SnapshotView, 'id' | 'number' | 'boardId'>;

/** Brings back some of what is gone or reads otherwise now, and leaves the rest as it is. */
export function RestoreCards({ snapshot }: { snapshot: Of }) {
  const t = useTranslations('history.cards');
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t('title', { number: snapshot.number })}
      description={t('text')}
      trigger={<Button icon={<Undo2 aria-hidden className="size-4" />}>{t('open')}</Button>}
    >
      <Choice snapshot={snapshot} />
    </Dialog>
  );
}

function Choice({ snapshot: { id, boardId } }: { snapshot: Of }) {
  const t = useTranslations('history.cards');
  const lost = useLost(id, boardId);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { busy, run } = useDeed();

  async function bringBack() {
    const path = `/snapshots/${id}/restore`;
    const body = { cards: [...chosen] };
    const kept = await run({ method: 'POST', path, body, view: snapshotView });
    if (kept) location.assign(`/boards/${boardId}`);
  }

  function choose(card: Lost, wanted: boolean) {
    const others = [...chosen].filter((one) => one !== card.id);
    setChosen(new Set(wanted ? [...others, card.id] : others));
  }

  if (!lost) return <Skeleton className="h-40 w-full" />;
  if (lost.length === 0) return <p className="text-soft">{t('none')}</p>;
  return (
    <div className="flex flex-col gap-4">
      <ul className="flex flex-col gap-1">
        {lost.map((card) => (
          <li key={card.id}>
            <CheckBox
              label={card.text}
              hint={t(card.changed ? `changed.${card.kind}` : `gone.${card.kind}`)}
              checked={chosen.has(card.id)}
              onChange={(wanted) => choose(card, wanted)}
            />
          </li>
        ))}
      </ul>
      <Button
        variant="primary"
        busy={busy}
        disabled={chosen.size === 0}
        className="self-end max-sm:self-stretch"
        onClick={() => void bringBack()}
      >
        {t('submit', { count: chosen.size })}
      </Button>
    </div>
  );
}

/** Undefined until both documents are here. */
function useLost(snapshotId: string, boardId: string): readonly Lost[] | undefined {
  const [lost, setLost] = useState<readonly Lost[]>();
  useEffect(() => {
    let wanted = true;
    const read = (path: string) => callApi({ method: 'GET', path, view: projection });
    void Promise.all([
      read(`/snapshots/${snapshotId}/document`),
      read(`/boards/${boardId}/document`),
    ]).then(([then, now]) => {
      if (wanted && then.ok && now.ok) setLost(lostSince(then.value, now.value));
    });
    return () => {
      wanted = false;
    };
  }, [snapshotId, boardId]);
  return lost;
}

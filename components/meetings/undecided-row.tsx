import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { changeAction } from '#board/actions.ts';
import { dropAction } from '#board/edits.ts';
import { useBoardTools } from '#components/board/board-tools.tsx';
import type { ListedAction } from '#components/board/listed-actions.ts';
import { useWorld } from '#components/canvas/canvas-world.tsx';
import { Button } from '#components/ui/button.tsx';
import { ParkForm } from './park-form.tsx';

interface Props {
  action: ListedAction;
  today: string;
  /** The day that parking proposes. */
  later: string;
  onShow: (actionId: string) => void;
}

/** Something that is still undecided: confirm it, park it with a date, or drop it. */
export function UndecidedRow({ action, today, later, onShow }: Props) {
  const t = useTranslations('meetings.decide');
  const untitled = useTranslations('board.panel');
  const { live, may } = useBoardTools();
  const { deeds } = useWorld();
  const [parking, setParking] = useState(false);
  const { board } = live;
  const { id, title } = action;
  return (
    <li className="flex flex-col gap-3 rounded-card border border-line bg-surface p-3">
      <button
        type="button"
        className="self-start rounded-chip text-left font-medium wrap-anywhere hover:underline"
        onClick={() => onShow(id)}
      >
        {title || <span className="text-faint">{untitled('untitled')}</span>}
      </button>
      {parking ? (
        <ParkForm
          today={today}
          later={later}
          onPark={(day) => board.doc.transact(() => changeAction(board, id, { parked: day }))}
          onCancel={() => setParking(false)}
        />
      ) : (
        <div className="flex flex-wrap gap-2">
          {may.promise === 'yes' && (
            <Button size="sm" variant="primary" onClick={() => deeds?.confirmAction(id)}>
              {t('confirm')}
            </Button>
          )}
          {may.write && (
            <>
              <Button size="sm" onClick={() => setParking(true)}>
                {t('park')}
              </Button>
              <Button
                size="sm"
                variant="quiet"
                onClick={() => board.doc.transact(() => dropAction(board, id))}
              >
                {t('drop')}
              </Button>
            </>
          )}
        </div>
      )}
    </li>
  );
}

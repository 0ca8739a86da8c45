import { Target } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useLive, useLiveAll } from '#components/canvas/live-map.ts';
import { Dialog } from '#components/ui/dialog.tsx';
import { useBoardTools } from './board-tools.tsx';
import { MeasureMaker } from './measure-maker.tsx';

interface Props {
  onChosen: (measureId: string) => void;
  onClose: () => void;
}

/** Which measure of the team a card shows; one that is missing is made right here. */
export function MeasureDialog({ onChosen, onClose }: Props) {
  const t = useTranslations('board.measure');
  const { live, may } = useBoardTools();
  const measures = useLiveAll(live.measures).filter((measure) => measure !== undefined);
  const teamId = useLive(live.about, '')?.teamId;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('choose')}
      description={measures.length === 0 ? t('none') : t('intro')}
    >
      <div className="flex flex-col gap-3">
        {measures.map(({ id, name, unit, readings }) => (
          <button
            key={id}
            type="button"
            onClick={() => onChosen(id)}
            className="flex min-h-11 items-center gap-3 rounded-card border border-line px-4 py-2 text-left hover:border-control hover:bg-sunken"
          >
            <Target aria-hidden className="size-4 shrink-0 text-soft" />
            <span className="min-w-0 grow font-medium">{name}</span>
            <span className="shrink-0 text-soft tabular-nums">
              {readings.at(-1) && `${readings.at(-1)?.value} ${unit}`.trim()}
            </span>
          </button>
        ))}
        {may.measure && teamId ? (
          <MeasureMaker teamId={teamId} first={measures.length === 0} onMade={onChosen} />
        ) : (
          measures.length === 0 && <p className="text-soft">{t('teamOnly')}</p>
        )}
      </div>
    </Dialog>
  );
}

import { Plus, Target } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { HTMLContainer, stopEventPropagation, useEditor } from 'tldraw';
import type { MeasureCard } from '#board/cards.ts';
import type { MeasureFact } from '#board/facts.ts';
import { noon } from '#components/time/noon.ts';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { RunChart } from '#components/ui/run-chart.tsx';
import { useWorld } from './canvas-world.tsx';
import { useLive } from './live-map.ts';
import { MeasureAge } from './measure-age.tsx';

const ROOM_FOR_AXES = 200; // canvas units; a lower card shows the line alone

/** A measure of the team: its target, its run chart, and how old the newest reading is. */
export function MeasureCardBody({ card }: { card: MeasureCard }) {
  const { live } = useWorld();
  const { w, h, measureId } = card.props;
  const measure = useLive(live.measures, measureId);
  return (
    <HTMLContainer
      className="flex flex-col gap-2 rounded-card border border-line bg-surface p-4 font-sans text-14 text-ink"
      style={{ width: w, height: h }}
    >
      {measure ? <Filled measure={measure} tall={h >= ROOM_FOR_AXES} /> : <Empty card={card} />}
    </HTMLContainer>
  );
}

function Filled({ measure, tall }: { measure: MeasureFact; tall: boolean }) {
  const t = useTranslations('card.measure');
  const addReading = useWorld().deeds?.addReading;
  return (
    <>
      <div className="flex items-baseline gap-4">
        <h3 className="min-w-0 truncate text-16 font-semibold">{measure.name}</h3>
        <TargetLine measure={measure} />
      </div>
      <div className="min-h-0 grow pt-1 [&>*]:h-full!">
        <RunChart {...measure} compact={!tall} />
      </div>
      <div className="flex min-h-8 items-center justify-between gap-4">
        <MeasureAge readings={measure.readings} />
        {measure.proposed && <Badge tone="accent">{t('proposed')}</Badge>}
        {addReading && (
          <Button
            size="sm"
            className="pointer-events-auto"
            icon={<Plus aria-hidden className="size-4" />}
            onPointerDown={stopEventPropagation}
            onClick={() => addReading(measure.id)}
          >
            {t('addReading')}
          </Button>
        )}
      </div>
    </>
  );
}

function TargetLine({ measure: { target, targetBy, unit } }: { measure: MeasureFact }) {
  const t = useTranslations('card.measure');
  const format = useFormatter();
  if (target === null) return null;
  const value = `${format.number(target, { maximumFractionDigits: 2 })} ${unit}`.trim();
  const day =
    targetBy &&
    format.dateTime(noon(targetBy), { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return (
    <span className="flex shrink-0 items-center gap-1 text-check-ink">
      <Target aria-hidden className="size-4" />
      {day ? t('targetBy', { value, day }) : t('target', { value })}
    </span>
  );
}

function Empty({ card }: { card: MeasureCard }) {
  const t = useTranslations('card.measure');
  const editor = useEditor();
  const { deeds, writable } = useWorld();
  async function choose() {
    const measureId = await deeds?.chooseMeasure();
    if (!measureId) return;
    editor.markHistoryStoppingPoint('measure');
    editor.updateShape<MeasureCard>({ id: card.id, type: 'measure-card', props: { measureId } });
  }
  return (
    <div className="flex size-full flex-col items-center justify-center gap-3 text-center">
      <Target aria-hidden className="size-8 text-faint" />
      <p className="max-w-md text-soft">{t('empty')}</p>
      {deeds && writable && (
        <Button
          variant="primary"
          className="pointer-events-auto"
          onPointerDown={stopEventPropagation}
          onClick={() => void choose()}
        >
          {t('choose')}
        </Button>
      )}
    </div>
  );
}

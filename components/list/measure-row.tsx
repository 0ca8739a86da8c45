import { Plus } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useWorld } from '#components/canvas/canvas-world.tsx';
import { useLive } from '#components/canvas/live-map.ts';
import { MeasureAge } from '#components/canvas/measure-age.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { RunChart } from '#components/ui/run-chart.tsx';

/** A measure in the list: its run chart, and a reading to be added. */
export function MeasureRow({ measureId }: { measureId: string }) {
  const t = useTranslations('card.measure');
  const format = useFormatter();
  const { live, deeds } = useWorld();
  const measure = useLive(live.measures, measureId);
  if (!measure) return <p className="text-14 text-soft">{t('empty')}</p>;
  const { name, unit, target } = measure;
  return (
    <div className="rounded-card border border-line bg-surface p-3">
      <p className="flex flex-wrap items-baseline gap-x-3 font-semibold">
        {name}
        {target !== null && (
          <span className="text-14 font-normal text-check-ink">
            {t('target', { value: `${format.number(target)} ${unit}`.trim() })}
          </span>
        )}
      </p>
      <div className="h-40 py-2 [&>*]:h-full!">
        <RunChart {...measure} />
      </div>
      <div className="flex items-center justify-between gap-4">
        <MeasureAge readings={measure.readings} />
        {measure.proposed && <Badge tone="accent">{t('proposed')}</Badge>}
        {deeds?.addReading && (
          <Button
            size="sm"
            icon={<Plus aria-hidden className="size-4" />}
            onClick={() => deeds.addReading?.(measureId)}
          >
            {t('addReading')}
          </Button>
        )}
      </div>
    </div>
  );
}

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useLive } from '#components/canvas/live-map.ts';
import { AddReading } from '#components/measures/add-reading.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { useBoardTools } from './board-tools.tsx';

interface Props {
  measureId: string;
  today: string;
  onClose: () => void;
}

/** A new reading of a measure; closes when it is on the chart. */
export function ReadingDialog({ measureId, today, onClose }: Props) {
  const t = useTranslations('board.measure');
  const page = useTranslations('measures');
  const { live } = useBoardTools();
  const measure = useLive(live.measures, measureId);
  const readings = measure?.readings;
  const first = useRef(readings);
  useEffect(() => {
    if (readings !== first.current) onClose();
  }, [readings, onClose]);
  return (
    <Dialog
      size="sm"
      open
      onOpenChange={(open) => !open && onClose()}
      title={measure?.name ?? t('reading')}
      description={
        measure && (
          <Link href={`/measures/${measure.id}`} className="hover:underline">
            {page('open')}
          </Link>
        )
      }
    >
      {measure && <AddReading measureId={measure.id} unit={measure.unit} today={today} />}
    </Dialog>
  );
}

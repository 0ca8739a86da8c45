import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';

/** Saves the readings as a file that a spreadsheet in the reader's language opens. */
export function ExportReadings({ measureId }: { measureId: string }) {
  const t = useTranslations('measures.csv');
  return (
    <Button asChild icon={<Download aria-hidden className="size-4" />}>
      <a href={`/api/v1/measures/${measureId}/readings.csv?form=spreadsheet`} download>
        {t('export')}
      </a>
    </Button>
  );
}

import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';

/** Saves the readings as a file that a spreadsheet in the reader's language opens. */
export function ExportReadings({ measureId }: { measureId: string }) {
  const t = useTranslations('measures.csv');
  return (
    <Button asChild>
      <a href={`/api/v1/measures/${measureId}/readings.csv?form=spreadsheet`} download>
        <Download aria-hidden className="size-4" />
        {t('export')}
      </a>
    </Button>
  );
}

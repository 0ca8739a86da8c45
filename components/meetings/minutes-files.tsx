import { Download } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';

const files = ['pdf', 'md', 'csv', 'json'] as const;

/** The minutes as files, in the reader's language. [MEET-11] */
export function MinutesFiles({ meetingId }: { meetingId: string }) {
  const t = useTranslations('meetings.files');
  const locale = useLocale();
  return (
    <div role="group" aria-label={t('title')} className="flex flex-wrap gap-2">
      {files.map((file) => (
        <Button key={file} size="sm" asChild>
          <a
            href={`/api/v1/meetings/${meetingId}/minutes.${file}${file === 'json' ? '' : `?locale=${locale}`}`}
            download={file === 'json' ? 'minutes.json' : true}
          >
            <Download aria-hidden className="size-4" />
            {t(file)}
          </a>
        </Button>
      ))}
    </div>
  );
}

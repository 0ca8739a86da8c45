import { CloudAlert, History } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { BoardConnection } from '#components/sync/board-connection.ts';
import type { ConnectionState } from '#components/sync/connection-state.ts';
import { isAboutDocument } from '#components/sync/rescue.ts';
import { Button } from '#components/ui/button.tsx';
import { DownloadButton } from './download-button.tsx';

interface Props {
  readonly state: ConnectionState;
  readonly connection: Pick<BoardConnection, 'recover' | 'dropSetAside'>;
}

/** Changes that the server did not take as they were: what became of them, and the file with them. */
export function SetAsideNotice({ state: { link, setAside }, connection }: Props) {
  const t = useTranslations('board.setAside');
  const [saved, setSaved] = useState(false);
  // A refusal has a banner of its own, with the same file.
  if (!setAside || link.is === 'refused') return null;
  const { changes, reason } = setAside;
  const kind = isAboutDocument(reason) ? 'written' : 'refused';
  const Icon = kind === 'written' ? History : CloudAlert;
  return (
    <section
      aria-label={t('region')}
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-do-pale px-4 py-2 text-do-ink"
    >
      <Icon aria-hidden className="size-5 shrink-0" />
      <p className="min-w-0 grow basis-64">
        <strong className="font-semibold">{t(`${kind}.title`, { changes })}</strong>{' '}
        {t(`${kind}.text`)}
      </p>
      <div className="flex flex-wrap gap-2">
        <DownloadButton connection={connection} onSaved={() => setSaved(true)}>
          {t('download')}
        </DownloadButton>
        {/* What is nowhere else is let go only by somebody who has it in a file. */}
        {(saved || kind === 'written') && (
          <Button variant="quiet" onClick={() => void connection.dropSetAside()}>
            {t('drop')}
          </Button>
        )}
      </div>
    </section>
  );
}

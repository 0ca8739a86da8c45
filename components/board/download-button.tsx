import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { BoardConnection } from '#components/sync/board-connection.ts';
import { Button } from '#components/ui/button.tsx';
import { saveFile } from './save-file.ts';

interface Props {
  readonly connection: Pick<BoardConnection, 'recover'>;
  readonly children: ReactNode;
  readonly onSaved?: () => void;
}

/** Saves everything of this person that the server does not have as one file. [SYNC-44] */
export function DownloadButton({ connection, children, onSaved }: Props) {
  const t = useTranslations('board.setAside');
  const save = (): void => {
    const file = connection.recover();
    const moment = file.madeAt.slice(0, 16).replace(':', '');
    const name = `${t('file')} ${file.board.title || file.boardId} ${moment}.json`;
    saveFile(
      name.replaceAll(/[/\\:*?"<>|]+/g, '-'),
      JSON.stringify(file, null, 2),
      'application/json',
    );
    onSaved?.();
  };
  return (
    <Button icon={<Download aria-hidden className="size-4 shrink-0" />} onClick={save}>
      {children}
    </Button>
  );
}

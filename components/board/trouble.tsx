import { CloudAlert } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ErrorCode } from '#board/errors.ts';
import type { BoardConnection } from '#components/sync/board-connection.ts';
import type { ConnectionState } from '#components/sync/connection-state.ts';
import { Button } from '#components/ui/button.tsx';
import { DownloadButton } from './download-button.tsx';
import { toldReason, WayOut } from './way-out.tsx';

interface Props {
  boardId: string;
  /** Why the server turned us away, if it did. */
  cause: ErrorCode | undefined;
  /** Tries again with the document as it is in this tab. */
  onResume: () => void;
  /** Starts again from the server's document. */
  onReopen: () => void;
}

interface BannerProps extends Props {
  state: ConnectionState;
  connection: Pick<BoardConnection, 'recover'>;
}

/** Across the top of the board when nothing is saved: what happened, what is safe, what to do. */
export function TroubleBanner({ state, connection, cause, ...doors }: BannerProps) {
  const t = useTranslations('board.trouble');
  const { saving } = state;
  const why = cause ?? (isLookedAtOnly(state) ? 'read-only' : undefined);
  if (!why) return null;
  const reason = toldReason(why);
  const { changes, kept } = saving.is === 'not-saving' ? saving : { changes: 0, kept: true };
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-danger bg-danger-pale px-4 py-2 text-danger"
    >
      <CloudAlert aria-hidden className="size-5 shrink-0" />
      <p className="min-w-0 grow basis-64">
        <strong className="font-semibold">{t(`${reason}.title`)}</strong> {t(`${reason}.text`)}{' '}
        {t(kept ? 'kept' : 'inTab', { changes })}
      </p>
      <div className="flex flex-wrap gap-2">
        {changes > 0 && <DownloadButton connection={connection}>{t('download')}</DownloadButton>}
        {cause && <WayOut {...doors} reason={reason} />}
      </div>
    </div>
  );
}

/** Connected, and holding what was written before the right to write was taken away. */
function isLookedAtOnly({ link, saving }: ConnectionState): boolean {
  return link.is === 'live' && saving.is === 'not-saving' && saving.reason === 'read-only';
}

/** In place of a board that never opened. */
export function TroubleScreen({ cause, ...doors }: Props) {
  const t = useTranslations('board.trouble');
  if (!cause) return null;
  const reason = toldReason(cause);
  return (
    <div role="alert" className="mx-auto flex max-w-md flex-col items-start gap-4 px-6 py-24">
      <CloudAlert aria-hidden className="size-8 text-danger" />
      <h1 className="text-28 font-semibold">{t(`${reason}.title`)}</h1>
      <p className="text-16 text-soft">{t(`${reason}.text`)}</p>
      <div className="flex flex-wrap gap-2">
        <WayOut {...doors} reason={reason} />
        <Button asChild>
          <Link href="/">{t('home')}</Link>
        </Button>
      </div>
    </div>
  );
}

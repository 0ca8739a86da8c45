import { CloudAlert, LogIn, RotateCcw } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { ErrorCode } from '#board/errors.ts';
import type { ConnectionState } from '#components/sync/connection-state.ts';
import { Button } from '#components/ui/button.tsx';

interface Props {
  boardId: string;
  state: ConnectionState;
  /** Tries again with the document as it is in this tab. */
  onResume: () => void;
  /** Starts again from the server's document. */
  onReopen: () => void;
}

const told = ['sign-in', 'no-right', 'not-found', 'epoch-changed', 'too-large', 'damaged'] as const;
type Told = (typeof told)[number];

/** Across the top of the board when the server turned us away: what happened, what is safe, what to do. */
export function TroubleBanner(props: Props) {
  const t = useTranslations('board.trouble');
  const { link, saving } = props.state;
  if (link.is !== 'refused') return null;
  const reason = toldReason(link.reason);
  const changes = saving.is === 'not-saving' ? saving.changes : 0;
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-danger bg-danger-pale px-4 py-2 text-danger"
    >
      <CloudAlert aria-hidden className="size-5 shrink-0" />
      <p className="min-w-0 grow basis-64">
        <strong className="font-semibold">{t(`${reason}.title`)}</strong> {t(`${reason}.text`)}{' '}
        {t('kept', { changes })}
      </p>
      <WayOut {...props} reason={reason} />
    </div>
  );
}

/** In place of a board that never opened. */
export function TroubleScreen(props: Props) {
  const t = useTranslations('board.trouble');
  const { link } = props.state;
  if (link.is !== 'refused') return null;
  const reason = toldReason(link.reason);
  return (
    <div role="alert" className="mx-auto flex max-w-md flex-col items-start gap-4 px-6 py-24">
      <CloudAlert aria-hidden className="size-8 text-danger" />
      <h1 className="text-28 font-semibold">{t(`${reason}.title`)}</h1>
      <p className="text-16 text-soft">{t(`${reason}.text`)}</p>
      <div className="flex flex-wrap gap-2">
        <WayOut {...props} reason={reason} />
        <Button asChild>
          <Link href="/">{t('home')}</Link>
        </Button>
      </div>
    </div>
  );
}

function WayOut({ boardId, reason, onResume, onReopen }: Props & { reason: Told }): ReactNode {
  const t = useTranslations('board.trouble');
  const again = <RotateCcw aria-hidden className="size-4" />;
  switch (reason) {
    case 'sign-in':
      return (
        <div className="flex flex-wrap gap-2">
          <Button asChild>
            {/* Another tab: this one holds what is not saved yet. */}
            <a
              href={`/sign-in?next=${encodeURIComponent(`/boards/${boardId}`)}`}
              target="_blank"
              rel="noopener"
            >
              <LogIn aria-hidden className="size-4" />
              {t('signIn')}
            </a>
          </Button>
          <Button icon={again} onClick={onResume}>
            {t('resume')}
          </Button>
        </div>
      );
    case 'epoch-changed':
    case 'damaged':
      return (
        <Button icon={again} onClick={onReopen}>
          {t('reopen')}
        </Button>
      );
    case 'no-right':
    case 'not-found':
    case 'too-large':
      return (
        <Button icon={again} onClick={onResume}>
          {t('again')}
        </Button>
      );
  }
}

function toldReason(reason: ErrorCode): Told {
  return told.find((known) => known === reason) ?? 'no-right';
}

import clsx from 'clsx';
import { CloudAlert, CloudCheck, CloudOff, CloudUpload } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ConnectionState } from '#components/sync/connection-state.ts';
import { Tooltip } from '#components/ui/tooltip.tsx';
import { usePageTransport } from './page-transport.ts';

type Sign = 'connecting' | 'saved' | 'saving' | 'offline' | 'notSaving';

const looks: Record<Sign, { Icon: LucideIcon; color: string }> = {
  connecting: { Icon: CloudUpload, color: 'text-soft' },
  saved: { Icon: CloudCheck, color: 'text-soft' },
  saving: { Icon: CloudUpload, color: 'text-soft' },
  offline: { Icon: CloudOff, color: 'text-do-ink bg-do-pale' },
  notSaving: { Icon: CloudAlert, color: 'text-danger bg-danger-pale' },
};

/** Whether what was made here is safe, as the connection knows it; never more than that. */
export function SaveMark({ state }: { state: ConnectionState }) {
  const t = useTranslations('board.save');
  const { sign, changes } = signOf(state);
  const { Icon, color } = looks[sign];
  const trouble = sign === 'offline' || sign === 'notSaving';
  const overHttp = usePageTransport() === 'http' && state.link.is === 'live';
  return (
    <Tooltip text={<About text={t(`about.${sign}`, { changes })} overHttp={overHttp} />}>
      <button
        type="button"
        data-save={sign}
        data-transport={overHttp ? 'http' : undefined}
        className={clsx(
          'inline-flex min-h-8 cursor-default items-center gap-1.5 rounded-chip px-2 text-12 font-medium whitespace-nowrap pointer-coarse:min-h-11',
          color,
        )}
      >
        <Icon aria-hidden className="size-4 shrink-0" />
        <span role="status" className={clsx(!trouble && 'max-lg:sr-only')}>
          {t(sign, { changes })}
        </span>
      </button>
    </Tooltip>
  );
}

/** What the mark means; and how we are connected, when that is not the usual way. */
function About({ text, overHttp }: { text: string; overHttp: boolean }) {
  const t = useTranslations('board.save');
  return (
    <>
      {text}
      {overHttp && <span className="mt-1 block opacity-80">{t('overHttp')}</span>}
    </>
  );
}

function signOf({ link, saving }: ConnectionState): { sign: Sign; changes: number } {
  if (link.is === 'connecting') return { sign: 'connecting', changes: 0 };
  switch (saving.is) {
    case 'saved':
    case 'saving':
      return { sign: saving.is, changes: 0 };
    case 'offline':
      return { sign: 'offline', changes: saving.changes };
    case 'not-saving':
      return { sign: 'notSaving', changes: saving.changes };
  }
}

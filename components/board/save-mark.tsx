import clsx from 'clsx';
import { CloudAlert, CloudCheck, CloudOff, CloudUpload } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ConnectionState } from '#components/sync/connection-state.ts';
import { Tooltip } from '#components/ui/tooltip.tsx';
import { usePageTransport } from './page-transport.ts';

type Sign = 'connecting' | 'saved' | 'saving' | 'offline' | 'notSaving';
type Words = Sign | 'offlineTab' | 'notSavingTab';

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
  const { sign, words, label, short, changes } = signOf(state);
  const { Icon, color } = looks[sign];
  const trouble = sign === 'offline' || sign === 'notSaving';
  const overHttp = usePageTransport() === 'http' && state.link.is === 'live';
  return (
    <Tooltip text={<About text={t(`about.${words}`, { changes })} overHttp={overHttp} />}>
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
        <span
          role="status"
          className={clsx(!trouble && 'max-lg:sr-only', short && 'max-sm:sr-only')}
        >
          {t(label, { changes })}
        </span>
        {short && (
          // Drawn, not written: the words themselves are there for whoever listens.
          <span
            aria-hidden
            data-short={t(short, { changes })}
            className="before:content-[attr(data-short)] sm:hidden"
          />
        )}
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

interface Shown {
  readonly sign: Sign;
  /** What is said of it; `…Tab` when this tab alone holds the changes. */
  readonly words: Words;
  readonly label: Exclude<Words, 'notSavingTab'>;
  /** The label where there is no room, on a phone. */
  readonly short?: 'offlineShort' | 'offlineTabShort';
  readonly changes: number;
}

function signOf({ link, saving }: ConnectionState): Shown {
  if (link.is === 'connecting') return plain('connecting');
  switch (saving.is) {
    case 'saved':
    case 'saving':
      return plain(saving.is);
    case 'offline': {
      const words = saving.kept ? 'offline' : 'offlineTab';
      const short = saving.kept ? 'offlineShort' : 'offlineTabShort';
      return { sign: 'offline', words, label: words, short, changes: saving.changes };
    }
    case 'not-saving': {
      const words = saving.kept ? 'notSaving' : 'notSavingTab';
      return { sign: 'notSaving', words, label: 'notSaving', changes: saving.changes };
    }
  }
}

function plain(sign: Sign): Shown {
  return { sign, words: sign, label: sign, changes: 0 };
}

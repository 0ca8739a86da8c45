import clsx from 'clsx';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { IconButton } from '#components/ui/icon-button.tsx';

interface Props {
  id: string;
  title: string;
  /** Stays in view while the rest scrolls. */
  head?: ReactNode;
  /** For what is worked in rather than looked at. */
  roomy?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** The one panel beside the canvas; on a phone it comes below. */
export function SidePanel({ id, title, head, roomy = false, onClose, children }: Props) {
  const t = useTranslations('board.panel');
  return (
    <aside
      id={id}
      aria-label={title}
      className={clsx(
        'flex w-full shrink-0 flex-col border-line bg-page max-sm:border-t sm:border-l',
        roomy ? 'max-sm:max-h-[80%] sm:w-96' : 'max-sm:max-h-[55%] sm:w-80',
      )}
    >
      <header className="flex items-center justify-between px-4 py-2">
        <h2 className="text-16 font-semibold">{title}</h2>
        <IconButton
          size="sm"
          label={t('close')}
          icon={<X aria-hidden className="size-4" />}
          onClick={onClose}
        />
      </header>
      {head && <div className="px-4 pb-3">{head}</div>}
      <div className="min-h-0 grow overflow-y-auto px-4 pb-4">{children}</div>
    </aside>
  );
}

import { Camera, Eye, Frame, House, ListChecks, ListTree, Search, UserPlus } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { ConnectionState } from '#components/sync/connection-state.ts';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { SaveMark } from './save-mark.tsx';
import type { BoardLook } from './first-board-look.ts';
import type { useSidePanel } from './use-side-panel.ts';

interface Props {
  title: ReactNode;
  tabs: ReactNode;
  menu: ReactNode;
  /** Somebody who only looks is told so. */
  mayWrite: boolean;
  state: ConnectionState;
  people: ReactNode;
  meeting: ReactNode;
  look: BoardLook;
  onLook: (look: BoardLook) => void;
  panel: Pick<ReturnType<typeof useSidePanel>, 'open' | 'toggle'>;
  /** Actions that wait to be confirmed. */
  undecided: number;
  /** Left out for those who may not. */
  onInvite: (() => void) | undefined;
  onSnapshot: (() => void) | undefined;
}

/** The one bar of the board screen; on a phone the canvases come on a line of their own. */
export function BoardBar(props: Props) {
  const { title, tabs, menu, mayWrite, state, people, look, onLook, panel, undecided } = props;
  const { onInvite, onSnapshot, meeting } = props;
  const t = useTranslations('board');
  const access = useTranslations('words.access');
  return (
    <header className="relative z-(--z-bar) flex flex-wrap items-center gap-x-3 border-b border-line bg-surface px-2 py-1 sm:h-12 sm:flex-nowrap">
      <div className="flex min-w-0 items-center gap-1 max-sm:grow max-sm:basis-0 sm:max-w-80">
        <Link
          href="/"
          prefetch={false}
          aria-label={t('home')}
          className="flex size-8 shrink-0 items-center justify-center rounded-card text-soft hover:bg-hover hover:text-ink pointer-coarse:size-11"
        >
          <House aria-hidden className="size-5" />
        </Link>
        {title}
        {!mayWrite && (
          <Badge icon={<Eye aria-hidden />}>
            <span className="max-md:sr-only">{access('view')}</span>
          </Badge>
        )}
      </div>
      <div className="max-sm:order-last max-sm:w-full max-sm:pb-1 sm:mr-auto">{tabs}</div>
      <div className="flex items-center gap-1 sm:gap-2">
        <SaveMark state={state} />
        {people}
        {meeting}
        {onInvite && (
          <Button
            size="sm"
            variant="primary"
            className="whitespace-nowrap max-md:hidden"
            icon={<UserPlus aria-hidden className="size-4" />}
            onClick={onInvite}
          >
            {t('invite')}
          </Button>
        )}
        {onSnapshot && (
          <IconButton
            size="sm"
            label={t('snapshot.take')}
            className="max-xl:hidden"
            icon={<Camera aria-hidden className="size-5" />}
            onClick={onSnapshot}
          />
        )}
        <LookButton look={look} onLook={onLook} />
        <IconButton
          size="sm"
          label={t('outline.open')}
          shortcut="Ctrl+F"
          aria-expanded={panel.open === 'outline'}
          aria-controls="outline-panel"
          className="aria-expanded:bg-accent-pale aria-expanded:text-accent max-sm:hidden"
          icon={<Search aria-hidden className="size-5" />}
          onClick={() => panel.toggle('outline')}
        />
        <ActionsButton
          open={panel.open === 'actions'}
          count={undecided}
          onToggle={() => panel.toggle('actions')}
        />
        {menu}
      </div>
    </header>
  );
}

function LookButton({ look, onLook }: Pick<Props, 'look' | 'onLook'>) {
  const t = useTranslations('board.view');
  const other = look === 'list' ? 'canvas' : 'list';
  const Icon = other === 'list' ? ListTree : Frame;
  return (
    <IconButton
      size="sm"
      label={t(other)}
      icon={<Icon aria-hidden className="size-5" />}
      onClick={() => onLook(other)}
    />
  );
}

interface ActionsButtonProps {
  open: boolean;
  count: number;
  onToggle: () => void;
}

function ActionsButton({ open, count, onToggle }: ActionsButtonProps) {
  const t = useTranslations('board');
  return (
    <Button
      size="sm"
      variant="quiet"
      aria-expanded={open}
      aria-controls="actions-panel"
      className="aria-expanded:bg-accent-pale aria-expanded:text-accent max-sm:px-2"
      icon={<ListChecks aria-hidden className="size-5" />}
      onClick={onToggle}
    >
      <span className="max-xl:sr-only">{t('panel.title')}</span>
      {count > 0 && (
        <span className="text-12 tabular-nums">
          {count} <span className="sr-only">{t('panel.undecided')}</span>
        </span>
      )}
    </Button>
  );
}

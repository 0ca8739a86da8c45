'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Subject } from '#board/access.ts';
import type { BoardView } from '#board/api/boards.ts';
import type { Locale } from '#board/api/people.ts';
import type { Person } from '#components/canvas/canvas-world.tsx';
import type { ConnectionState } from '#components/sync/connection-state.ts';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { useToast } from '#components/ui/toast.tsx';
import { endEarlyLook } from './early-look-place.ts';
import { OpenedBoard } from './opened-board.tsx';
import { TroubleScreen } from './trouble.tsx';
import type { OpenBoard } from './open-board.ts';
import { useComeBack } from './use-come-back.ts';
import { useCause } from './use-cause.ts';
import { useConnectionState, useHasOpened, useOpenBoard } from './use-open-board.ts';
import type { Turn } from './use-open-board.ts';

export interface BoardScreenProps {
  readonly board: BoardView;
  readonly person: Person;
  /** What this person is to the board. */
  readonly subjects: readonly Subject[];
  readonly locale: Locale;
  /** The day as the person has it, `yyyy-mm-dd`. */
  readonly today: string;
  readonly licenseKey?: string;
}

/** The board as people use it in a meeting. Owns the document and its connection. */
export function BoardScreen(props: BoardScreenProps) {
  const [turn, setTurn] = useState<Turn>({ number: 0 });
  const open = useOpenBoard(props.board.id, turn);
  const reopen = () => {
    setTurn(({ number }) => ({ number: number + 1, rescue: open?.connection.rescue() }));
  };
  if (!open) return <Opening />;
  return <Opened key={turn.number} {...props} open={open} onReopen={reopen} />;
}

export interface OpenedProps extends BoardScreenProps {
  readonly open: OpenBoard;
  readonly onReopen: () => void;
}

function Opened(props: OpenedProps) {
  const { open, board, onReopen } = props;
  const state = useConnectionState(open);
  const opened = useHasOpened(state);
  useReopening(state, onReopen);
  const resume = () => open.connection.resume();
  const cause = useCause(state);
  useComeBack(cause, props.person.id, resume);
  const isShown = opened || cause !== undefined;
  useEffect(() => {
    if (isShown) endEarlyLook();
  }, [isShown]);
  if (opened) return <OpenedBoard {...props} state={state} cause={cause} />;
  if (!cause) return <Opening />;
  return <TroubleScreen boardId={board.id} cause={cause} onResume={resume} onReopen={onReopen} />;
}

/** A board that was renewed is shown at once; what was not saved is written into it again. */
function useReopening({ link }: ConnectionState, onReopen: () => void): void {
  const t = useTranslations('board.trouble.epoch-changed');
  const say = useToast();
  const due = link.is === 'refused' && link.reason === 'epoch-changed';
  const reopen = useEffectEvent(() => {
    say({ text: t('renewed') });
    onReopen();
  });
  useEffect(() => {
    if (due) reopen();
  }, [due]);
}

function Opening() {
  const t = useTranslations('canvas');
  return (
    <div role="status" className="flex h-dvh flex-col">
      <span className="sr-only">{t('loading')}</span>
      <div className="h-12 border-b border-line bg-surface" />
      <Skeleton className="m-4 grow" />
    </div>
  );
}

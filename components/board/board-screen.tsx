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
import { OpenedBoard } from './opened-board.tsx';
import { TroubleScreen } from './trouble.tsx';
import type { OpenBoard } from './open-board.ts';
import { useConnectionState, useHasOpened, useOpenBoard } from './use-open-board.ts';

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
  // Each turn starts from an empty document, which the server fills.
  const [turn, setTurn] = useState(0);
  const open = useOpenBoard(props.board.id, turn);
  const reopen = () => setTurn((now) => now + 1);
  if (!open) return <Opening />;
  return <Opened key={turn} {...props} open={open} onReopen={reopen} />;
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
  if (opened) return <OpenedBoard {...props} state={state} />;
  if (state.link.is !== 'refused') return <Opening />;
  const resume = () => open.connection.resume();
  return <TroubleScreen boardId={board.id} state={state} onResume={resume} onReopen={onReopen} />;
}

/** A board that was put back is shown at once to everybody who has nothing unsaved to lose by it. */
function useReopening({ link, saving }: ConnectionState, onReopen: () => void): void {
  const t = useTranslations('board.trouble.epoch-changed');
  const say = useToast();
  const due =
    link.is === 'refused' &&
    link.reason === 'epoch-changed' &&
    saving.is === 'not-saving' &&
    saving.changes === 0;
  const reopen = useEffectEvent(() => {
    say({ text: t('title') });
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

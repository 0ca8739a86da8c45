import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { useEditor } from 'tldraw';
import { changeCycle, MAX_CYCLE_TEXT } from '#board/cycles.ts';
import type { Cycle, CycleText } from '#board/cycles.ts';
import { useWorld } from './canvas-world.tsx';
import { useSharedText } from './use-shared-text.ts';

interface Props {
  cycle: Cycle;
  name: CycleText;
  editing: boolean;
  /** The caret comes here when the card is opened for writing. */
  first: boolean;
}

/** One of the texts of a cycle, under its question. */
export function CycleField({ cycle, name, editing, first }: Props) {
  const t = useTranslations('card.cycle');
  return (
    <div className="flex min-h-0 flex-col">
      <span className="text-12 font-semibold text-soft">{t(name)}</span>
      {editing ? (
        <Writing cycle={cycle} name={name} first={first} />
      ) : (
        <p
          dir="auto"
          title={cycle[name]}
          className="min-h-0 grow overflow-hidden wrap-anywhere whitespace-pre-wrap"
        >
          {cycle[name] || <span className="text-faint">{t(`hint.${name}`)}</span>}
        </p>
      )}
    </div>
  );
}

function Writing({ cycle, name, first }: Omit<Props, 'editing'>) {
  const t = useTranslations('card.cycle');
  const editor = useEditor();
  const { board } = useWorld().live;
  const field = useSharedText({
    text: cycle[name],
    onWrite: (next, base) => {
      board.doc.transact(() => changeCycle(board, cycle.id, name, next, base));
    },
  });
  const { ref } = field;
  useEffect(() => {
    if (first) ref.current?.focus({ preventScroll: true });
  }, [first, ref]);
  return (
    <textarea
      {...field}
      aria-label={t(name)}
      placeholder={t(`hint.${name}`)}
      maxLength={MAX_CYCLE_TEXT}
      dir="auto"
      className="pointer-events-auto min-h-0 grow resize-none rounded-chip bg-sunken p-1 wrap-anywhere"
      style={{ userSelect: 'text' }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        editor.complete();
      }}
      onPointerDown={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onTouchEnd={(event) => event.stopPropagation()}
    />
  );
}

import { ListChecks } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { changeNote, noteToAction } from '#board/card-edits.ts';
import { MAX_TEXT } from '#board/cards.ts';
import type { OutlineItem } from '#board/outline.ts';
import { useWorld } from '#components/canvas/canvas-world.tsx';
import { ReviewMarks } from '#components/canvas/review-marks.tsx';
import { MenuItem } from '#components/ui/menu.tsx';
import { ListField } from './list-field.tsx';
import { useListTools } from './list-tools.tsx';
import { newId } from '#components/new-id.ts';
import { RowMenu } from './row-menu.tsx';
import { VoteButton } from './vote-button.tsx';

interface Props {
  note: Extract<OutlineItem, { is: 'note' }>;
  zoneId: string | undefined;
}

/** A note in the list: its words, its votes, and what can be done with it. */
export function NoteRow({ note: { id, text, color, byName }, zoneId }: Props) {
  const t = useTranslations('list');
  const card = useTranslations('card.note');
  const { writable } = useWorld();
  const { author, change, unknown } = useListTools();

  function makeAction(): void {
    const { by, at } = author();
    const said = { id: newId(), owner: null, due: null, effect: {}, by, at };
    const cardId = `shape:${newId()}`;
    change((board) => noteToAction(board, id, { ...said, rung: 'proposal' }, cardId));
  }

  return (
    <div
      className="flex items-start gap-1 rounded-card p-1 text-note-ink"
      style={{ background: `var(--note-${color})` }}
    >
      <div className="min-w-0 grow">
        <ListField
          label={card('label')}
          placeholder={card('placeholder')}
          text={text}
          maxLength={MAX_TEXT}
          readOnly={!writable}
          onWrite={(next, base) => change((board) => changeNote(board, id, next, base), false)}
        />
        {byName && <p className="px-1.5 pb-1 text-12 text-note-soft">{byName}</p>}
        <ReviewMarks row of={id} />
        {unknown.has(id) && <p className="px-1.5 pb-1 text-12 text-do-ink">{card('unknown')}</p>}
      </div>
      <VoteButton subject={id} />
      <RowMenu recordId={id} zoneId={zoneId} about={text} thingId={id}>
        {writable && (
          <MenuItem icon={<ListChecks aria-hidden className="size-4" />} onSelect={makeAction}>
            {t('toAction')}
          </MenuItem>
        )}
      </RowMenu>
    </div>
  );
}

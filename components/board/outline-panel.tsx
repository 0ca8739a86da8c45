import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { OutlineCanvas } from '#board/outline.ts';
import { useBoardTools } from './board-tools.tsx';
import { useOutline } from '#components/list/use-outline.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { FoundItems } from './found-items.tsx';
import { findIn, useItemWords } from '#components/list/item-words.ts';
import { SidePanel } from './side-panel.tsx';

interface Props {
  onShow: (recordId: string) => void;
  onClose: () => void;
  /** Grows each time somebody asks to search, which brings the caret here. */
  asked: number;
}

/** What is on the board, as headings to jump to; typing finds words in it. */
export function OutlinePanel({ onShow, onClose, asked }: Props) {
  const t = useTranslations('board.outline');
  const { live } = useBoardTools();
  const outline = useOutline(live);
  const wordsOf = useItemWords(live);
  const [sought, setSought] = useState('');
  const found = findIn(outline, wordsOf, sought);
  const count = found.flatMap(({ groups }) => groups).flatMap(({ items }) => items).length;
  return (
    <SidePanel
      id="outline-panel"
      title={t('title')}
      onClose={onClose}
      head={
        <>
          <SearchField asked={asked} value={sought} onChange={setSought} />
          <p role="status" className="sr-only">
            {sought.trim() !== '' && t('found', { count })}
          </p>
        </>
      }
    >
      {count === 0 ? (
        <EmptyState>{sought.trim() === '' ? t('empty') : t('notFound')}</EmptyState>
      ) : (
        found.map((part) => (
          <Part key={part.canvas} part={part} wordsOf={wordsOf} onShow={onShow} />
        ))
      )}
    </SidePanel>
  );
}

interface FieldProps {
  asked: number;
  value: string;
  onChange: (value: string) => void;
}

function SearchField({ asked, value, onChange }: FieldProps) {
  const t = useTranslations('board.outline');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [asked]);
  return (
    <label className="relative block">
      <span className="sr-only">{t('search')}</span>
      <Search aria-hidden className="absolute top-3 left-3 size-4 text-faint" />
      <TextInput
        ref={field}
        type="search"
        value={value}
        placeholder={t('search')}
        className="pl-9"
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onChange('')}
      />
    </label>
  );
}

interface PartProps {
  part: OutlineCanvas;
  wordsOf: ReturnType<typeof useItemWords>;
  onShow: (recordId: string) => void;
}

function Part({ part, ...rest }: PartProps) {
  const word = useTranslations('words.canvas');
  return (
    <section aria-label={word(part.canvas)} className="mb-5">
      <h3 className="mb-1 text-14 font-semibold">{word(part.canvas)}</h3>
      {part.groups.map((group) => (
        <FoundItems key={group.head?.id ?? ''} group={group} {...rest} />
      ))}
    </section>
  );
}

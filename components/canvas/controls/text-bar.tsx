import { Bold, Highlighter, Italic, Link, List } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Box, stopEventPropagation, useEditor, useValue } from 'tldraw';
import type { TiptapEditor } from 'tldraw';
import { IconButton } from '#components/ui/icon-button.tsx';
import { LinkField } from './link-field.tsx';

const ABOVE = 52; // px from the words' top to the bar's

interface Look {
  readonly id: 'bold' | 'italic' | 'highlight' | 'bulletList';
  readonly icon: LucideIcon;
  readonly toggle: (words: TiptapEditor) => void;
}

const mark = (id: Look['id'], icon: LucideIcon): Look => ({
  ...{ id, icon },
  toggle: (words) => words.chain().focus().toggleMark(id).run(),
});

const looks: readonly Look[] = [
  mark('bold', Bold),
  mark('italic', Italic),
  mark('highlight', Highlighter),
  {
    id: 'bulletList',
    icon: List,
    toggle: (words) => words.chain().focus().toggleList('bulletList', 'listItem').run(),
  },
];

/** How the words marked in a text look; above them while they are marked. */
export function TextBar() {
  const editor = useEditor();
  const words = useValue('text in hand', () => editor.getRichTextEditor(), [editor]);
  const coarse = useValue('touch', () => editor.getInstanceState().isCoarsePointer, [editor]);
  if (!words || coarse) return null;
  return <Bar words={words} />;
}

function Bar({ words }: { words: TiptapEditor }) {
  const t = useTranslations('canvas.text');
  const editor = useEditor();
  const [linking, setLinking] = useState(false);
  const place = usePlace(words, linking);
  const look = useTextLook(words);
  if (!place) return null;
  const screen = editor.getViewportScreenBounds();
  return (
    <div
      role="toolbar"
      aria-label={t('label')}
      className="pointer-events-auto absolute flex -translate-x-1/2 items-center gap-0.5 rounded-card border border-line bg-surface p-1 font-sans shadow-float"
      style={{
        left: place.center.x - screen.x,
        top: Math.max(place.y - screen.y - ABOVE, 8),
      }}
      onPointerDown={stopEventPropagation}
    >
      {linking ? (
        <LinkField words={words} onDone={() => setLinking(false)} />
      ) : (
        <>
          {looks.map(({ id, icon: Icon, toggle }) => (
            <IconButton
              key={id}
              size="sm"
              side="top"
              label={t(id)}
              pressed={look.includes(id)}
              icon={<Icon aria-hidden className="size-4" />}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => toggle(words)}
            />
          ))}
          <IconButton
            size="sm"
            side="top"
            label={t('link')}
            pressed={look.includes('link')}
            icon={<Link aria-hidden className="size-4" />}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => setLinking(true)}
          />
        </>
      )}
    </div>
  );
}

/** The names of the looks that the marked words have. */
function useTextLook(words: TiptapEditor): readonly string[] {
  const [look, setLook] = useState<readonly string[]>([]);
  useEffect(() => {
    const read = (): void => {
      setLook([...looks.map(({ id }) => id), 'link'].filter((name) => words.isActive(name)));
    };
    read();
    words.on('transaction', read);
    return () => void words.off('transaction', read);
  }, [words]);
  return look;
}

/** Where the marked words are on the screen; undefined while none are. Held while a link is typed. */
function usePlace(words: TiptapEditor, held: boolean): Box | undefined {
  const [place, setPlace] = useState<Box>();
  useEffect(() => {
    if (held) return;
    const read = (): void => setPlace(markedBox());
    read();
    words.on('selectionUpdate', read);
    return () => void words.off('selectionUpdate', read);
  }, [words, held]);
  return place;
}

function markedBox(): Box | undefined {
  const selection = window.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return undefined;
  const { x, y, width, height } = selection.getRangeAt(0).getBoundingClientRect();
  return new Box(x, y, width, height);
}

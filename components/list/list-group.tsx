import { useTranslations } from 'next-intl';
import type { Canvas } from '#board/canvases.ts';
import type { OutlineGroup, OutlineHead, OutlineItem } from '#board/outline.ts';
import { zoneHue } from '#board/zone-hue.ts';
import { useWorld } from '#components/canvas/canvas-world.tsx';
import { ActionRow } from './action-row.tsx';
import { AddNoteLine } from './add-note-line.tsx';
import { CycleRow } from './cycle-row.tsx';
import { MeasureRow } from './measure-row.tsx';
import { NoteRow } from './note-row.tsx';
import { RowLinks, rowId } from './row-links.tsx';
import { TopicRow } from './topic-row.tsx';
import { useHeadName } from './use-head-name.ts';
import { WordsRow } from './words-row.tsx';

/** A field of a canvas, or a group of cards, with what lies in it. */
export function ListGroup({ canvas, group }: { canvas: Canvas; group: OutlineGroup }) {
  const { head, items } = group;
  const nameOf = useHeadName();
  const { writable } = useWorld();
  const name = nameOf(head);
  return (
    <section aria-label={name} className="mb-6">
      <Heading group={group} name={name} />
      {items.length > 0 && (
        <ul className="flex flex-col gap-2">
          {items.map((item) => (
            <li
              key={item.id}
              id={rowId(item.id)}
              tabIndex={-1}
              className="scroll-my-16 rounded-card focus:outline-2 focus:outline-accent"
            >
              <Row item={item} head={head} />
              <RowLinks recordId={item.id} />
            </li>
          ))}
        </ul>
      )}
      {writable && head?.is === 'zone' && (
        <AddNoteLine canvas={canvas} zoneId={head.id} into={name} />
      )}
    </section>
  );
}

function Heading({ group: { head, items }, name }: { group: OutlineGroup; name: string }) {
  const hint = useTranslations('canvas.zoneHint');
  const hue = head?.is === 'zone' ? zoneHue[head.kind] : 'neutral';
  return (
    <div className="mb-2">
      <h3 className="flex items-center gap-2 text-16 font-semibold">
        {hue !== 'neutral' && (
          <span
            aria-hidden
            className="size-3 rounded-chip"
            style={{ background: `var(--${hue})` }}
          />
        )}
        {name}
      </h3>
      {items.length === 0 && head?.is === 'zone' && (
        <p className="text-14 text-faint">{hint(head.kind)}</p>
      )}
    </div>
  );
}

function Row({ item, head }: { item: OutlineItem; head: OutlineHead }) {
  const zoneId = head?.is === 'zone' ? head.id : undefined;
  switch (item.is) {
    case 'note':
      return <NoteRow note={item} zoneId={zoneId} />;
    case 'action':
      return <ActionRow recordId={item.id} actionId={item.actionId} zoneId={zoneId} />;
    case 'topic':
      return <TopicRow recordId={item.id} itemId={item.itemId} zoneId={zoneId} />;
    case 'measure':
      return <MeasureRow measureId={item.measureId} />;
    case 'cycle':
      return <CycleRow recordId={item.id} cycleId={item.cycleId} over={head?.is === 'frame'} />;
    case 'words':
      return <WordsRow words={item} />;
  }
}

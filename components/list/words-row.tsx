import type { OutlineItem } from '#board/outline.ts';
import { RowMenu } from './row-menu.tsx';

/** Words that were drawn on the canvas, and are changed there. */
export function WordsRow({
  words: { id, text },
}: {
  words: Extract<OutlineItem, { is: 'words' }>;
}) {
  return (
    <div className="flex items-start gap-1 p-1">
      <p dir="auto" className="min-w-0 grow px-1.5 py-1 wrap-anywhere whitespace-pre-wrap">
        {text}
      </p>
      <RowMenu recordId={id} zoneId={undefined} about={text} thingId={id} />
    </div>
  );
}

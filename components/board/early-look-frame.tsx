import { Suspense } from 'react';
import type { FirstLook } from '#board/first-look.ts';
import type { ZoneWords } from '#components/canvas/paint-first-look.ts';
import { EARLY_LOOK } from './early-look-place.ts';

interface Props {
  boardId: string;
  words: ZoneWords;
  /** `early-look.ts`, bundled. */
  script: string;
  /** Undefined where there is nothing to show. */
  look: Promise<FirstLook | undefined>;
}

/** Under the bar of the board screen: the board to read, until the page shows it itself. [CANVAS-6] */
export function EarlyLookFrame({ boardId, words, script, look }: Props) {
  return (
    <>
      {/* The scripts fill it before React comes, which leaves alone what was set as HTML. */}
      <div
        id={EARLY_LOOK}
        aria-hidden
        suppressHydrationWarning
        data-board={boardId}
        data-words={JSON.stringify(words)}
        dangerouslySetInnerHTML={{ __html: '' }}
        className="pointer-events-none fixed inset-x-0 top-12 bottom-0 overflow-hidden bg-page empty:invisible"
      />
      <script dangerouslySetInnerHTML={{ __html: script }} />
      {/* Sent after the page when it takes longer. */}
      <Suspense fallback={null}>
        <Cards look={look} />
      </Suspense>
    </>
  );
}

async function Cards({ look }: Pick<Props, 'look'>) {
  const shown = await look;
  if (!shown) return null;
  // What people wrote must not end the script.
  const data = JSON.stringify(shown).replaceAll('<', String.raw`\u003c`);
  return <script dangerouslySetInnerHTML={{ __html: `showEarlyLook(${data})` }} />;
}

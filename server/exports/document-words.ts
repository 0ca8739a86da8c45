import type { Locale } from '#board/api/people.ts';
import { boardWords } from '#board/board-words.ts';
import type { CanvasWords } from '#board/board-words.ts';
import { openDocument, penFor } from './open-document.ts';

export interface WordsJob {
  /** The whole document, V1. */
  readonly state: Uint8Array;
  readonly locale: Locale;
}

/** What a board's document says, in a reader's language; runs in the thread for pictures. */
export function documentWords({ state, locale }: WordsJob): CanvasWords[] {
  return boardWords(penFor(openDocument(state), locale));
}

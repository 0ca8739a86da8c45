import type { BoardDocument } from '#board/document.ts';
import { boardDocument } from '#board/document.ts';
import type { Locale } from '#board/api/people.ts';
import type { Pen } from '#board/picture/pen.ts';
import { replay } from '../sync/fold-document.ts';
import { words } from '../words.ts';
import { FontFiles } from '../drawing/typefaces.ts';

/** Read once for as long as the thread lives. */
export const fonts = new FontFiles();

export function openDocument(state: Uint8Array): BoardDocument {
  return boardDocument(replay({ state, rows: [] }));
}

/** Draws in a reader's language; days without the year, which charts and cards have no room for. */
export function penFor(board: BoardDocument, locale: Locale): Pen {
  const days = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    ...{ day: 'numeric', month: 'short', timeZone: 'UTC' },
  });
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  return {
    board,
    fonts,
    say: words(locale),
    day: (day) => days.format(new Date(`${day}T12:00:00Z`)),
    number: (value) => numbers.format(value),
  };
}

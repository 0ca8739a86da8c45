/** Sizes in canvas units (1 unit is 1 CSS pixel at 100 %). */
export interface NoteLayout {
  readonly height: number;
  readonly fontSize: number;
  readonly lineHeight: number;
}

export const NOTE_PADDING = 16;
export const NOTE_WIDTH = 200;

const MIN_HEIGHT = 120;
const LINE = 1.35;
// Width of a character against the font size, taken wide on purpose: a card may be a little too
// tall but never cuts its text.
const AVERAGE_CHARACTER = 0.56;
// Longest text for which each size is used; short notes are read from across the room.
const SIZES: readonly (readonly [upTo: number, fontSize: number])[] = [
  [40, 20],
  [120, 16],
];
const SMALL = 14;

/**
 * How a note of width `w` sets `text`, without measuring anything: the same answer in the browser,
 * in exports and on the server.
 */
export function noteLayout(text: string, w: number): NoteLayout {
  const fontSize = SIZES.find(([upTo]) => text.length <= upTo)?.[1] ?? SMALL;
  const lineHeight = Math.round(fontSize * LINE);
  const perLine = Math.max(1, Math.floor((w - 2 * NOTE_PADDING) / (fontSize * AVERAGE_CHARACTER)));
  const lines = text.split('\n').reduce((sum, line) => sum + wrappedLines(line, perLine), 0);
  return {
    fontSize,
    lineHeight,
    height: Math.max(MIN_HEIGHT, lines * lineHeight + 2 * NOTE_PADDING + 20),
  };
}

function wrappedLines(line: string, perLine: number): number {
  let lines = 1;
  let used = 0;
  for (const word of line.split(' ')) {
    const room = used === 0 ? word.length : used + 1 + word.length;
    if (room <= perLine) {
      used = room;
    } else {
      lines += used === 0 ? 0 : 1;
      lines += Math.max(0, Math.ceil(word.length / perLine) - 1);
      used = word.length % perLine || Math.min(word.length, perLine);
    }
  }
  return lines;
}

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
// Longest text for which each size is used; short notes are read from across the room.
const SIZES: readonly (readonly [upTo: number, fontSize: number])[] = [
  [40, 20],
  [120, 16],
];
const SMALL = 14;

/**
 * How a note of width `w` sets `text`, without measuring anything: the same answer in the browser,
 * in exports and on the server. [DOC-12]
 */
export function noteLayout(text: string, w: number): NoteLayout {
  const fontSize = SIZES.find(([upTo]) => text.length <= upTo)?.[1] ?? SMALL;
  const lineHeight = Math.round(fontSize * LINE);
  const room = (w - 2 * NOTE_PADDING) / fontSize;
  const lines = text.split('\n').reduce((sum, line) => sum + linesIn(line, room), 0);
  return {
    fontSize,
    lineHeight,
    height: Math.max(MIN_HEIGHT, lines * lineHeight + 2 * NOTE_PADDING + 20),
  };
}

/** Lines that one line of text takes when each is `room` wide, in font sizes. */
function linesIn(line: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const [, spaces = '', word = ''] of line.matchAll(/([ \t]*)([^ \t]+)/g)) {
    const before = used + widthOf(spaces);
    const width = widthOf(word);
    if (before + width <= room) {
      used = before + width;
      continue;
    }
    const cut = cutWord(word, room);
    lines += (before > 0 ? 1 : 0) + cut.lines - 1;
    used = cut.used;
  }
  return lines;
}

/** A word from the start of a line; one too long for it goes on in the next, anywhere in the word. */
function cutWord(word: string, room: number): { lines: number; used: number } {
  let lines = 1;
  let used = 0;
  for (const character of word) {
    const width = widthOf(character);
    if (used + width > room && used > 0) {
      lines += 1;
      used = 0;
    }
    used += width;
  }
  return { lines, used };
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += known.get(character) ?? widthByKind(character);
  return width;
}

// Widths against the font size, each a little more than the widest of its kind in Inter has: a card
// may be a little too tall but never cuts its text.
const classes: readonly (readonly [width: number, characters: string])[] = [
  [0.3, " !',.:;Iijl"],
  [0.4, '()/[\\]`frt|'],
  [0.48, '"-1^_{}‘’“”'],
  [0.62, '*?abcdeghknopqsuvxyz'],
  [0.65, '#$&023456789'],
  [0.78, '+<=>~ABCDEFGHJKLNOPQRSTUVXYZ–€'],
  [1.02, '%@mwMW'],
  [2.4, '\t'], // eight spaces
];
const known = new Map(
  classes.flatMap(([width, characters]) => [...characters].map((one) => [one, width] as const)),
);

function widthByKind(character: string): number {
  const plain = known.get(character.normalize('NFD').charAt(0)); // é is as wide as e
  if (plain !== undefined) return plain;
  return character.length > 1 ? 1.4 : 1.02; // an emoji; a square, as Chinese has it
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_TEXT } from '#board/cards.ts';
import { NOTE_PADDING, NOTE_WIDTH, noteLayout } from '#board/note-layout.ts';
import en from '#messages/en.json';
import nl from '#messages/nl.json';

/** Widths in thousandths of the font size of the characters from space to tilde, as Inter has them. */
const inter = [
  281, 288, 466, 633, 642, 982, 644, 300, 365, 365, 501, 662, 288, 460, 288, 360, 631, 407, 610,
  618, 646, 593, 620, 585, 619, 620, 288, 302, 662, 662, 662, 511, 966, 704, 654, 730, 722, 601,
  590, 746, 743, 269, 571, 672, 565, 903, 753, 765, 639, 765, 644, 642, 646, 744, 704, 1009, 682,
  679, 629, 365, 313, 365, 471, 456, 323, 562, 612, 571, 612, 583, 332, 613, 591, 242, 242, 549,
  242, 876, 591, 600, 612, 612, 392, 528, 327, 591, 562, 818, 546, 562, 552, 426, 333, 426, 662,
];

/** As browsers draw them: Chinese and the like fill a square, emoji a little more. */
function widthOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code > 0xffff) return 1.38;
  return code > 0x2e80 ? 1 : (inter[code - 32] ?? 0) / 1000;
}

/** Lines that a browser needs for the text: it breaks at spaces, and inside words too long for a line. */
function linesOf(text: string, room: number, fontSize: number): number {
  return text.split('\n').reduce((sum, line) => {
    let lines = 1;
    let used = 0;
    for (const [, spaces = '', word = ''] of line.matchAll(/( *)([^ ]*)/g)) {
      if (word === '') continue; // spaces at the end of a line hang over its edge
      const before = used + sizeOf(spaces, fontSize);
      const size = sizeOf(word, fontSize);
      if (before + size <= room) used = before + size;
      else {
        if (before > 0) lines += 1;
        used = 0;
        for (const character of word) {
          const next = sizeOf(character, fontSize);
          if (used + next > room && used > 0) {
            lines += 1;
            used = 0;
          }
          used += next;
        }
      }
    }
    return sum + lines;
  }, 0);
}

function sizeOf(text: string, fontSize: number): number {
  return [...text].reduce((sum, character) => sum + widthOf(character) * fontSize, 0);
}

function expectRoomFor(text: string, w: number): void {
  const { height, fontSize, lineHeight } = noteLayout(text, w);
  const needed = linesOf(text, w - 2 * NOTE_PADDING, fontSize) * lineHeight;
  expect(height - 2 * NOTE_PADDING, text).toBeGreaterThanOrEqual(needed);
}

const anyWidth = fc.integer({ min: 60, max: 800 });
const proseOf = (unit: fc.Arbitrary<string>) =>
  fc.array(fc.string({ unit, maxLength: 24 }), { maxLength: 60 }).map((words) => words.join(' '));

describe('[DOC-12] a note never cuts its text', () => {
  test.each([
    ['any printable characters', fc.string({ unit: 'grapheme-ascii', maxLength: 400 })],
    ['words', proseOf(fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'))],
    ['capitals', proseOf(fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'))],
    ['the widest letters', proseOf(fc.constantFrom(...'mwMW@%'))],
    ['lines and spaces', proseOf(fc.constantFrom('\n', ' ', 'wacht'))],
    ['Chinese', proseOf(fc.constantFrom('等', '待', '时', '间'))],
    ['emoji', proseOf(fc.constantFrom('😀', '🎯', 'a'))],
  ])('whatever it says: %s', (_name, anyText) => {
    fc.assert(fc.property(anyText, anyWidth, expectRoomFor));
  });

  test.each([
    ['a long word', 'a'.repeat(500)],
    ['a word as wide as the line', `${'m'.repeat(8)} ${'m'.repeat(8)}`],
    ['words of one letter', 'W '.repeat(200)],
    ['leading spaces', `${' '.repeat(300)}einde`],
    ['the longest text', 'wachttijd '.repeat(MAX_TEXT / 10)],
    ['a heading in capitals', 'WACHTTIJD AAN DE BALIE MOET OMLAAG: WAT DOEN WIJ MORGEN?'],
  ])('%s', (_name, text) => {
    for (const w of [40, 100, NOTE_WIDTH, 1000]) expectRoomFor(text, w);
  });
});

describe('[DOC-12] the size of a note', () => {
  test('is the same for the same text and width, and finite', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.double({ min: 40, max: 20_000 }), (text, w) => {
        const { height } = noteLayout(text, w);
        expect(noteLayout(text, w).height).toBe(height);
        expect(Number.isFinite(height)).toBe(true);
      }),
    );
  });

  test('grows with another line, and hardly ever is far too tall', () => {
    for (const { text } of [en, nl].flatMap(({ example }) => Object.values(example.notes))) {
      const { height, fontSize, lineHeight } = noteLayout(text, NOTE_WIDTH);
      const lines = linesOf(text, NOTE_WIDTH - 2 * NOTE_PADDING, fontSize);
      const needed = Math.max(120, lines * lineHeight + 2 * NOTE_PADDING + 20);
      expect(height, text).toBeLessThanOrEqual(needed + lineHeight);
      expect(noteLayout(`${text}\n\n`, NOTE_WIDTH).height).toBeGreaterThanOrEqual(height);
    }
  });

  test('short notes are read from across the room', () => {
    const sizes = ['Wachttijd', 'w'.repeat(41), 'w'.repeat(121)].map(
      (text) => noteLayout(text, NOTE_WIDTH).fontSize,
    );
    expect(sizes).toEqual([20, 16, 14]);
  });

  test('an empty note has room to write in', () => {
    expect(noteLayout('', NOTE_WIDTH).height).toBe(120);
  });
});

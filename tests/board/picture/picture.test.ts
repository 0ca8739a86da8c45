// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addAction } from '#board/actions.ts';
import type { BoardDocument } from '#board/document.ts';
import { putRecord } from '#board/edits.ts';
import { measureKey } from '#board/facts.ts';
import { addKnowledge } from '#board/knowledge.ts';
import { light } from '#board/picture/colors.ts';
import { pictureOfBoard, pictureOfCanvas } from '#board/picture/draw-board.ts';
import type { Pen } from '#board/picture/pen.ts';
import type { Mark, Typefaces, WordsMark } from '#board/picture/picture.ts';
import { heightOfWords, setWords } from '#board/picture/words.ts';
import { writeSvg } from '#board/picture/write-svg.ts';
import { actionCard, boardWith, measure, note, proposal, topic } from '../builders.ts';
import { arrowBinding, everyKind, shapeRecord } from '../records-of-every-kind.ts';

/** Every letter is half as wide as it is high. */
const fonts: Typefaces = {
  widthOf: (text) => [...text].length / 2,
  heightOf: () => ({ above: 1, below: 0.25 }),
};

function penFor(board: BoardDocument): Pen {
  return { board, fonts, say: (key) => key, day: (day) => day, number: String };
}

function wordsIn(marks: readonly Mark[]): WordsMark[] {
  return marks.flatMap((mark) =>
    mark.is === 'words' ? [mark] : mark.is === 'group' ? wordsIn(mark.marks) : [],
  );
}

function textsOn(board: BoardDocument): string[] {
  return wordsIn(pictureOfCanvas(penFor(board), 'pdca').marks).map(({ text }) => text);
}

describe('[DRAW-1] a picture of a canvas', () => {
  test('shows every kind of shape that may be on a board, and its words', () => {
    const shapes = everyKind
      .map(([, record]) => record)
      .filter(({ typeName }) => typeName === 'shape');
    for (const shape of shapes) {
      const board = boardWith(shape);
      addAction(board, proposal());
      addKnowledge(board, topic());
      board.facts.set(measureKey('m1'), measure());
      const marks = pictureOfCanvas(penFor(board), 'pdca').marks;
      const [group] = marks;
      if (group?.is !== 'group') throw new Error('a shape is a group of marks');
      expect([shape['type'], group.marks.length > 0]).toEqual([
        shape['type'],
        shape['type'] !== 'group',
      ]);
    }
  });

  test('shows what a card names, and says so where that is elsewhere', () => {
    const board = boardWith(actionCard('c', 'a1', { canvas: 'pdca' }));
    expect(textsOn(board)).toContain('card.action.elsewhere');
    addAction(board, proposal());
    expect(textsOn(board).join(' ')).toContain('Brieven een dag eerder nakijken');
    expect(textsOn(board)).toContain('card.action.measureGone');
  });

  test('holds everything in view, in groups too, and puts canvases side by side', () => {
    const group = shapeRecord(
      'group',
      {},
      { id: 'shape:g', x: 1000, y: 500, rotation: Math.PI / 2 },
    );
    const inGroup = { ...note('n', { x: 100, y: 0 }), parentId: 'shape:g' };
    const { box } = pictureOfCanvas(penFor(boardWith(group, inGroup)), 'pdca');
    // Turned a quarter, 200 wide to the right is 200 down, and 120 down is 120 to the left.
    expect([box.x, box.y].map(Math.round)).toEqual([1000 - 121 - 40, 600 - 40]);
    expect([box.w, box.h].map(Math.round)).toEqual([122 + 80, 200 + 80]);
    const whole = pictureOfBoard(penFor(boardWith(note('a'), note('b', { canvas: 'action' }))));
    expect(whole.marks).toHaveLength(3);
    expect(whole.box.w).toBeGreaterThan(2 * box.w);
  });

  test('leaves out what may not be on a board, and ends in loops of parents', () => {
    const loop = boardWith(
      shapeRecord('group', {}, { id: 'shape:g', parentId: 'shape:h' }),
      shapeRecord('group', {}, { id: 'shape:h', parentId: 'shape:g' }),
      shapeRecord('line', { points: {} }, { id: 'shape:l' }),
    );
    expect(pictureOfCanvas(penFor(loop), 'pdca').marks).toEqual([]);
  });

  test('ends an arrow before what it points at', () => {
    const board = boardWith(
      note('from', { x: 0, y: 0 }),
      { ...note('to', { x: 600, y: 0 }), id: 'shape:a' },
      shapeRecord(
        'arrow',
        { arrowheadEnd: 'none' },
        { id: 'shape:arrow', x: 0, y: 0, index: 'a2' },
      ),
    );
    putRecord(board, arrowBinding());
    const props = { ...(arrowBinding()['props'] as object), terminal: 'start' };
    putRecord(board, arrowBinding({ id: 'binding:s', toId: 'shape:from', props }));
    const arrow = pictureOfCanvas(penFor(board), 'pdca').marks.at(-1);
    const [path] = arrow?.is === 'group' ? arrow.marks : [];
    const xs =
      path?.is === 'path' ? [...path.d.matchAll(/[ML]([\d.]+)/g)].map(([, x]) => Number(x)) : [];
    expect(Math.min(...xs)).toBeGreaterThan(200);
    expect(Math.max(...xs)).toBeLessThan(600);
    expect(Math.max(...xs) - Math.min(...xs)).toBeGreaterThan(340);
  });
});

describe('[DRAW-2] words', () => {
  const setting = { face: 'inter', size: 10, lineHeight: 14, fill: 'black' } as const;
  const lines = (text: string, w: number, most?: number): string[] =>
    setWords(fonts, text, setting, { x: 0, y: 0, w, ...(most && { lines: most }) }).flatMap(
      (mark) => (mark.is === 'words' ? [mark.text] : []),
    );

  test('break at spaces, and inside a word that is too long for a line', () => {
    expect(lines('een twee drie', 40)).toEqual(['een twee', 'drie']);
    expect(lines('verwijsbrieven', 25)).toEqual(['verwi', 'jsbri', 'even']);
  });

  test('end in an ellipsis where there is no more room', () => {
    expect(lines('een twee drie vier', 40, 1)).toEqual(['een twe…']);
  });

  test('are never wider than their area, and lose no letter', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.integer({ min: 10, max: 300 }), (text, w) => {
        const marks = setWords(fonts, text, setting, { x: 0, y: 0, w });
        const words = marks.flatMap((mark) => (mark.is === 'words' ? [mark] : []));
        for (const mark of words)
          expect(fonts.widthOf(mark.text.trim(), 'inter') * 10).toBeLessThanOrEqual(w);
        expect(
          words
            .map((mark) => mark.text)
            .join('')
            .replaceAll(/\s/g, ''),
        ).toBe(text.replaceAll(/\s/g, ''));
        expect(heightOfWords(fonts, text, setting, w)).toBeGreaterThanOrEqual(words.length * 14);
      }),
    );
  });
});

test('[DRAW-3] the colours are those of the light theme', () => {
  const css = readFileSync('app/globals.css', 'utf8');
  for (const [name, color] of Object.entries(light)) {
    expect(css).toMatch(new RegExp(`--${name}: light-dark\\(${color},`));
  }
});

describe('[DRAW-4] the SVG', () => {
  const svgOf = (board: BoardDocument): string =>
    writeSvg(pictureOfCanvas(penFor(board), 'pdca'), {
      letters: { as: 'text', css: '' },
      title: '</title>',
    });

  test('holds whatever people wrote as text, and no markup of theirs', () => {
    const hostile = fc.constantFrom(
      '<script>',
      '</text>',
      '"',
      "'",
      '&',
      ']]>',
      '\u0000',
      '\ud800',
      'javascript:',
      '<!--',
      'a',
    );
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 8 }), (parts) => {
        const svg = svgOf(boardWith(note('n', { text: parts.join('') })));
        const document = new DOMParser().parseFromString(svg, 'image/svg+xml');
        expect(document.querySelector('parsererror')).toBeNull();
        const names = new Set([...document.querySelectorAll('*')].map(({ tagName }) => tagName));
        for (const name of names)
          expect(['svg', 'title', 'rect', 'g', 'text', 'path']).toContain(name);
      }),
      { numRuns: 60 },
    );
  });

  test('loads nothing: a picture without its content is a blank', () => {
    const svg = svgOf(
      boardWith(shapeRecord('image'), ...everyKind.slice(2, 3).map(([, asset]) => asset)),
    );
    expect(svg).not.toContain('href');
  });
});

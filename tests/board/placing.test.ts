import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { ACTION_CARD_HEIGHT } from '#board/cards.ts';
import type { BoardDocument } from '#board/document.ts';
import { putRecord } from '#board/edits.ts';
import { noteLayout } from '#board/note-layout.ts';
import { boxOf, freePlace, shapesOn, topIndex, zoneAt } from '#board/placing.ts';
import type { Box } from '#board/placing.ts';
import { checkRecord } from '#board/records.ts';
import { actionCard, boardWith, note, zone } from './builders.ts';
import { shapeRecord } from './records-of-every-kind.ts';

const field: Box = { x: 0, y: 0, w: 800, h: 600 };

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

function inside(box: Box, area: Box): boolean {
  const wide = box.x >= area.x && box.x + box.w <= area.x + area.w;
  return wide && box.y >= area.y && box.y + box.h <= area.y + area.h;
}

const anySize = fc.record({
  w: fc.integer({ min: 40, max: 400 }),
  h: fc.integer({ min: 40, max: 300 }),
});

/** Puts a zone of that size where it says; its height is its own, unlike a note's. */
function occupy(board: BoardDocument, { x, y, w, h }: Box): void {
  const id = `shape:taken${board.records.size}`;
  putRecord(board, shapeRecord('geo', { w, h, growY: 0 }, { id, x, y }));
}

describe('[DOC-13] a free place', () => {
  test('never overlaps what lies there, however much is placed', () => {
    const many = fc.array(anySize, { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(many, (sizes) => {
        const board = boardWith(zone('z', field));
        const boxes: Box[] = [];
        for (const size of sizes) {
          const box = freePlace(board, 'pdca', size, field);
          for (const other of boxes) expect(overlap(box, other)).toBe(false);
          boxes.push(box);
          occupy(board, box);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('never overlaps what people put anywhere', () => {
    const anyBox = fc
      .tuple(anySize, fc.integer({ min: -900, max: 900 }), fc.integer({ min: -900, max: 900 }))
      .map(([size, x, y]) => ({ ...size, x, y }));
    fc.assert(
      fc.property(fc.array(anyBox, { maxLength: 12 }), anySize, (taken, size) => {
        const board = boardWith(zone('z', field));
        for (const box of taken) occupy(board, box);
        const box = freePlace(board, 'pdca', size, field);
        for (const other of taken) expect(overlap(box, other)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  test('lies in the field while it has room, then below everything', () => {
    const board = boardWith(zone('z', field));
    const size = { w: 200, h: 120 };
    const rows = Array.from({ length: 12 }, () => {
      const box = freePlace(board, 'pdca', size, field);
      occupy(board, box);
      return box;
    });
    const within = rows.map((box) => inside(box, field));
    expect(within).toEqual([...Array<boolean>(9).fill(true), false, false, false]);
    for (const box of rows.slice(9)) expect(box.y).toBeGreaterThanOrEqual(field.h);
  });

  test('lies below everything when the field is narrower than the card', () => {
    const narrow = { ...field, w: 150 };
    const box = freePlace(boardWith(zone('z', narrow)), 'pdca', { w: 200, h: 120 }, narrow);
    expect(box.y).toBeGreaterThanOrEqual(narrow.h);
  });

  test('on an empty canvas lies at its start', () => {
    const { x, y } = freePlace(boardWith(), 'pdca', { w: 200, h: 120 });
    expect([x, y]).toEqual([24, 76]);
  });

  test('minds nothing that lies on another canvas', () => {
    const board = boardWith(note('a', { canvas: 'action', x: 24, y: 76 }));
    expect(freePlace(board, 'pdca', { w: 200, h: 120 })).toMatchObject({ x: 24, y: 76 });
  });

  test.each([
    ['at the far end', { x: 0, y: 999_990, w: 100, h: 100 }],
    ['over the whole canvas', { x: -500_000, y: -500_000, w: 1_000_000, h: 1_000_000 }],
    ['without an end', { x: 0, y: 0, w: Infinity, h: Infinity }],
    ['at no place at all', { x: NaN, y: NaN, w: 100, h: 100 }],
  ])('is found, and may hold a note, beside a shape %s', (_what, box) => {
    const board = boardWith();
    occupy(board, box);
    const { x, y } = freePlace(board, 'pdca', { w: 200, h: 120 });
    expect(checkRecord(note('b', { x, y })).ok).toBe(true);
  });
});

describe('[DOC-10] the zone of a box', () => {
  const big = zone('big', { w: 800, h: 600 });
  const small = zone('small', { x: 300, y: 200, w: 200, h: 200 });

  test.each([
    ['its middle decides', { x: 700, y: 10, w: 180, h: 50 }, 'shape:big'],
    ['its middle lies outside', { x: 720, y: 10, w: 200, h: 50 }, undefined],
    ['of two on each other, the smallest', { x: 350, y: 250, w: 20, h: 20 }, 'shape:small'],
    ['its middle lies on the edge', { x: 790, y: 0, w: 20, h: 20 }, 'shape:big'],
  ])('%s', (_what, box, id) => {
    for (const zones of [
      [big, small],
      [small, big],
    ]) {
      expect(zoneAt(zones, box)?.id).toBe(id);
    }
  });

  test('without zones there is none', () => {
    expect(zoneAt([], field)).toBeUndefined();
  });
});

describe('[DOC-12] the box of a card', () => {
  test.each([
    ['a note: its text decides', note('a', { text: 'x'.repeat(900) }), 200],
    ['an action card', actionCard('a', 'a1'), 260],
    ['a shape with sides', zone('a', { w: 300, h: 80 }), 300],
  ])('%s', (_what, shape, w) => {
    const props = shape['props'] as { text?: string; h?: number };
    const h = props.h ?? (props.text ? noteLayout(props.text, 200).height : ACTION_CARD_HEIGHT);
    expect(boxOf(shape)).toEqual({ x: 0, y: 0, w, h });
  });

  test.each([
    ['a stroke', shapeRecord('draw')],
    ['a shape without a place', shapeRecord('geo', {}, { x: undefined })],
    ['a shape without an end', shapeRecord('geo', { h: Infinity })],
  ])('%s has none', (_what, shape) => {
    expect(boxOf(shape)).toBeUndefined();
  });
});

describe('[DOC-13] what lies on a canvas', () => {
  test('comes lowest first, by id where two have one index, in whatever order it came', () => {
    const notes = [
      note('c', { index: 'a2' }),
      note('b', { index: 'a1' }),
      note('a', { index: 'a2' }),
    ];
    for (const order of [notes, [...notes].reverse()]) {
      const ids = shapesOn(boardWith(...order), 'pdca').map(({ id }) => id);
      expect(ids).toEqual(['shape:b', 'shape:a', 'shape:c']);
    }
  });

  test('a new card goes on top', () => {
    const board = boardWith(note('a', { index: 'a1' }), note('b', { index: 'a7' }));
    expect(topIndex(board, 'pdca') > 'a7').toBe(true);
    expect(topIndex(boardWith(), 'pdca')).toBe('a0');
  });

  test('a new card finds its place among records that fit nothing', () => {
    const board = boardWith(note('a', { index: 'a1' }), note('b', { index: '!!' }));
    (board.records as Y.Map<unknown>).set('shape:odd', 5);
    const odd = { ...note('c'), index: { toString: 1 } };
    putRecord(board, odd);
    const index = topIndex(board, 'pdca');
    expect(checkRecord(note('d', { index })).ok).toBe(true);
    expect(index > 'a1').toBe(true);
  });
});

import { describe, expect, test } from 'vitest';
import { shapeOn } from '#board/edits.ts';
import { readFlat } from '#board/flat-record.ts';
import { followLane, laneStep } from '#board/lanes.ts';
import type { Lane } from '#board/lanes.ts';
import { actionCard, boardWith, zone } from './builders.ts';

describe('[ACT-8] putting a card into a lane', () => {
  test.each<[Parameters<typeof laneStep>[0], Lane, unknown]>([
    ['proposal', 'proposal', { is: 'stay' }],
    ['proposal', 'agreed', { is: 'confirm' }],
    ['intention', 'agreed', { is: 'confirm' }],
    ['proposal', 'doing', { is: 'refused', why: 'confirm-first' }],
    ['agreed', 'doing', { is: 'move', to: 'doing' }],
    ['agreed', 'done', { is: 'move', to: 'done' }],
    ['doing', 'agreed', { is: 'move', to: 'agreed' }],
    ['doing', 'effect_checked', { is: 'refused', why: 'not-done' }],
    ['done', 'effect_checked', { is: 'check-effect' }],
    ['effect_checked', 'standard', { is: 'refused', why: 'held-first' }],
    ['effect_checked', 'done', { is: 'refused', why: 'not-done' }],
    ['standard', 'doing', { is: 'move', to: 'doing' }],
    ['agreed', 'proposal', { is: 'refused', why: 'promised' }],
    ['dropped', 'agreed', { is: 'move', to: 'agreed' }],
  ])('from %s to %s', (rung, lane, step) => {
    expect(laneStep(rung, lane)).toEqual(step);
  });
});

describe('[ACT-9] the lane of a task', () => {
  const lanes = (['agreed', 'doing', 'done'] as const).map((kind, at) =>
    zone(kind, { canvas: 'action', kind, x: at * 400, w: 320, h: 900 }),
  );
  const placeOf = (board: ReturnType<typeof boardWith>, id: string): [unknown, unknown] => {
    const map = board.records.get(id);
    if (!map) throw new Error(`no ${id}`);
    const { x, y } = readFlat(id, map);
    return [x, y];
  };

  test('takes its card along, to a free place', () => {
    const taken = actionCard('taken', 'a2', { x: 424, y: 76 });
    const board = boardWith(...lanes, taken, actionCard('card', 'a1', { x: 20, y: 100 }));
    followLane(board, 'a1', 'doing');
    const [x, y] = placeOf(board, 'shape:card');
    expect(Number(x)).toBeGreaterThanOrEqual(400);
    expect(Number(x)).toBeLessThan(720);
    expect(Number(y)).toBeGreaterThanOrEqual(64 + 148);
  });

  test('leaves a card that lies there, or beside the lanes, or in a frame', () => {
    const framed = { ...actionCard('framed', 'a1', { x: 5, y: 5 }), parentId: 'shape:frame' };
    const at = { id: 'shape:frame', type: 'frame', index: 'a2', x: 0, y: 0 };
    const frame = shapeOn('action', at, { w: 300, h: 300, name: '', color: 'black' });
    const right = actionCard('right', 'a1', { x: 430, y: 500 });
    const beside = actionCard('beside', 'a1', { x: 3000, y: 7 });
    const board = boardWith(...lanes, frame, framed, right, beside);
    followLane(board, 'a1', 'doing');
    expect(placeOf(board, 'shape:right')).toEqual([430, 500]);
    expect(placeOf(board, 'shape:beside')).toEqual([3000, 7]);
    expect(placeOf(board, 'shape:framed')).toEqual([5, 5]);
  });

  test('has no place for what was dropped', () => {
    const board = boardWith(...lanes, actionCard('card', 'a1', { x: 20, y: 100 }));
    followLane(board, 'a1', 'dropped');
    expect(placeOf(board, 'shape:card')).toEqual([20, 100]);
  });
});

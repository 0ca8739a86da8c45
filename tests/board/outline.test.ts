import { describe, expect, test } from 'vitest';
import { pageOf } from '#board/canvases.ts';
import type { Canvas } from '#board/canvases.ts';
import { shapeOn } from '#board/edits.ts';
import { readFlat } from '#board/flat-record.ts';
import type { PlainRecord } from '#board/flat-record.ts';
import { outlineOf, unknownProblems } from '#board/outline.ts';
import type { OutlineGroup } from '#board/outline.ts';
import { actionCard, boardWith, note, zone } from './builders.ts';
import { arrowBinding, shapeRecord } from './records-of-every-kind.ts';

function outline(...records: readonly PlainRecord[]) {
  const board = boardWith(...records);
  return outlineOf([...board.records.entries()].map(([id, map]) => readFlat(id, map)));
}

function frame(name: string, title: string, x: number, y: number): PlainRecord {
  const place = { id: `shape:${name}`, type: 'frame', index: 'a1', x, y };
  return shapeOn('pdca', place, { w: 500, h: 400, name: title, color: 'black' });
}

const inside = (record: PlainRecord, parent: string): PlainRecord => {
  return { ...record, parentId: `shape:${parent}` };
};

const ids = ({ items }: OutlineGroup): string[] => items.map(({ id }) => id);

describe('[PROJ-2] the outline', () => {
  test('has the canvases in the order of the meeting', () => {
    expect(outline().map(({ canvas }) => canvas)).toEqual(['pdca', 'knowledge', 'action']);
  });

  test('puts cards under the field that holds their middle, in reading order', () => {
    const [pdca] = outline(
      zone('plan', { kind: 'plan' }),
      zone('do', { kind: 'do', x: 900 }),
      note('third', { x: 20, y: 300 }),
      note('second', { x: 400, y: 90 }),
      note('first', { x: 20, y: 100 }),
      note('other', { x: 950, y: 100 }),
    );
    const [plan, doing] = pdca?.groups ?? [];
    expect(plan && ids(plan)).toEqual(['shape:first', 'shape:second', 'shape:third']);
    expect(doing && ids(doing)).toEqual(['shape:other']);
  });

  test('puts what lies in a frame under the frame, and what lies in nothing last', () => {
    const [pdca] = outline(
      frame('group', 'Wachten', 1000, 1000),
      inside(note('in', { x: 10, y: 10 }), 'group'),
      note('loose', { x: 5000 }),
      zone('plan'),
    );
    expect(pdca?.groups.map(({ head, items }) => [head?.is, items.map(({ id }) => id)])).toEqual([
      ['zone', []],
      ['frame', ['shape:in']],
      [undefined, ['shape:loose']],
    ]);
  });

  test('keeps empty fields, whose hint says what goes there', () => {
    const [pdca] = outline(zone('plan'));
    expect(pdca?.groups).toHaveLength(1);
  });

  test('says of an action card whose card it is', () => {
    const action = outline(actionCard('card', 'a1')).find(({ canvas }) => canvas === 'action');
    expect(action?.groups[0]?.items).toEqual([{ is: 'action', id: 'shape:card', actionId: 'a1' }]);
  });

  test('leaves out what says nothing and what hangs from nothing', () => {
    const [pdca] = outline(
      inside(note('lost'), 'nowhere'),
      { ...frame('a', 'A', 0, 0), parentId: 'shape:b' },
      { ...frame('b', 'B', 0, 0), parentId: 'shape:a' },
    );
    expect(pdca?.groups).toEqual([]);
  });

  test('has the arrows between what says something, and no other', () => {
    const loose = { ...frame('empty', '', 3000, 0), parentId: 'shape:nowhere' };
    const [pdca] = outline(
      note('cause'),
      note('effect', { x: 500 }),
      loose,
      ...arrow('joins', 'cause', 'effect'),
      ...arrow('astray', 'cause', 'empty'),
    );
    expect(pdca?.links).toEqual([
      { id: 'shape:joins', from: 'shape:cause', to: 'shape:effect', label: '' },
    ]);
  });

  test('knows the problems that no arrow joins to a topic, either way', () => {
    const canvas = 'knowledge';
    const map = outline(
      zone('problems', { canvas, kind: 'problems' }),
      note('unknown', { canvas, y: 10 }),
      note('known', { canvas, y: 200 }),
      note('told', { canvas, y: 400 }),
      note('joined', { canvas, x: 300, y: 400 }),
      note('elsewhere', { canvas, x: 4000 }),
      shapeRecord('knowledge-card', {}, { id: 'shape:topic', x: 2000, parentId: pageOf(canvas) }),
      ...arrow('to', 'known', 'topic', canvas),
      ...arrow('from', 'topic', 'told', canvas),
      ...arrow('beside', 'joined', 'known', canvas),
    ).find((part) => part.canvas === canvas);
    expect([...(map ? unknownProblems(map) : [])]).toEqual(['shape:unknown', 'shape:joined']);
  });
});

function arrow(name: string, from: string, to: string, canvas: Canvas = 'pdca'): PlainRecord[] {
  const id = `shape:${name}`;
  const end = (terminal: 'start' | 'end', on: string): PlainRecord => {
    const binding = arrowBinding({
      id: `binding:${name}-${terminal}`,
      fromId: id,
      toId: `shape:${on}`,
    });
    return { ...binding, props: { ...(binding['props'] as object), terminal } };
  };
  return [
    shapeRecord('arrow', {}, { id, parentId: pageOf(canvas) }),
    end('start', from),
    end('end', to),
  ];
}

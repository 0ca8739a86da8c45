import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addAction } from '#board/actions.ts';
import type { BoardDocument } from '#board/document.ts';
import { putRecord } from '#board/edits.ts';
import { BOARD_KEY, measureKey } from '#board/facts.ts';
import { addKnowledge } from '#board/knowledge.ts';
import { projectBoard, projection } from '#board/projection.ts';
import {
  actionCard,
  author,
  boardWith,
  confirm,
  copyOf,
  emptyDocument,
  measure,
  note,
  proposal,
  task,
  topic,
  zone,
} from './builders.ts';
import {
  arrowBinding,
  pageRecord,
  paragraph,
  richText,
  shapeRecord,
} from './records-of-every-kind.ts';
import { anyTampering, tamperedBoard } from './tampered-board.ts';

/** A board with something of everything, put in by `order`. */
function fullBoard(
  order: <T>(items: readonly T[]) => readonly T[] = (items) => items,
): BoardDocument {
  const board = emptyDocument();
  const steps: (() => unknown)[] = [
    ...['page:pdca', 'page:action', 'page:knowledge'].map((id) => () => {
      putRecord(board, pageRecord({ id }));
    }),
    ...[
      zone('z1'),
      zone('z2', { canvas: 'action', kind: 'proposal' }),
      note('n1', { x: 10, y: 10 }),
      note('n2', { x: 2000, text: 'Balie' }),
      actionCard('c1', 'a1', { x: 10, y: 10 }),
      actionCard('c2', 'a1', { canvas: 'pdca', x: 3000 }),
      shapeRecord('arrow', { text: 'leidt tot' }, { id: 'shape:arrow' }),
      arrowBinding({ id: 'binding:1', toId: 'shape:n2' }),
      arrowBinding({ id: 'binding:0', toId: 'shape:n1', props: startEnd }),
      shapeRecord('text', {}, { id: 'shape:t1' }),
    ].map((record) => () => putRecord(board, record)),
    () => addAction(board, proposal()),
    () => addAction(board, proposal({ id: 'a0', title: 'Eerder' })),
    () => confirm(board, { title: 'Brieven nakijken', state: 'doing' }),
    () => addKnowledge(board, topic()),
    () => addKnowledge(board, topic({ id: 'k0', topic: 'Planning' })),
    () => board.facts.set(measureKey('m1'), measure()),
    () => board.facts.set(measureKey('m2'), measure({ id: 'm2' })),
    () => board.facts.set(BOARD_KEY, { title: 'Wachttijd', teamId: 't1', teamName: 'Balie' }),
    () => board.meta.set('boardId', 'b1'),
  ];
  for (const step of order(steps)) step();
  return board;
}

const startEnd = {
  terminal: 'start',
  normalizedAnchor: { x: 0.5, y: 0.5 },
  isExact: false,
  isPrecise: false,
  snap: 'none',
};

/** The board as somebody else has it who received it in one piece. */
const jsonOf = (board: BoardDocument): string => JSON.stringify(projectBoard(copyOf(board)));

describe('[PROJ-1] a board as plain JSON', () => {
  test('holds what the board says', () => {
    const full = projectBoard(fullBoard());
    expect(full).toMatchObject({
      format: 1,
      boardId: 'b1',
      title: 'Wachttijd',
      canvases: ['pdca', 'knowledge', 'action'],
    });
    expect(full.notes).toEqual([
      {
        ...{ id: 'shape:n1', canvas: 'pdca', zone: 'plan', text: 'Wachttijd', color: 'yellow' },
        ...{ x: 10, y: 10, by: author.by, byName: author.byName, at: author.at },
      },
      expect.objectContaining({ id: 'shape:n2', zone: null, text: 'Balie' }),
    ]);
    expect(full.knowledge.map(({ id }) => id)).toEqual(['k0', 'k1']);
    expect(full.measures.map(({ id }) => id)).toEqual(['m1', 'm2']);
    expect(full.texts).toEqual([
      { id: 'shape:arrow', canvas: 'pdca', type: 'arrow', text: 'leidt tot' },
      { id: 'shape:t1', canvas: 'pdca', type: 'text', text: 'Wachten' },
    ]);
    expect(full.links).toEqual([
      { id: 'shape:arrow', from: 'shape:n1', to: 'shape:n2', label: 'leidt tot' },
    ]);
  });

  test('[DOC-7] says of a confirmed action what the database says', () => {
    const [open, confirmed] = projectBoard(fullBoard()).actions;
    expect(open).toMatchObject({ id: 'a0', rung: 'proposal', taskId: null, title: 'Eerder' });
    expect(confirmed).toMatchObject({
      ...{ id: 'a1', rung: 'doing', taskId: 't1', title: 'Brieven nakijken' },
      ...{ owner: task().owner, due: task().due, outcome: null },
      cards: [
        { canvas: 'action', zone: 'proposal' },
        { canvas: 'pdca', zone: null },
      ],
    });
  });

  test('is the same for the same content, whatever order it came in', () => {
    const shuffled = fc.infiniteStream(fc.nat()).map((keys) => {
      return <T>(items: readonly T[]): T[] =>
        items
          .map((item) => ({ item, key: Number(keys.next().value) }))
          .sort((one, other) => one.key - other.key)
          .map(({ item }) => item);
    });
    const expected = jsonOf(fullBoard());
    fc.assert(
      fc.property(shuffled, (order) => {
        expect(jsonOf(fullBoard(order))).toBe(expected);
      }),
    );
  });

  test('fits its own schema, also after it was kept as JSON', () => {
    const kept: unknown = JSON.parse(jsonOf(fullBoard()));
    expect(projection.parse(kept)).toEqual(kept);
  });

  test('of an empty document is an empty board', () => {
    expect(projection.parse(projectBoard(emptyDocument()))).toEqual({
      ...{ format: 1, boardId: '', title: '', canvases: [], notes: [], actions: [] },
      ...{ knowledge: [], measures: [], cycles: [], texts: [], links: [], votes: [] },
    });
  });
});

describe('[PROJ-1] where a shape is', () => {
  test('a note in a group is on the group’s canvas, and in no zone', () => {
    const group = shapeRecord('group', {}, { id: 'shape:g' });
    const inGroup = { ...note('n'), parentId: 'shape:g' };
    const [projected] = projectBoard(boardWith(zone('z'), group, inGroup)).notes;
    expect(projected).toMatchObject({ canvas: 'pdca', zone: null });
  });

  test('a zone with a title of its own goes by it', () => {
    const board = boardWith(zone('z', { title: 'Ideeën' }), note('n', { x: 10, y: 10 }));
    expect(projectBoard(board).notes[0]?.zone).toBe('Ideeën');
  });

  test('a note on a page that somebody added by hand is left out', () => {
    const board = boardWith({ ...note('n'), parentId: 'page:mine' });
    expect(projectBoard(board).notes).toEqual([]);
  });

  test('parents in a ring end nowhere', () => {
    const ring = ['a', 'b', 'c'].map((name, i, names) =>
      shapeRecord(
        'frame',
        {},
        { id: `shape:${name}`, parentId: `shape:${names[(i + 1) % 3] ?? ''}` },
      ),
    );
    const board = boardWith(...ring, { ...note('n'), parentId: 'shape:a' });
    expect(projectBoard(board).notes).toEqual([]);
  });
});

describe('[PROJ-1] whatever a client wrote', () => {
  test('records that fit nothing are left out', () => {
    const board = boardWith(note('n'));
    const records = board.records as Y.Map<unknown>;
    records.set('shape:number', 5);
    records.set('shape:list', new Y.Array());
    records.set('shape:empty', new Y.Map());
    records.set('shape:plain', { typeName: 'shape', type: 'note-card' });
    putRecord(board, { ...note('far'), x: 1e308 });
    putRecord(board, { ...note('wordless'), props: { w: 200, color: 'yellow' } });
    expect(projection.parse(projectBoard(board)).notes.map(({ id }) => id)).toEqual(['shape:n']);
  });

  test.each([
    ['no nodes', { type: 'doc', content: [null, 5, [[]]] }],
    ['text that is a number', richText(paragraph({ type: 'text', text: 5 as unknown as string }))],
  ])('rich text of %s is no text', (_what, odd) => {
    const board = boardWith(shapeRecord('geo'));
    board.records.get('shape:a')?.set('p:richText', odd);
    expect(projection.parse(projectBoard(board)).texts).toEqual([]);
  });

  test('it can be read, and fits its schema', () => {
    fc.assert(
      fc.property(anyTampering, (tampering) => {
        const read = projectBoard(tamperedBoard(tampering));
        const kept: unknown = JSON.parse(JSON.stringify(read));
        expect(JSON.stringify(projection.parse(kept))).toBe(JSON.stringify(read));
      }),
      { numRuns: 300 },
    );
  });
});

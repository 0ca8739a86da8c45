import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { templates } from '#board/api/boards.ts';
import type { Template } from '#board/api/boards.ts';
import { locales } from '#board/api/people.ts';
import type { Locale } from '#board/api/people.ts';
import { canvases } from '#board/canvases.ts';
import type { Canvas } from '#board/canvases.ts';
import { CYCLE_CARD_HEIGHT } from '#board/cards.ts';
import { readCycles } from '#board/cycles.ts';
import type { BoardDocument } from '#board/document.ts';
import { readFlat } from '#board/flat-record.ts';
import type { PlainRecord } from '#board/flat-record.ts';
import { asBoardId } from '#board/ids.ts';
import { boxOf } from '#board/placing.ts';
import type { Box } from '#board/placing.ts';
import { projectBoard, projection } from '#board/projection.ts';
import { checkRecord, serializedSchema } from '#board/records.ts';
import { CYCLE_CARD, fieldsOf, TARGET_CARD } from '#board/templates/fields.ts';
import { seedBoard } from '#board/templates/seed-board.ts';
import { exampleCase } from '#server/boards/example-case.ts';
import { author, copyOf, emptyDocument } from '../builders.ts';

const held: Record<Template, readonly Canvas[]> = {
  'improvement-cycle': ['pdca', 'knowledge', 'action'],
  pdca: ['pdca'],
  knowledge: ['knowledge'],
  action: ['action'],
  example: ['pdca', 'knowledge', 'action'],
};

const today = new Date('2026-11-02T09:00:00.000Z');

function seeded(template: Template, locale?: Locale): BoardDocument {
  const board = emptyDocument();
  let made = 0;
  seedBoard(board, {
    boardId: asBoardId('b1'),
    epoch: 1,
    template,
    pageNames: { pdca: 'PDCA-canvas', knowledge: 'Kenniskaart', action: 'Actiebord' },
    measureId: 'm1',
    author,
    newId: () => `id${made++}`,
    ...(locale ? { example: exampleCase(locale, today) } : {}),
  });
  return board;
}

function recordsOf(board: BoardDocument): PlainRecord[] {
  return [...board.records.entries()].map(([id, map]) => readFlat(id, map));
}

const ofType = (board: BoardDocument, type: string): PlainRecord[] =>
  recordsOf(board).filter((record) => record['type'] === type);

const boards: [string, BoardDocument][] = [
  ...templates.map((template): [string, BoardDocument] => [template, seeded(template)]),
  ...locales.map((locale): [string, BoardDocument] => [
    `example, filled in, ${locale}`,
    seeded('example', locale),
  ]),
];

describe.each(boards)('[DOC-11] a board from the template %s', (_name, board) => {
  test('[DOC-9] holds records that may be on a board, and nothing else', () => {
    for (const record of recordsOf(board)) {
      expect(checkRecord(record), record.id).toMatchObject({ ok: true });
    }
  });

  test('says what it is, for whom to read it', () => {
    const { meta } = copyOf(board);
    expect(Object.fromEntries(meta.entries())).toMatchObject({
      ...{ format: 1, boardId: 'b1', epoch: 1, schema: serializedSchema() },
    });
    expect(board.records.has('document:document')).toBe(true);
  });

  test('has locked zones that hang from a page', () => {
    for (const zone of ofType(board, 'zone')) {
      expect(zone['isLocked']).toBe(true);
      expect(zone['parentId']).toMatch(/^page:/);
    }
  });

  test('has shapes whose order is told apart', () => {
    const places = recordsOf(board)
      .filter(({ typeName }) => typeName === 'shape')
      .map(({ parentId, index }) => `${String(parentId)} ${String(index)}`);
    expect(new Set(places).size).toBe(places.length);
  });

  test('has no card over another', () => {
    for (const canvas of canvases) {
      const cards = recordsOf(board)
        .filter(({ type, parentId }) => type !== 'zone' && parentId === `page:${canvas}`)
        .flatMap((record) => boxOf(record) ?? []);
      expect(
        cards.flatMap((card, i) => cards.slice(i + 1).filter((one) => overlap(card, one))),
      ).toEqual([]);
    }
  });

  test('[PROJ-1] fits the projection', () => {
    const read = projectBoard(board);
    expect(projection.parse(JSON.parse(JSON.stringify(read)))).toEqual(read);
  });
});

describe('[DOC-11] a template', () => {
  test.each(templates)('%s has its canvases, in the same order everywhere', (template) => {
    const pages = recordsOf(seeded(template)).filter(({ typeName }) => typeName === 'page');
    const inOrder = pages.sort((a, b) => (String(a['index']) < String(b['index']) ? -1 : 1));
    expect(inOrder.map(({ id }) => id)).toEqual(held[template].map((canvas) => `page:${canvas}`));
  });

  test.each(templates)('%s has every zone of its canvases once', (template) => {
    const kinds = ofType(seeded(template), 'zone').map(
      ({ props }) => (props as { kind: string }).kind,
    );
    const expected = held[template].flatMap((canvas) => fieldsOf[canvas].map(({ kind }) => kind));
    expect(kinds.sort()).toEqual(expected.sort());
  });

  test('shows the measure in the target strip', () => {
    const [card] = ofType(seeded('pdca'), 'measure-card');
    expect(card).toMatchObject({ props: { measureId: 'm1' }, isLocked: false });
    const strip = fieldsOf.pdca.find(({ kind }) => kind === 'target');
    expect(strip && inside(TARGET_CARD, strip)).toBe(true);
  });

  test('[DOC-18] begins with cycle 1, and its card in the target strip beside the measure', () => {
    const board = seeded('pdca');
    const [cycle] = readCycles(board);
    expect(cycle).toMatchObject({ number: 1, expected: '', startedAt: author.at });
    const [card] = ofType(board, 'cycle-card');
    expect(card).toMatchObject({ props: { cycleId: cycle?.id } });
    const strip = fieldsOf.pdca.find(({ kind }) => kind === 'target');
    const box = { ...CYCLE_CARD, h: CYCLE_CARD_HEIGHT };
    expect(strip && inside(box, strip)).toBe(true);
    expect(overlap(box, TARGET_CARD)).toBe(false);
  });

  test('has zones that lie clear of each other', () => {
    for (const canvas of canvases) {
      const fields = fieldsOf[canvas];
      expect(
        fields.flatMap((field, i) => fields.slice(i + 1).filter((one) => overlap(field, one))),
      ).toEqual([]);
    }
  });

  test('is one transaction: who receives it receives all of it', () => {
    const board = emptyDocument();
    const updates: Uint8Array[] = [];
    board.doc.on('update', (update: Uint8Array) => updates.push(update));
    const target = new Y.Doc();
    let made = 0;
    seedBoard(board, {
      ...{ boardId: asBoardId('b1'), epoch: 1, template: 'pdca', measureId: '', author },
      pageNames: { pdca: 'a', knowledge: 'b', action: 'c' },
      newId: () => `id${made++}`,
    });
    for (const update of updates) Y.applyUpdate(target, update);
    expect(updates).toHaveLength(1);
    expect(target.getMap('records').size).toBe(board.records.size);
  });
});

describe.each(locales)('[DOC-11] the example in the language %s', (locale) => {
  const board = seeded('example', locale);
  const said = exampleCase(locale, today);
  const read = projectBoard(board);

  test('says everything of the case, each note in its zone', () => {
    const places = read.notes.map(({ text, canvas, zone }) => `${canvas} ${zone ?? ''}: ${text}`);
    const expected = said.notes.map(({ text, canvas, zone }) => `${canvas} ${zone}: ${text}`);
    expect(places.sort()).toEqual(expected.sort());
    expect(read.knowledge.map(({ topic }) => topic).sort()).toEqual(
      said.topics.map(({ topic }) => topic).sort(),
    );
  });

  test('has something on every canvas, and in every part of the cycle', () => {
    const zones = new Set(read.notes.map(({ zone }) => zone));
    for (const zone of ['plan', 'do', 'check', 'act']) expect(zones).toContain(zone);
    for (const canvas of canvases) {
      expect(read.notes.filter((note) => note.canvas === canvas)).not.toEqual([]);
    }
    expect(said.topics.length).toBeGreaterThan(1);
  });

  test('has proposals that only wait for an owner, in the first lane', () => {
    expect(read.actions.length).toBeGreaterThan(1);
    for (const action of read.actions) {
      expect(action).toMatchObject({ rung: 'proposal', owner: null, taskId: null });
      expect(action.due && action.due > '2026-11-02').toBe(true);
      expect(action.cards).toEqual([{ canvas: 'action', zone: 'proposal' }]);
    }
  });
});

test('[DOC-11] the example says the same in both languages', () => {
  const [en, nl] = locales.map((locale) => exampleCase(locale, today));
  const frame = (one: typeof en): unknown =>
    one?.notes.map(({ canvas, zone, color, byName }) => ({ canvas, zone, color, byName }));
  expect(frame(en)).toEqual(frame(nl));
  expect(en?.topics.length).toBe(nl?.topics.length);
  expect(en?.actions.length).toBe(nl?.actions.length);
  for (const [i, note] of (en?.notes ?? []).entries())
    expect(note.text).not.toBe(nl?.notes[i]?.text);
});

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

function inside(box: Box, area: Box): boolean {
  const wide = box.x >= area.x && box.x + box.w <= area.x + area.w;
  return wide && box.y >= area.y && box.y + box.h <= area.y + area.h;
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { canvases, pageOf } from '#board/canvases.ts';
import { boardDocument, readTask } from '#board/document.ts';
import type { BoardDocument } from '#board/document.ts';
import { putRecord } from '#board/edits.ts';
import { asBoardId } from '#board/ids.ts';
import { projectBoard } from '#board/projection.ts';
import type { Projection } from '#board/projection.ts';
import { seedBoard } from '#board/templates/seed-board.ts';
import { exportJson } from '#board/transfer/export-json.ts';
import { recordsOn } from '#board/transfer/records-on.ts';
import { importJson } from '#board/transfer/import-json.ts';
import { putImported } from '#board/transfer/put-imported.ts';
import { exampleCase } from '#server/boards/example-case.ts';
import { readFile } from '#server/imports/read-file.ts';
import { author, emptyDocument } from './builders.ts';

function counter(prefix: string): () => string {
  let made = 0;
  return () => `${prefix}${made++}`;
}

function example(): BoardDocument {
  const board = emptyDocument();
  seedBoard(board, {
    ...{ boardId: asBoardId('b1'), epoch: 1, template: 'example', measureId: '', author },
    pageNames: { pdca: 'PDCA-canvas', knowledge: 'Kenniskaart', action: 'Actiebord' },
    newId: counter('id'),
    example: exampleCase('nl', new Date('2026-11-02T09:00:00.000Z')),
  });
  return board;
}

/** The same canvases and people, and nothing on them. */
function emptyLike(board: BoardDocument): BoardDocument {
  const empty = boardDocument(new Y.Doc());
  for (const record of recordsOn(board)) {
    if (record.typeName === 'page' || record.typeName === 'document') putRecord(empty, record);
  }
  const everybody = recordsOn(board).flatMap(({ meta }) => {
    const { by, byName } = Object(meta) as Record<string, unknown>;
    return typeof by === 'string' ? [{ id: by, name: String(byName) }] : [];
  });
  const owners = projectBoard(board).actions.flatMap(({ owner }) => owner ?? []);
  empty.facts.set('people', [
    ...new Map(
      [...everybody, ...owners].map(({ id, name }) => [id, { id, name, role: 'member' }]),
    ).values(),
  ]);
  return empty;
}

function broughtBack(board: BoardDocument): Projection {
  const into = emptyLike(board);
  const file = importJson(JSON.parse(JSON.stringify(exportJson(board))));
  into.doc.transact(() =>
    putImported(into, file, { author, newId: counter('fresh'), images: new Map() }),
  );
  return projectBoard(into);
}

/** What a file carries, without what has another name on another board. */
function carried({ boardId: _b, title: _t, measures: _m, votes: _v, ...rest }: Projection): object {
  const actions = rest.actions.map(({ id: _, ...action }) => JSON.stringify(action)).sort();
  return { ...rest, actions };
}

describe('[PORT-15] a board saved as JSON and taken in', () => {
  test('says the same', () => {
    const board = example();
    expect(board.actions.size > 0 && board.records.size > 20).toBe(true);
    const task = [...board.actions.keys()].some((id) => readTask(board, id));
    expect(task).toBe(false);
    expect(carried(broughtBack(board))).toEqual(carried(projectBoard(board)));
  });
});

describe('[PORT-14] whatever is wrong with a file', () => {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const json = JSON.stringify(exportJson(example()));
  const files = {
    json: encode(json),
    tldr: encode(
      JSON.stringify({
        tldrawFileFormatVersion: 1,
        schema: example().meta.get('schema'),
        records: recordsOn(example()),
      }),
    ),
    csv: encode('soort;tekst;vak\nbriefje;"Wacht;tijd";Balie\nactie;Bellen;\n'),
  };

  function tried(file: Uint8Array): void {
    const read = readFile({ file });
    if (!read.ok) return expect(read.message).not.toBe('');
    const board = emptyLike(example());
    const before = recordsOn(board).length;
    board.doc.transact(() =>
      putImported(board, read.imported, { author, newId: counter('n'), images: new Map() }),
    );
    expect(recordsOn(board).length).toBeGreaterThanOrEqual(before);
    for (const name of canvases) expect(board.records.has(pageOf(name))).toBe(true);
  }

  test.each(Object.entries(files))(
    '%s cut off or with turned bits ends in words',
    (_form, file) => {
      const damage = fc.record({
        end: fc.integer({ min: 0, max: file.length }),
        bits: fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(7)), { maxLength: 6 }),
        isCut: fc.boolean(),
      });
      fc.assert(
        fc.property(damage, ({ end, bits, isCut }) => {
          const bad = Uint8Array.from(file);
          for (const [at, bit] of bits) bad[at] = (bad[at] ?? 0) ^ (1 << bit);
          tried(isCut ? bad.subarray(0, end) : bad);
        }),
        { numRuns: 60 },
      );
    },
    60_000,
  );

  test('values of other kinds in any place are left out', () => {
    const parsed = JSON.parse(json) as Record<string, unknown> & {
      records: Record<string, unknown>[];
    };
    const change = fc.record({
      at: fc.nat(parsed.records.length - 1),
      key: fc.constantFrom('id', 'type', 'props', 'meta', 'parentId', 'index', 'x', 'rotation'),
      value: fc.oneof(fc.jsonValue(), fc.constantFrom(1e308, '__proto__', 'shape:x', [], {})),
      list: fc.constantFrom('none', 'actions', 'knowledge', 'cycles'),
    });
    fc.assert(
      fc.property(change, ({ at, key, value, list }) => {
        const records = parsed.records.map((record, n) =>
          n === at ? { ...record, [key]: value } : record,
        );
        tried(
          encode(
            JSON.stringify({ ...parsed, records, ...(list === 'none' ? {} : { [list]: [value] }) }),
          ),
        );
      }),
      { numRuns: 80 },
    );
  }, 60_000);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  boardDocument,
  clientRoots,
  FORMAT,
  readBoardFact,
  readMeasure,
  readMeasures,
  readPeople,
  readTask,
  serverRoots,
} from '#board/document.ts';
import { BOARD_KEY, measureKey, PEOPLE_KEY, taskKey } from '#board/facts.ts';
import { confirm, emptyDocument, measure, task } from './builders.ts';

describe('[DOC-1] the document', () => {
  test('has these roots, each a map', () => {
    const doc = new Y.Doc();
    const board = boardDocument(doc);
    for (const root of [...serverRoots, ...clientRoots]) expect(board[root]).toBeInstanceOf(Y.Map);
    expect([...doc.share.keys()].sort()).toEqual([...serverRoots, ...clientRoots].sort());
  });

  test('is of format 1', () => {
    expect(FORMAT).toBe(1);
  });
});

describe('[DOC-7] facts', () => {
  const { facts, ...board } = emptyDocument();

  test('are read by the action, the measure, or their one key', () => {
    const full = emptyDocument();
    confirm(full);
    full.facts.set(measureKey('m1'), measure());
    full.facts.set(PEOPLE_KEY, [{ id: 'p1', name: 'Noor' }]);
    full.facts.set(BOARD_KEY, { title: 'Wachttijd', teamId: 't1', teamName: 'Balie' });
    expect(readTask(full, 'a1')).toEqual(task());
    expect(readMeasure(full, 'm1')).toEqual(measure());
    expect(readPeople(full)).toEqual([{ id: 'p1', name: 'Noor' }]);
    expect(readBoardFact(full)?.title).toBe('Wachttijd');
  });

  test('that are missing are no facts', () => {
    const empty = emptyDocument();
    expect(readTask(empty, 'a1')).toBeUndefined();
    expect(readMeasure(empty, 'm1')).toBeUndefined();
    expect(readMeasures(empty)).toEqual([]);
    expect(readPeople(empty)).toEqual([]);
    expect(readBoardFact(empty)).toBeUndefined();
  });

  test('that do not fit are no facts, whatever they are', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: false }), (value) => {
        if (!mayBeStored(value)) return;
        for (const key of [taskKey('a1'), measureKey('m1'), PEOPLE_KEY, BOARD_KEY]) {
          facts.set(key, value);
        }
        const full = { ...board, facts };
        expect(readTask(full, 'a1')).toBeUndefined();
        expect(readMeasures(full)).toEqual([]);
        expect(readPeople(full)).toEqual([]);
        expect(readBoardFact(full)).toBeUndefined();
      }),
    );
  });

  test.each([
    ['a state that the ladder lacks', { state: 'proposal' }],
    ['a due date that no calendar has', { due: '2026-02-30' }],
    ['an owner without a name', { owner: { id: 'p2' } }],
    ['a revision that is no whole number', { revision: 1.5 }],
  ])('a task with %s is no fact', (_what, wrong) => {
    const full = emptyDocument();
    full.facts.set(taskKey('a1'), { ...task(), ...wrong });
    expect(readTask(full, 'a1')).toBeUndefined();
  });

  test('measures come by name, and by id where two have one name', () => {
    const orders = [
      ['m1', 'm2', 'm3'],
      ['m3', 'm2', 'm1'],
    ].map((ids) => {
      const full = emptyDocument();
      for (const id of ids) {
        full.facts.set(measureKey(id), measure({ id, name: id === 'm3' ? 'Aantal' : 'Wachttijd' }));
      }
      return readMeasures(full).map(({ id }) => id);
    });
    expect(orders).toEqual([
      ['m3', 'm1', 'm2'],
      ['m3', 'm1', 'm2'],
    ]);
  });
});

/** Functions and symbols never arrive: the wire has no word for them. An empty list of people is a fact. */
function mayBeStored(value: unknown): boolean {
  try {
    new Y.Doc().getMap('facts').set('key', value);
    return !(Array.isArray(value) && value.length === 0);
  } catch {
    return false;
  }
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addAction, changeAction } from '#board/actions.ts';
import { diffBoards, isEmptyDiff, meaningDiff } from '#board/diff.ts';
import type { MeaningDiff } from '#board/diff.ts';
import type { BoardDocument } from '#board/document.ts';
import { dropAction, putRecord } from '#board/edits.ts';
import { measureKey } from '#board/facts.ts';
import { addKnowledge } from '#board/knowledge.ts';
import { projectBoard } from '#board/projection.ts';
import {
  actionCard,
  boardWith,
  confirm,
  copyOf,
  measure,
  note,
  proposal,
  topic,
  zone,
} from './builders.ts';

function board(): BoardDocument {
  const made = boardWith(
    zone('plan', { kind: 'plan' }),
    zone('do', { kind: 'do', x: 1000 }),
    zone('parking1', { kind: 'parking', x: 5000 }),
    zone('parking2', { kind: 'parking', canvas: 'action', x: 5000 }),
    note('n1', { x: 10, y: 10, text: 'Wachttijd' }),
    actionCard('c1', 'a1'),
  );
  addAction(made, proposal());
  addKnowledge(made, topic());
  made.facts.set(measureKey('m1'), measure());
  return made;
}

/** What changed in meaning when somebody did that; only the lists that are not empty. */
function changed(deed: (board: BoardDocument) => void, before = board()): Partial<MeaningDiff> {
  const after = copyOf(before);
  deed(after);
  const diff = diffBoards(projectBoard(before), projectBoard(after));
  expect(meaningDiff.parse(diff)).toEqual(diff);
  return Object.fromEntries(Object.entries(diff).filter(([, list]) => list.length > 0));
}

const confirmed = (): BoardDocument => {
  const made = board();
  confirm(made);
  return made;
};

const set = (name: string, key: string, value: unknown) => (on: BoardDocument) => {
  on.records.get(`shape:${name}`)?.set(key, value);
};

const n1 = { id: 'shape:n1', text: 'Wachttijd' };
const a1 = { id: 'a1', text: 'Brieven een dag eerder nakijken' };
const promised = { ...a1, owner: 'Joost', due: '2026-11-20' };

describe('[DIFF-1] a change in meaning gives its own list and no other', () => {
  test('a note added', () => {
    expect(changed((on) => putRecord(on, note('n2', { x: 1010, y: 10, text: 'Balie' })))).toEqual({
      notesAdded: [{ id: 'shape:n2', text: 'Balie', canvas: 'pdca', zone: 'do' }],
    });
  });

  test('a note taken away', () => {
    expect(changed((on) => on.records.delete('shape:n1'))).toEqual({ notesRemoved: [n1] });
  });

  test('a note with other words', () => {
    expect(changed((on) => putRecord(on, note('n1', { x: 10, y: 10, text: 'Balie' })))).toEqual({
      notesChanged: [{ id: 'shape:n1', text: 'Balie', before: 'Wachttijd' }],
    });
  });

  test('a note in another zone', () => {
    expect(changed(set('n1', 'xy', [1010, 10]))).toEqual({
      notesMoved: [{ ...n1, from: 'plan', to: 'do' }],
    });
  });

  test('a note outside every zone', () => {
    expect(changed(set('n1', 'xy', [9000, 10]))).toEqual({
      notesMoved: [{ ...n1, from: 'plan', to: 'pdca' }],
    });
  });

  test('a note on another canvas', () => {
    expect(changed(set('n1', 'parentId', 'page:knowledge'))).toEqual({
      notesMoved: [{ ...n1, from: 'plan', to: 'knowledge' }],
    });
  });

  test('a note in the zone of the same name on another canvas', () => {
    const before = board();
    set('n1', 'xy', [5010, 10])(before);
    expect(changed(set('n1', 'parentId', 'page:action'), before)).toEqual({
      notesMoved: [{ ...n1, from: 'pdca', to: 'action' }],
    });
  });

  test('an action proposed', () => {
    expect(changed((on) => addAction(on, proposal({ id: 'a2', title: 'Bellen' })))).toEqual({
      actionsProposed: [{ id: 'a2', text: 'Bellen' }],
    });
  });

  test('an action proposed and confirmed', () => {
    const deed = (on: BoardDocument): void => {
      addAction(on, proposal({ id: 'a2' }));
      confirm(on, { actionId: 'a2', taskId: 't2', title: 'Bellen', state: 'doing' });
    };
    expect(changed(deed)).toEqual({
      actionsProposed: [{ id: 'a2', text: 'Bellen' }],
      actionsMoved: [{ id: 'a2', text: 'Bellen', from: 'proposal', to: 'doing' }],
      promisesMade: [{ id: 'a2', text: 'Bellen', owner: 'Joost', due: '2026-11-20' }],
    });
  });

  test('an action taken away', () => {
    expect(changed((on) => on.actions.delete('a1'))).toEqual({ actionsRemoved: [a1] });
  });

  test('an action confirmed', () => {
    expect(changed((on) => confirm(on))).toEqual({
      actionsMoved: [{ ...a1, from: 'proposal', to: 'agreed' }],
      promisesMade: [promised],
    });
  });

  test('a proposal dropped', () => {
    expect(changed((on) => dropAction(on, 'a1'))).toEqual({
      actionsMoved: [{ ...a1, from: 'proposal', to: 'dropped' }],
      actionsDropped: [a1],
    });
  });

  test('a task a step further', () => {
    const deed = (on: BoardDocument): void => confirm(on, { state: 'done', revision: 2 });
    expect(changed(deed, confirmed())).toEqual({
      actionsMoved: [{ ...a1, from: 'agreed', to: 'done' }],
      promisesKept: [promised],
    });
  });

  test('a due date moved', () => {
    const deed = (on: BoardDocument): void => confirm(on, { due: '2026-12-01', revision: 2 });
    expect(changed(deed, confirmed())).toEqual({
      duesMoved: [{ ...a1, from: '2026-11-20', to: '2026-12-01' }],
    });
  });

  test('a reading', () => {
    const readings = [...measure().readings, { at: '2026-11-06', value: 12 }];
    expect(changed((on) => on.facts.set(measureKey('m1'), measure({ readings })))).toEqual({
      readings: [{ id: 'm1', measure: 'Wachttijd', unit: 'min', at: '2026-11-06', value: 12 }],
    });
  });

  test('a target moved', () => {
    expect(changed((on) => on.facts.set(measureKey('m1'), measure({ target: 8 })))).toEqual({
      targetsMoved: [{ id: 'm1', measure: 'Wachttijd', from: 10, to: 8 }],
    });
  });

  test('a topic added', () => {
    const deed = (on: BoardDocument): void =>
      addKnowledge(on, topic({ id: 'k2', topic: 'Planning' }));
    expect(changed(deed)).toEqual({ knowledgeAdded: [{ id: 'k2', text: 'Planning' }] });
  });
});

describe('[DIFF-1] no change in meaning', () => {
  test.each<[string, (on: BoardDocument) => void]>([
    ['nothing at all', () => undefined],
    ['a note moved 10 px', set('n1', 'xy', [20, 10])],
    ['a note in another colour', set('n1', 'p:color', 'pink')],
    [
      'a note with a space more',
      (on) => putRecord(on, note('n1', { x: 10, y: 10, text: 'Wachttijd ' })),
    ],
    ['a card deleted', (on) => on.records.delete('shape:c1')],
    ['a zone added', (on) => putRecord(on, zone('ideas', { x: 9000, kind: 'parking' }))],
    ['an effect left open again', (on) => changeAction(on, 'a1', { effect: {} })],
  ])('%s', (_what, deed) => {
    expect(changed(deed)).toEqual({});
  });

  test('a due date where there was none is part of the proposal', () => {
    const before = board();
    changeAction(before, 'a1', { due: null });
    expect(changed((on) => changeAction(on, 'a1', { due: '2026-12-01' }), before)).toEqual({});
  });

  test('an old reading that makes room for a new one is no change', () => {
    const before = board();
    const readings = [
      { at: '2026-10-01', value: 20 },
      { at: '2026-10-30', value: 14 },
    ];
    before.facts.set(measureKey('m1'), measure({ readings }));
    expect(changed((on) => on.facts.set(measureKey('m1'), measure()), before)).toEqual({});
  });
});

describe('[DIFF-1] the difference', () => {
  test('of a board with itself is empty, and only then', () => {
    const same = projectBoard(board());
    expect(isEmptyDiff(diffBoards(same, same))).toBe(true);
    expect(isEmptyDiff(diffBoards(projectBoard(boardWith()), same))).toBe(false);
  });

  test('there and back names what came as what went', () => {
    const texts = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('x', 'y'));
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const [from, to] = [one, other].map((notes) =>
          projectBoard(
            boardWith(...Object.entries(notes).map(([name, text]) => note(name, { text }))),
          ),
        );
        if (!from || !to) throw new Error('two boards');
        const [there, back] = [diffBoards(from, to), diffBoards(to, from)];
        const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);
        expect(ids(there.notesAdded)).toEqual(ids(back.notesRemoved));
        expect(ids(there.notesRemoved)).toEqual(ids(back.notesAdded));
        expect(ids(there.notesChanged)).toEqual(ids(back.notesChanged));
      }),
    );
  });
});

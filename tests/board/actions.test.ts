import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { addAction, changeAction, readAction, readActions } from '#board/actions.ts';
import type { Action } from '#board/actions.ts';
import { dropAction } from '#board/edits.ts';
import { copyOf, emptyDocument, exchange, proposal } from './builders.ts';

function withAction(wish: Partial<Action> = {}): ReturnType<typeof emptyDocument> {
  const board = emptyDocument();
  addAction(board, proposal(wish));
  return board;
}

const blank: Action = {
  id: 'a1',
  title: '',
  owner: null,
  due: null,
  effect: {},
  parked: null,
  rung: 'proposal',
  by: '',
  at: '',
};

describe('[ACT-1] an action in the document', () => {
  test.each([
    ['complete', {}],
    ['an intention with a title alone', { owner: null, due: null, effect: {}, rung: 'intention' }],
    ['seen by an observation', { effect: { observation: 'minder telefoon' } }],
  ] as const)('comes back as it was put in: %s', (_name, wish) => {
    expect(readAction(copyOf(withAction(wish)), 'a1')).toEqual(proposal(wish));
  });

  test('that is not there is undefined', () => {
    expect(readAction(emptyDocument(), 'a1')).toBeUndefined();
  });

  test('all of them come by id', () => {
    const board = emptyDocument();
    for (const id of ['b', 'c', 'a']) addAction(board, proposal({ id }));
    expect(readActions(board).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  test.each([
    ['a due date that no calendar has', 'due', '2026-13-01'],
    ['an owner that is only a name', 'owner', 'Joost'],
    ['an effect with an impossible date', 'effect', { checkOn: 'ooit' }],
    ['a rung that only a task has', 'rung', 'agreed'],
    ['a title that is no text', 'title', 'Brieven'],
    ['a date that is a number', 'at', 5],
  ])('with %s is read as if that were open', (_what, key, value) => {
    const board = withAction();
    board.actions.get('a1')?.set(key, value);
    const open = { ...proposal(), [key]: blank[key as keyof Action] };
    expect(readAction(board, 'a1')).toEqual(open);
  });

  test('whatever a field holds, reading does not throw', () => {
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), (key, value) => {
        const board = withAction();
        board.actions.get('a1')?.set(key, value);
        expect(readAction(board, 'a1')?.id).toBe('a1');
      }),
    );
  });

  test('what is no map is no action, and takes no change', () => {
    const board = emptyDocument();
    (board.actions as Y.Map<unknown>).set('a1', 5);
    expect(readActions(board)).toEqual([]);
    changeAction(board, 'a1', { title: 'Nieuw' });
    dropAction(board, 'a1');
    expect(readActions(board)).toEqual([]);
  });
});

describe('[ACT-1] changing an action', () => {
  test('changes the fields given and no others', () => {
    const board = withAction();
    changeAction(board, 'a1', { due: null });
    expect(readAction(board, 'a1')).toEqual(proposal({ due: null }));
  });

  test('two people who change two fields both keep their change', () => {
    const mine = withAction();
    const theirs = copyOf(mine);
    changeAction(mine, 'a1', { due: '2026-12-01' });
    changeAction(theirs, 'a1', { owner: { id: 'p9', name: 'Sanne' } });
    exchange(mine, theirs);
    expect(readAction(mine, 'a1')).toMatchObject({ due: '2026-12-01', owner: { id: 'p9' } });
  });

  test('[DOC-5] two people who type in one title both keep their words', () => {
    const board = withAction({ title: 'brieven nakijken' });
    changeAction(board, 'a1', { title: 'brieven vandaag nakijken' }, 'brieven nakijken');
    changeAction(board, 'a1', { title: 'alle brieven nakijken' }, 'brieven nakijken');
    expect(readAction(board, 'a1')?.title).toBe('alle brieven vandaag nakijken');
  });

  test('one that is not there stays away', () => {
    const board = emptyDocument();
    changeAction(board, 'a1', { title: 'Nieuw' });
    dropAction(board, 'a1');
    expect(readActions(board)).toEqual([]);
  });

  test('dropping keeps everything but the rung', () => {
    const board = withAction();
    dropAction(board, 'a1');
    expect(readAction(board, 'a1')).toEqual(proposal({ rung: 'dropped' }));
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  addKnowledge,
  changeTopic,
  readAllKnowledge,
  readKnowledge,
  setHolder,
} from '#board/knowledge.ts';
import { copyOf, emptyDocument, exchange, topic } from './builders.ts';

const joost = { id: 'p2', name: 'Joost' };
const sanne = { id: 'p4', name: 'Sanne' };

function withTopic(...wishes: Parameters<typeof topic>[0][]): ReturnType<typeof emptyDocument> {
  const board = emptyDocument();
  for (const wish of wishes.length > 0 ? wishes : [{}]) addKnowledge(board, topic(wish));
  return board;
}

describe('[DOC-8] a knowledge item', () => {
  test('comes back as it was put in', () => {
    expect(readKnowledge(copyOf(withTopic()), 'k1')).toEqual(topic());
  });

  test('that is not there is undefined', () => {
    expect(readKnowledge(emptyDocument(), 'k1')).toBeUndefined();
  });

  test('all of them come by id', () => {
    const board = withTopic({ id: 'k2' }, { id: 'k1' });
    expect(readAllKnowledge(board).map(({ id }) => id)).toEqual(['k1', 'k2']);
  });

  test('of two people who say what they know, both are holders', () => {
    const mine = withTopic();
    const theirs = copyOf(mine);
    setHolder(mine, 'k1', joost, 'knows');
    setHolder(theirs, 'k1', sanne, 'wants-to-learn');
    exchange(mine, theirs);
    const names = readKnowledge(mine, 'k1')?.holders.map(({ name }) => name);
    expect(names).toEqual(['Ahmed', 'Joost', 'Sanne']);
  });

  test('holders come by name, and by id where two share one', () => {
    const holders = [
      ['x', 'Jan1'],
      ['1x', 'Jan'],
      ['b', 'Jan'],
      ['a', 'Jan'],
    ] as const;
    const orders = [holders, [...holders].reverse()].map((people) => {
      const board = withTopic({ holders: [] });
      for (const [id, name] of people) setHolder(board, 'k1', { id, name }, 'knows');
      return readKnowledge(board, 'k1')?.holders.map(({ id }) => id);
    });
    expect(orders).toEqual([
      ['1x', 'a', 'b', 'x'],
      ['1x', 'a', 'b', 'x'],
    ]);
  });

  test('a person changes level, or leaves', () => {
    const board = withTopic();
    setHolder(board, 'k1', { id: 'p3', name: 'Ahmed' }, 'knows');
    expect(readKnowledge(board, 'k1')?.holders).toEqual([
      { id: 'p3', name: 'Ahmed', level: 'knows' },
    ]);
    setHolder(board, 'k1', { id: 'p3', name: 'Ahmed' }, null);
    expect(readKnowledge(board, 'k1')?.holders).toEqual([]);
  });

  test('[DOC-5] two people who type in one topic both keep their words', () => {
    const board = withTopic();
    changeTopic(board, 'k1', 'Digitale verwijsbrieven', 'Verwijsbrieven');
    changeTopic(board, 'k1', 'Verwijsbrieven inlezen', 'Verwijsbrieven');
    expect(readKnowledge(board, 'k1')?.topic).toBe('Digitale verwijsbrieven inlezen');
  });

  test('a holder that does not fit is left out', () => {
    const board = withTopic();
    const holders = board.knowledge.get('k1')?.get('holders') as Y.Map<unknown>;
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        holders.set('odd', value);
        expect(readKnowledge(board, 'k1')?.holders).toHaveLength(1);
      }),
    );
  });

  test('what is no map is no item, and takes no change', () => {
    const board = emptyDocument();
    (board.knowledge as Y.Map<unknown>).set('k1', 'Verwijsbrieven');
    changeTopic(board, 'k1', 'Nieuw');
    setHolder(board, 'k1', joost, 'knows');
    expect(readAllKnowledge(board)).toEqual([]);
  });

  test('fields of the wrong kind are read as empty', () => {
    const board = emptyDocument();
    board.knowledge.set('k1', new Y.Map<unknown>([['topic', 5]]));
    expect(readKnowledge(board, 'k1')).toEqual(topic({ topic: '', evidence: '', holders: [] }));
  });
});

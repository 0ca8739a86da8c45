import { describe, expect, test } from 'vitest';
import { readAction } from '#board/actions.ts';
import { changeNote, moveToZone, noteToAction, removeCard } from '#board/card-edits.ts';
import { addNote } from '#board/edits.ts';
import { readFlat } from '#board/flat-record.ts';
import type { PlainRecord } from '#board/flat-record.ts';
import { soleHolder } from '#board/knowledge.ts';
import { checkRecord } from '#board/records.ts';
import { arrowBinding } from './records-of-every-kind.ts';
import { author, boardWith, copyOf, exchange, note, proposal, topic, zone } from './builders.ts';

const binding = (name: string, toId: string): PlainRecord => {
  return arrowBinding({ id: `binding:${name}`, fromId: 'shape:arrow', toId });
};

function read(board: ReturnType<typeof boardWith>, id: string): PlainRecord {
  const map = board.records.get(id);
  if (!map) throw new Error(`no ${id}`);
  return readFlat(id, map);
}

describe('[DOC-5] changing a note in the list', () => {
  test('keeps what somebody else wrote in it meanwhile', () => {
    const mine = boardWith(note('a', { text: 'Wachttijd' }));
    const theirs = copyOf(mine);
    changeNote(mine, 'shape:a', 'Lange wachttijd', 'Wachttijd');
    changeNote(theirs, 'shape:a', 'Wachttijd balie', 'Wachttijd');
    exchange(mine, theirs);
    const { text } = read(mine, 'shape:a')['props'] as { text: string };
    expect(text).toContain('Lange');
    expect(text).toContain('balie');
  });
});

describe('[DOC-17] cards in fields', () => {
  const fields = [zone('plan', { kind: 'plan' }), zone('do', { kind: 'do', x: 900, index: 'a2' })];

  test('a card that is moved goes to a free place in its new field', () => {
    const taken = note('taken', { x: 924, y: 76 });
    const board = boardWith(...fields, taken, note('a', { x: 20, y: 90 }));
    moveToZone(board, 'shape:a', 'shape:do');
    const { x, y } = read(board, 'shape:a');
    expect([x, y]).not.toEqual([924, 64]);
    expect(Number(x)).toBeGreaterThan(900);
  });

  test('a card that lies there already stays', () => {
    const board = boardWith(...fields, note('a', { x: 1200, y: 300 }));
    moveToZone(board, 'shape:a', 'shape:do');
    expect(read(board, 'shape:a')).toMatchObject({ x: 1200, y: 300 });
  });

  test('a note becomes an action at its place, with its words on one line and its arrows', () => {
    const words = note('a', { text: 'Brieven\n nakijken ', x: 5, y: 6 });
    const board = boardWith(words, binding('b', 'shape:a'));
    const { title, ...rest } = proposal();
    void title;
    noteToAction(board, 'shape:a', rest, 'shape:card');
    expect(readAction(board, 'a1')?.title).toBe('Brieven nakijken');
    const card = read(board, 'shape:card');
    expect(checkRecord(card).ok).toBe(true);
    expect(card).toMatchObject({ type: 'action-card', x: 5, y: 6, meta: author });
    expect(board.records.has('shape:a')).toBe(false);
    expect(board.records.get('binding:b')?.get('toId')).toBe('shape:card');
  });

  test('a card that is taken off takes the ends of arrows on it along', () => {
    const board = boardWith(
      note('a'),
      note('b'),
      binding('to-a', 'shape:a'),
      binding('to-b', 'shape:b'),
    );
    removeCard(board, 'shape:a');
    const left = [...board.records.keys()].filter((id) => !id.startsWith('page:'));
    expect(left.sort()).toEqual(['binding:to-b', 'shape:b']);
  });
});

describe('[LIST-2] a note made in the list', () => {
  test('goes to a free place in its field', () => {
    const field = zone('do', { kind: 'do', x: 900, index: 'a2' });
    const board = boardWith(zone('plan'), field, note('taken', { x: 924, y: 76 }));
    const box = addNote(
      board,
      { id: 'shape:a', canvas: 'pdca', zoneId: 'shape:do', text: 'Nieuw' },
      author,
    );
    expect(box.x).toBeGreaterThan(924);
    expect(box.y).toBe(76);
  });
});

describe('[DOC-16] a sole holder', () => {
  const holder = (id: string, level: 'knows' | 'can-teach' | 'wants-to-learn') => {
    return { id, name: id, level };
  };

  test.each([
    [[holder('p1', 'knows')], 'p1'],
    [[holder('p1', 'can-teach'), holder('p2', 'wants-to-learn')], 'p1'],
    [[holder('p1', 'knows'), holder('p2', 'can-teach')], undefined],
    [[holder('p1', 'wants-to-learn')], undefined],
    [[], undefined],
  ])('%j', (holders, sole) => {
    expect(soleHolder(topic({ holders }))?.id).toBe(sole);
  });
});

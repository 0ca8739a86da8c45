import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readAction } from '#board/actions.ts';
import type { BoardDocument } from '#board/document.ts';
import {
  ACTION_CARD_WIDTH,
  addNote,
  addTopic,
  KNOWLEDGE_CARD_WIDTH,
  proposeAction,
} from '#board/edits.ts';
import { readFlat } from '#board/flat-record.ts';
import type { PlainRecord } from '#board/flat-record.ts';
import { readKnowledge } from '#board/knowledge.ts';
import { checkRecord } from '#board/records.ts';
import { author, boardWith, proposal, topic, zone } from './builders.ts';

function recordOf(board: BoardDocument, id: string): PlainRecord {
  const map = board.records.get(id);
  if (!map) throw new Error(`no ${id}`);
  return readFlat(id, map);
}

describe('[DOC-13] adding a note', () => {
  test('puts it where it was said', () => {
    const board = boardWith(zone('z'));
    const box = addNote(
      board,
      { id: 'shape:a', canvas: 'pdca', text: 'Brief', x: -5, y: 7 },
      author,
    );
    expect(box).toMatchObject({ x: -5, y: 7, w: 200, h: 120 });
    expect(recordOf(board, 'shape:a')).toMatchObject({ x: -5, y: 7, parentId: 'page:pdca' });
  });

  test('puts it into the first zone that takes notes', () => {
    const board = boardWith(
      zone('do', { kind: 'do', index: 'a1' }),
      zone('plan', { kind: 'plan', x: 2000, index: 'a2' }),
    );
    const { x } = addNote(board, { id: 'shape:a', canvas: 'pdca', text: 'Brief' }, author);
    expect(x).toBeGreaterThan(2000);
  });

  test('keeps who wrote it and when, and gives its text characters that merge', () => {
    const board = boardWith();
    addNote(board, { id: 'shape:a', canvas: 'pdca', text: 'Brief', color: 'pink' }, author);
    const record = recordOf(board, 'shape:a');
    expect(checkRecord(record).ok).toBe(true);
    expect(record).toMatchObject({ meta: author, props: { text: 'Brief', color: 'pink' } });
    expect(board.records.get('shape:a')?.get('p:text')).toBeInstanceOf(Y.Text);
  });

  test('takes the one coordinate that was said', () => {
    const board = boardWith();
    const box = addNote(board, { id: 'shape:a', canvas: 'pdca', text: 'Brief', x: 900 }, author);
    expect(box).toMatchObject({ x: 900, y: 76 });
  });

  test('lies on top of what was there', () => {
    const board = boardWith();
    for (const id of ['shape:a', 'shape:b']) {
      addNote(board, { id, canvas: 'pdca', text: 'Brief', x: 0, y: 0 }, author);
    }
    const [a, b] = ['shape:a', 'shape:b'].map((id) => String(recordOf(board, id)['index']));
    expect(String(b) > String(a)).toBe(true);
  });
});

describe('[DOC-6] a card is a view', () => {
  test('proposing makes an action and a card that shows it', () => {
    const board = boardWith(zone('z', { canvas: 'action', kind: 'proposal', x: 3000 }));
    const box = proposeAction(board, proposal(), { id: 'shape:c', canvas: 'action' }, author);
    expect(readAction(board, 'a1')).toEqual(proposal());
    expect(recordOf(board, 'shape:c')['props']).toEqual({ w: ACTION_CARD_WIDTH, actionId: 'a1' });
    expect(checkRecord(recordOf(board, 'shape:c')).ok).toBe(true);
    expect(box.x).toBeGreaterThan(3000);
  });

  test('deleting the card leaves the action', () => {
    const board = boardWith();
    proposeAction(board, proposal(), { id: 'shape:c', canvas: 'action' }, author);
    board.records.delete('shape:c');
    expect(readAction(board, 'a1')).toEqual(proposal());
  });

  test('adding a topic makes an item and a card that shows it', () => {
    const board = boardWith();
    addTopic(board, topic(), { id: 'shape:c' }, author);
    expect(readKnowledge(board, 'k1')).toEqual(topic());
    const { props } = recordOf(board, 'shape:c');
    expect(props).toEqual({ w: KNOWLEDGE_CARD_WIDTH, itemId: 'k1' });
    expect(checkRecord(recordOf(board, 'shape:c')).ok).toBe(true);
  });
});

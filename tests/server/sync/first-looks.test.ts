import { describe, expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import type { BoardDocument } from '#board/document.ts';
import { asBoardId } from '#board/ids.ts';
import { FirstLooks } from '#server/sync/first-looks.ts';
import type { EncodedAt } from '#server/sync/first-looks.ts';
import type { Encoded } from '#server/sync/fold-document.ts';
import { HeavyThreads } from '#server/sync/heavy-work.ts';
import { lookAtDocument } from '#server/sync/look-at-document.ts';
import { ManualClock } from '#tests/support/manual-clock.ts';
import { putRecord } from '#board/edits.ts';
import { boardWith, note } from '../../board/builders.ts';

const boardId = asBoardId('board-1');

/** The update that a change to the board makes. */
function updateOf(board: BoardDocument, change: () => void): Uint8Array {
  const vector = Y.encodeStateVector(board.doc);
  board.doc.transact(change);
  return Y.encodeStateAsUpdate(board.doc, vector);
}

function setUp() {
  const board = boardWith(note('a', { text: 'Eerst' }));
  const rows = [{ seq: 1, bytes: Y.encodeStateAsUpdate(board.doc) }];
  const clock = new ManualClock();
  const asked: Encoded[] = [];
  const look = async (job: Encoded): Promise<string> => {
    asked.push(job);
    if (asked.length === 3) throw new Error('the worker was lost');
    return Promise.resolve(lookAtDocument(job));
  };
  const looks = new FirstLooks({ clock, heavy: { look } });
  const read = (): EncodedAt => ({ at: head(), rows: rows.map(({ bytes }) => bytes) });
  const head = () => ({ epoch: 1, seq: rows.length });
  const words = async () => {
    const { cards } = await looks.latest(boardId, head(), () => Promise.resolve(read()));
    return cards.flatMap((card) => (card.is === 'note' ? card.text : [])).sort();
  };
  const write = (seq: number, text: string): void => {
    const bytes = updateOf(board, () => putRecord(board, note(text, { text, x: seq * 300 })));
    rows.push({ seq, bytes });
  };
  return { looks, clock, asked, words, write, head, read };
}

describe('[CANVAS-6] the first look of a board', () => {
  test('is worked out once for everybody while nothing changes', async () => {
    const { clock, asked, words } = setUp();
    expect(await Promise.all([words(), words()])).toEqual([['Eerst'], ['Eerst']]);
    clock.pass(60_000);
    expect(await words()).toEqual(['Eerst']);
    expect(asked).toHaveLength(1);
  });

  test('is at most five seconds old when it does, and asked for again when it failed', async () => {
    const { clock, asked, words, write } = setUp();
    await words();
    write(2, 'Toen');
    expect(await words()).toEqual(['Eerst']);
    clock.pass(5_000);
    expect(await words()).toEqual(['Eerst', 'Toen']);
    write(3, 'Daarna');
    clock.pass(5_000);
    await expect(words()).rejects.toThrow('the worker was lost');
    expect(await words()).toEqual(['Daarna', 'Eerst', 'Toen']);
    expect(asked).toHaveLength(4);
  });

  test('is worked out anew when everybody has left, where somebody asks for it at all', async () => {
    const { looks, asked, words, write, head, read } = setUp();
    looks.freshen(boardId, head(), read);
    expect(asked, 'nobody asks for it').toHaveLength(0);
    await words();
    looks.freshen(boardId, head(), read);
    expect(asked, 'it is the same').toHaveLength(1);
    write(2, 'Toen');
    looks.freshen(boardId, head(), read);
    expect(await words()).toEqual(['Eerst', 'Toen']);
    expect(asked).toHaveLength(2);
  });

  test('is kept for as many boards as fit into 8 MiB, those asked for last', async () => {
    const look = JSON.stringify({ canvas: 'pdca', cards: [], padding: 'x'.repeat(1 << 20) });
    const made: number[] = [];
    const heavy = { look: () => Promise.resolve(look) };
    const looks = new FirstLooks({ clock: new ManualClock(), heavy });
    const at = { epoch: 1, seq: 1 };
    const ask = (board: number) =>
      looks.latest(asBoardId(`board-${board}`), at, () => {
        made.push(board);
        return Promise.resolve({ at, rows: [] });
      });
    for (const board of [1, 2, 3, 4, 5, 6, 7, 1, 8, 1, 2]) await ask(board);
    expect(made, 'the second was asked for longest ago').toEqual([1, 2, 3, 4, 5, 6, 7, 8, 2]);
  });

  test('comes from the worker as it is, and without cards where they would be too long', async () => {
    const workshop = new HeavyThreads();
    workshop.start();
    onTestFinished(() => workshop.stop());
    const text = 'x'.repeat(5_000);
    const notes = (count: number) =>
      boardWith(...Array.from({ length: count }, (_, at) => note(`n${at}`, { text })));
    for (const [count, shown] of [
      [20, 20],
      [250, 0],
    ] as const) {
      const rows = [Y.encodeStateAsUpdate(notes(count).doc)];
      const look = await workshop.look({ rows });
      expect(look).toBe(lookAtDocument({ rows }));
      expect((JSON.parse(look) as { cards: unknown[] }).cards).toHaveLength(shown);
    }
  });
});

import { describe, expect, onTestFinished, test } from 'vitest';
import { createFlat } from '#board/flat-record.ts';
import { HeavyThreads } from '#server/sync/heavy-work.ts';
import { note } from '#tests/board/builders.ts';
import { onTheSpot } from '#tests/support/on-the-spot.ts';
import { until } from '#tests/support/sync.ts';
import { world } from './world.ts';

function threads(): HeavyThreads {
  const heavy = new HeavyThreads();
  heavy.start();
  onTestFinished(() => heavy.stop());
  return heavy;
}

describe('an update of more than 64 KiB', () => {
  test('[SYNC-7] is tried in a worker thread, stored and shown', async () => {
    const { settled } = await world({ heavy: threads() });
    const [anna, bert] = [await settled('anna'), await settled('bert')];
    anna.doc.transact(() => {
      for (let i = 0; i < 400; i++) {
        const card = note(`card-${i}`, { text: `Words on card ${i}` });
        anna.board.records.set(card.id, createFlat(card));
      }
      anna.board.facts.set('task:forged', { state: 'done' });
    });
    await until('bert has it', () => bert.board.records.size === 400, 20_000);
    await until('anna is saved', () => anna.saving === 'saved');
    // It was put right there as well, and what comes after it fits.
    for (const { board } of [anna, bert]) expect(board.facts.has('task:forged')).toBe(false);
    anna.board.votes.set('after', 1);
    await until('bert has that too', () => bert.board.votes.has('after'));
  }, 40_000);

  test('[SYNC-7] that takes too long ends its own connection and disturbs nobody else', async () => {
    const heavy = {
      ...onTheSpot,
      attempt: () => Promise.reject(new Error('it took longer than 3000 ms')),
    };
    const { settled } = await world({ heavy });
    const [anna, bert] = [await settled('anna'), await settled('bert')];
    anna.board.votes.set('large', 'x'.repeat(70_000) as never);
    await until('anna is refused', () => anna.link === 'refused');
    expect(anna.connection.state.saving).toMatchObject({ reason: 'too-large' });
    bert.board.votes.set('b', 1);
    await until('bert is saved', () => bert.saving === 'saved');
    expect(bert.board.votes.toJSON()).toEqual({ b: 1 });
  });
});

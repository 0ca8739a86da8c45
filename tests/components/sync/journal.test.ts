import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { openDeviceOutbox } from '#components/sync/device-outbox.ts';
import { Journal } from '#components/sync/journal.ts';
import { entry, kept, newDevice, owner } from './device.ts';

const anna = owner('anna');
const begin = (journal: Journal, of = entry()): void => journal.keep(journal.nextKey(anna), of);
const bytesOf = (journal: Journal) =>
  journal.strays(anna).map(({ entry: { bytes } }) => Array.from(bytes));

beforeEach(newDevice);

describe('[SYNC-41] the journal of what IndexedDB is still writing', () => {
  test('gives what a tab that is gone had begun to write, in its order, byte for byte', () => {
    const gone = new Journal(localStorage);
    for (let at = 0; at < 12; at++) begin(gone, entry({ bytes: Uint8Array.of(at, 255) }));
    expect(gone.strays(anna), 'what is its own is no stray').toEqual([]);
    const next = new Journal(localStorage);
    expect(bytesOf(next)).toEqual(Array.from({ length: 12 }, (_none, at) => [at, 255]));
    expect(next.strays(anna)[0]?.entry).toEqual(entry({ bytes: Uint8Array.of(0, 255) }));
  });

  test('shows nobody the changes of somebody else, or of another board', () => {
    begin(new Journal(localStorage));
    const next = new Journal(localStorage);
    for (const other of [owner('ann'), owner('anna', 'board-2')]) {
      expect(next.strays(other)).toEqual([]);
    }
  });

  test('leaves nothing behind once all is written', async () => {
    const outbox = await openDeviceOutbox();
    onTestFinished(() => outbox.close());
    const written = outbox.add(anna, entry());
    expect(localStorage).toHaveLength(1);
    await written;
    expect(localStorage).toHaveLength(0);
    expect((await kept('anna')).entries).toHaveLength(1);
  });

  test('is written down by the next tab, after what was written before', async () => {
    const gone = await openDeviceOutbox();
    await gone.add(anna, entry({ bytes: Uint8Array.of(1, 1) }));
    gone.close();
    begin(new Journal(localStorage), entry({ bytes: Uint8Array.of(2, 2) }));
    const { entries } = await kept('anna');
    expect(entries.map(({ id, bytes }) => [id, ...bytes])).toEqual([
      [1, 1, 1],
      [2, 2, 2],
    ]);
    expect(localStorage).toHaveLength(0);
    expect((await kept('anna')).entries).toEqual(entries);
  });

  test('is not written a second time while the tab that writes it lives', async () => {
    const outbox = await openDeviceOutbox();
    onTestFinished(() => outbox.close());
    const [id, { entries }] = await Promise.all([outbox.add(anna, entry()), kept('anna')]);
    expect(entries.map((one) => one.id)).toEqual([id]);
    expect((await kept('anna')).entries).toEqual(entries);
  });

  test('passes over what cannot be read, and takes no large ones', () => {
    localStorage.setItem('outbox:board-1:anna:x-1', '{"epoch":1');
    localStorage.setItem('outbox:board-1:anna:x-2', '{"epoch":"one"}');
    const gone = new Journal(localStorage);
    begin(gone, entry({ bytes: new Uint8Array(17 * 1024) }));
    begin(gone, entry({ bytes: Uint8Array.of(7, 7) }));
    expect(bytesOf(new Journal(localStorage))).toEqual([[7, 7]]);
  });

  test('is done without where the storage is full or there is none', async () => {
    vi.spyOn(localStorage, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    for (const journal of [new Journal(localStorage), new Journal(undefined)]) {
      begin(journal);
      expect(journal.strays(anna)).toEqual([]);
    }
    const outbox = await openDeviceOutbox();
    onTestFinished(() => outbox.close());
    expect(await outbox.add(anna, entry())).toBe(1);
  });
});

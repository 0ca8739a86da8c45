import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { openDeviceOutbox } from '#components/sync/device-outbox.ts';
import type { Outbox } from '#components/sync/outbox.ts';
import { entry, newDevice, owner } from './device.ts';

beforeEach(newDevice);

async function open(): Promise<Outbox> {
  const outbox = await openDeviceOutbox();
  onTestFinished(() => outbox.close());
  return outbox;
}

describe('[SYNC-40] the outbox on this device', () => {
  test('gives back what a tab that is gone wrote, in order, byte for byte', async () => {
    const first = await openDeviceOutbox();
    const bytes = Uint8Array.from({ length: 300 }, (_none, at) => at % 256);
    await first.add(owner('anna'), entry({ bytes, changes: 3, at: 5 }));
    await first.add(owner('anna'), entry({ epoch: 2 }));
    first.close();
    const found = await (await open()).read(owner('anna'));
    expect(found.map(({ id, epoch, changes, at }) => [id, epoch, changes, at])).toEqual([
      [1, 1, 3, 5],
      [2, 2, 1, 1_000],
    ]);
    expect(found[0]?.bytes).toEqual(bytes);
  });

  test('shows nobody the changes of somebody else, or of another board', async () => {
    const outbox = await open();
    const id = await outbox.add(owner('anna'), entry());
    await outbox.setAside([id], 'damaged');
    await outbox.add(owner('anna'), entry());
    for (const other of [owner('bert'), owner('anna', 'board-2')]) {
      expect(await outbox.read(other)).toEqual([]);
      expect(await outbox.readSetAside(other)).toEqual([]);
    }
  });

  test('forgets what is saved, wherever it lies, and passes over what is gone', async () => {
    const outbox = await open();
    const one = await outbox.add(owner('anna'), entry());
    const two = await outbox.add(owner('anna'), entry());
    const three = await outbox.add(owner('anna'), entry());
    await outbox.setAside([two], 'too-large');
    await outbox.remove([one, two, 99]);
    expect((await outbox.read(owner('anna'))).map(({ id }) => id)).toEqual([three]);
    expect(await outbox.readSetAside(owner('anna'))).toEqual([]);
  });

  test('gives what is set aside to one tab only', async () => {
    const [mine, other] = [await open(), await open()];
    const ids = [await mine.add(owner('anna'), entry()), await mine.add(owner('anna'), entry())];
    const taken = await Promise.all([
      mine.setAside(ids, 'epoch-changed'),
      other.setAside(ids, 'epoch-changed'),
    ]);
    expect(taken.map(({ length }) => length).sort()).toEqual([0, 2]);
    expect(await mine.read(owner('anna'))).toEqual([]);
    expect(await other.readSetAside(owner('anna'))).toMatchObject([
      { id: ids[0], reason: 'epoch-changed' },
      { id: ids[1], reason: 'epoch-changed' },
    ]);
  });

  test('asks the browser once to keep it when the disk is full', async () => {
    const persist = vi.fn(() => Promise.resolve(true));
    vi.stubGlobal('navigator', { storage: { persist } });
    await open();
    await open();
    expect(persist).toHaveBeenCalledTimes(1);
  });

  test('says so where there is none', async () => {
    vi.stubGlobal('indexedDB', undefined);
    await expect(openDeviceOutbox()).rejects.toThrow();
  });
});

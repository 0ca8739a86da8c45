import { createTLStore, InstancePresenceRecordType } from 'tldraw';
import type { TLInstancePresence, TLPageId, TLShapeId, TLStore } from 'tldraw';
import { describe, expect, test } from 'vitest';
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { boardSchema } from '#board/records.ts';
import { PresenceBinding } from '#components/canvas/presence-binding.ts';
import { presenceRecord, presenceToSend } from '#components/canvas/presence-state.ts';
import { ManualSchedule } from './peers.ts';

function presence(selected = 0): TLInstancePresence {
  return InstancePresenceRecordType.create({
    id: InstancePresenceRecordType.createId('x'),
    userId: 'forged',
    userName: 'Forged',
    currentPageId: 'page:pdca' as TLPageId,
    cursor: { x: 1, y: 2, type: 'default', rotation: 0 },
    selectedShapeIds: Array.from({ length: selected }, (_, at) => `shape:${at}` as TLShapeId),
  });
}

const noor = { id: 'noor', name: 'Noor', color: '#112233' };

describe('presence', () => {
  test('[PRES-1] what goes out says where, never who, and names fifty shapes at most', () => {
    const sent = presenceToSend(presence(200));
    expect(sent).not.toHaveProperty('userId');
    expect(sent).not.toHaveProperty('userName');
    expect(sent.selectedShapeIds).toHaveLength(50);
  });

  test('[PRES-2] who it is comes from the stamp, whatever the state itself says', () => {
    const record = presenceRecord(7, { user: noor, presence: presence() });
    expect(record).toMatchObject({ id: 'instance_presence:7', userId: 'noor', userName: 'Noor' });
  });

  test.each([
    ['without a stamp', { presence: presence() }],
    ['that is no object', 'here I am'],
    [
      'with a cursor at no place',
      { user: noor, presence: { ...presence(), cursor: { x: 'far' } } },
    ],
    ['with a field that nobody knows', { user: noor, presence: { ...presence(), virus: 1 } }],
  ])('[PRES-2] a state %s shows nobody', (_what, state) => {
    expect(presenceRecord(7, state)).toBeUndefined();
  });

  test('[PRES-3] others come and go with their state, my own second window is not among them', () => {
    const { store, schedule, here } = running();
    const [sam, me] = [other(), other()];
    sam.setLocalState({ user: { id: 'sam', name: 'Sam', color: '#445566' }, presence: presence() });
    me.setLocalState({ user: noor, presence: presence() });
    for (const one of [sam, me]) hear(here, one);
    schedule.pass(50);
    expect(shown(store).map(({ userName }) => userName)).toEqual(['Sam']);
    sam.setLocalState(null);
    hear(here, sam);
    schedule.pass(50);
    expect(shown(store)).toEqual([]);
  });

  test('[PRES-3] goes out twelve times a second at most, and not at all from a hidden window', () => {
    const { schedule, here, binding, store } = running();
    let sent = 0;
    here.on('change', () => sent++);
    for (let frame = 0; frame < 60; frame++) {
      store.put([{ ...pointer(store), x: frame }]);
      schedule.pass(1000 / 60);
    }
    expect(sent).toBeGreaterThan(6);
    expect(sent).toBeLessThanOrEqual(14);
    binding.setHidden(true);
    schedule.pass(200);
    expect(here.getLocalState()).toMatchObject({ presence: null });
  });
});

function other(): Awareness {
  const awareness = new Awareness(new Y.Doc());
  clearInterval(awareness._checkInterval as ReturnType<typeof setInterval>);
  return awareness;
}

function running() {
  const store = createTLStore({ schema: boardSchema });
  (store as unknown as { ensureStoreIsUsable(): void }).ensureStoreIsUsable();
  const here = other();
  const schedule = new ManualSchedule();
  const binding = new PresenceBinding({ store, awareness: here, person: noor, schedule });
  binding.start();
  schedule.pass(100);
  return { store, here, schedule, binding };
}

function hear(here: Awareness, from: Awareness): void {
  applyAwarenessUpdate(here, encodeAwarenessUpdate(from, [from.clientID]), 'network');
}

function shown(store: TLStore): TLInstancePresence[] {
  return store.allRecords().filter((record) => record.typeName === 'instance_presence');
}

function pointer(store: TLStore) {
  const record = store.allRecords().find(({ typeName }) => typeName === 'pointer');
  if (record?.typeName !== 'pointer') throw new Error('the store has no pointer');
  return record;
}

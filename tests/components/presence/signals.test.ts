import { describe, expect, test } from 'vitest';
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { readPeople, Signals } from '#components/presence/signals.ts';
import type { Signal } from '#components/presence/signals.ts';

const spot = { canvas: 'pdca', x: 10, y: 20, zoom: 1 } as const;

/** Somebody's browser, stamped as the server does it. */
function person(id: string): Awareness {
  const awareness = new Awareness(new Y.Doc());
  awareness.setLocalStateField('user', { id, name: id.toUpperCase() });
  return awareness;
}

function tell(from: Awareness, to: Awareness): void {
  applyAwarenessUpdate(to, encodeAwarenessUpdate(from, [from.clientID]), 'network');
}

function listening(awareness: Awareness): Signal[] {
  const heard: Signal[] = [];
  const signals = new Signals(awareness);
  signals.onSignal((signal) => heard.push(signal));
  signals.start();
  return heard;
}

describe('[PRES-4] what people signal', () => {
  test('a reaction and a call are heard once each, with who it was', () => {
    const [noor, joost] = [person('noor'), person('joost')];
    tell(noor, joost);
    const heard = listening(joost);
    const signals = new Signals(noor);
    signals.react('applause');
    tell(noor, joost);
    noor.setLocalStateField('presence', { moved: true });
    tell(noor, joost);
    signals.call(spot);
    tell(noor, joost);
    expect(heard).toEqual([
      { is: 'reaction', reaction: 'applause', id: 'noor', name: 'NOOR' },
      { is: 'call', to: spot, id: 'noor', name: 'NOOR' },
    ]);
  });

  test('the same reaction twice is two', () => {
    const [noor, joost] = [person('noor'), person('joost')];
    tell(noor, joost);
    const heard = listening(joost);
    const signals = new Signals(noor);
    for (let time = 0; time < 2; time++) {
      signals.react('agree');
      tell(noor, joost);
    }
    expect(heard).toHaveLength(2);
  });

  test('who comes later hears nothing of what was', () => {
    const [noor, joost] = [person('noor'), person('joost')];
    new Signals(noor).call(spot);
    tell(noor, joost);
    const heard = listening(joost);
    tell(noor, joost);
    expect(heard).toEqual([]);
  });

  test('one that does not fit is none, and the person is still here', () => {
    const [noor, joost] = [person('noor'), person('joost')];
    tell(noor, joost);
    const heard = listening(joost);
    noor.setLocalStateField('reaction', { is: 'rude', number: 1 });
    noor.setLocalStateField('call', { to: { ...spot, x: 1e12 }, number: 1 });
    tell(noor, joost);
    expect(heard).toEqual([]);
    expect(readPeople(joost)).toEqual([{ id: 'noor', name: 'NOOR', handUp: false }]);
  });

  test('a raised hand shows, in whichever window it was raised', () => {
    const [first, second, joost] = [person('noor'), person('noor'), person('joost')];
    new Signals(second).raiseHand(true);
    tell(first, joost);
    tell(second, joost);
    expect(readPeople(joost)).toEqual([{ id: 'noor', name: 'NOOR', handUp: true }]);
  });
});

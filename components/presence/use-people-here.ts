import { useMemo, useSyncExternalStore } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import { byName } from '#board/order.ts';
import { readPeople } from './signals.ts';
import type { PersonHere } from './signals.ts';

interface Me {
  readonly id: string;
  readonly name: string;
}

/** Who is on the board now, this person first, each once however many windows they have. */
export function usePeopleHere(awareness: Awareness, me: Me): readonly PersonHere[] {
  const source = useMemo(() => peopleIn(awareness), [awareness]);
  const { others, handUp } = useSyncExternalStore(source.subscribe, source.read, source.read);
  return useMemo(() => {
    return [{ ...me, handUp }, ...others.filter(({ id }) => id !== me.id)];
  }, [me, others, handUp]);
}

function peopleIn(awareness: Awareness) {
  let last: { others: readonly PersonHere[]; handUp: boolean } = { others: [], handUp: false };
  const read = () => {
    const handUp = awareness.getLocalState()?.['hand'] === true;
    const next = { others: readPeople(awareness).sort(byName), handUp };
    // A cursor that moves is no reason to draw the faces again.
    if (JSON.stringify(next) !== JSON.stringify(last)) last = next;
    return last;
  };
  const subscribe = (heard: () => void): (() => void) => {
    awareness.on('change', heard);
    return () => awareness.off('change', heard);
  };
  return { read, subscribe };
}

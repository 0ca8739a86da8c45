import { useMemo, useSyncExternalStore } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import { z } from 'zod';
import { byName } from '#board/order.ts';
import type { AvatarPerson } from '#components/ui/avatar.tsx';

const stamped = z.object({ user: z.object({ id: z.string(), name: z.string() }) });

/** Who is on the board now, this person first, each once however many windows they have. */
export function usePeopleHere(awareness: Awareness, me: AvatarPerson): readonly AvatarPerson[] {
  const source = useMemo(() => othersIn(awareness), [awareness]);
  const others = useSyncExternalStore(source.subscribe, source.read, source.read);
  return useMemo(() => [me, ...others.filter(({ id }) => id !== me.id)], [me, others]);
}

function othersIn(awareness: Awareness) {
  let last: readonly AvatarPerson[] = [];
  const read = (): readonly AvatarPerson[] => {
    const people = new Map<string, AvatarPerson>();
    for (const [clientId, state] of awareness.getStates()) {
      const user =
        clientId === awareness.clientID ? undefined : stamped.safeParse(state).data?.user;
      if (user) people.set(user.id, user);
    }
    const next = [...people.values()].sort(byName);
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

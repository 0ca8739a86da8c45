import { computed, createPresenceStateDerivation, InstancePresenceRecordType, react } from 'tldraw';
import type { TLInstancePresence, TLStore } from 'tldraw';
import type { Awareness } from 'y-protocols/awareness';
import type { Person } from './canvas-world.tsx';
import { presenceRecord, presenceToSend } from './presence-state.ts';
import type { Schedule } from './schedule.ts';

const SEND_EVERY = 80; // ms; about twelve times a second

interface PresenceDeps {
  readonly store: TLStore;
  readonly awareness: Awareness;
  readonly person: Person;
  readonly schedule: Schedule;
}

/** Shows where everybody is, and tells others where this person is. */
export class PresenceBinding {
  readonly #deps: PresenceDeps;
  readonly #changed = new Set<number>();
  #stops: (() => void)[] = [];
  #cancelSend: (() => void) | undefined;
  #cancelShow: (() => void) | undefined;
  #sentAt = -Infinity;
  #mine: TLInstancePresence | null = null;
  #hidden = false;

  constructor(deps: PresenceDeps) {
    this.#deps = deps;
  }

  start(): void {
    const { store, awareness, person } = this.#deps;
    const user = computed('presence user', () => person);
    const mine = createPresenceStateDerivation(user)(store);
    const heard = (changes: Record<'added' | 'updated' | 'removed', number[]>): void => {
      for (const id of Object.values(changes).flat()) this.#changed.add(id);
      this.#planShow();
    };
    awareness.on('change', heard);
    for (const id of awareness.getStates().keys()) this.#changed.add(id);
    this.#planShow();
    this.#stops.push(
      () => awareness.off('change', heard),
      react('own presence', () => {
        this.#mine = mine.get();
        this.#planSend();
      }),
    );
  }

  stop(): void {
    for (const stop of this.#stops.splice(0)) stop();
    this.#cancelSend?.();
    this.#cancelShow?.();
    this.#cancelSend = this.#cancelShow = undefined;
    this.#deps.awareness.setLocalStateField('presence', null);
    const shown = this.#deps.store.allRecords().filter(isPresence);
    this.#deps.store.mergeRemoteChanges(() => this.#deps.store.remove(shown.map(({ id }) => id)));
  }

  /** A person who looks elsewhere has no cursor here, and says nothing. */
  setHidden(hidden: boolean): void {
    this.#hidden = hidden;
    this.#planSend();
  }

  #planSend(): void {
    const { schedule } = this.#deps;
    const wait = Math.max(0, this.#sentAt + SEND_EVERY - schedule.now());
    this.#cancelSend ??= schedule.after(wait, () => this.#send());
  }

  #send(): void {
    const { awareness, schedule } = this.#deps;
    this.#cancelSend = undefined;
    this.#sentAt = schedule.now();
    const presence = this.#hidden || !this.#mine ? null : presenceToSend(this.#mine);
    awareness.setLocalStateField('presence', presence);
  }

  #planShow(): void {
    this.#cancelShow ??= this.#deps.schedule.nextFrame(() => this.#show());
  }

  #show(): void {
    const { store, awareness, person } = this.#deps;
    this.#cancelShow = undefined;
    const put: TLInstancePresence[] = [];
    const remove: TLInstancePresence['id'][] = [];
    for (const clientId of this.#changed) {
      if (clientId === awareness.clientID) continue;
      const record = presenceRecord(clientId, awareness.getStates().get(clientId));
      // Another window of mine is me, not somebody to follow.
      if (record && record.userId !== person.id) put.push(record);
      else remove.push(InstancePresenceRecordType.createId(String(clientId)));
    }
    this.#changed.clear();
    store.mergeRemoteChanges(() => {
      store.put(put);
      store.remove(remove);
    });
  }
}

function isPresence(record: { typeName: string }): record is TLInstancePresence {
  return record.typeName === 'instance_presence';
}

/** Sends nothing while the window is hidden. The answer ends it. */
export function hideWithWindow(presence: PresenceBinding): () => void {
  const look = (): void => presence.setHidden(document.visibilityState === 'hidden');
  document.addEventListener('visibilitychange', look);
  return () => document.removeEventListener('visibilitychange', look);
}

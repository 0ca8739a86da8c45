import { InstancePresenceRecordType } from 'tldraw';
import type { TLInstancePresence } from 'tldraw';
import * as z from 'zod/mini';
import { boardSchema } from '#board/records.ts';

const MOST_SELECTED = 50; // ids; each is 32 bytes in every message

/** Who somebody is comes from the server, which stamps it on every state that it passes on. */
const user = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  name: z.string().check(z.maxLength(200)),
  color: z.string().check(z.maxLength(32)),
});

const state = z.object({ user, presence: z.record(z.string(), z.unknown()) });

type Identity = 'id' | 'typeName' | 'userId' | 'userName' | 'color';

/** What of one's own presence goes out: where, not who. [PRES-1] */
export function presenceToSend(presence: TLInstancePresence): Omit<TLInstancePresence, Identity> {
  const { id, typeName, userId, userName, color, ...rest } = presence;
  void [id, typeName, userId, userName, color];
  return { ...rest, selectedShapeIds: rest.selectedShapeIds.slice(0, MOST_SELECTED) };
}

/** Somebody's cursor and selection as a record; undefined for a state that is none. [PRES-2] */
export function presenceRecord(clientId: number, raw: unknown): TLInstancePresence | undefined {
  const read = state.safeParse(raw).data;
  if (!read) return undefined;
  try {
    return boardSchema.types.instance_presence.validate({
      ...read.presence,
      id: InstancePresenceRecordType.createId(String(clientId)),
      typeName: 'instance_presence',
      userId: read.user.id,
      userName: read.user.name,
      color: read.user.color,
    }) as TLInstancePresence;
  } catch {
    return undefined;
  }
}

import { Kind, SyncStep } from '#board/wire.ts';

/** An answer with parts of others is not refused at once: their author might bring them. [SYNC-74] */
export function mayWait(frame: Uint8Array): boolean {
  return frame[0] === Kind.sync && frame[1] === SyncStep.answer;
}

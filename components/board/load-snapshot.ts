import * as Y from 'yjs';
import { problem } from '#board/api/problem.ts';
import { boardDocument } from '#board/document.ts';
import { LiveBoard } from '#components/canvas/live-board.ts';
import type { Refused } from '#components/forms/problem-words.ts';

export type Loaded =
  | { readonly ok: true; readonly live: LiveBoard }
  | { readonly ok: false; readonly problem: Refused };

/** The document of a snapshot, from its bytes. */
export async function loadSnapshot(snapshotId: string): Promise<Loaded> {
  try {
    const response = await fetch(`/api/v1/snapshots/${snapshotId}/state`);
    if (!response.ok) return { ok: false, problem: problem.parse(await response.json()) };
    const doc = new Y.Doc();
    Y.applyUpdate(doc, new Uint8Array(await response.arrayBuffer()));
    return { ok: true, live: new LiveBoard(boardDocument(doc)) };
  } catch {
    return { ok: false, problem: 'unreachable' };
  }
}

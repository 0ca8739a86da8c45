import * as Y from 'yjs';
import { problem } from '#board/api/problem.ts';
import { boardDocument } from '#board/document.ts';
import type { BoardDocument } from '#board/document.ts';
import type { Refused } from '#components/forms/problem-words.ts';

export type Earlier =
  | { readonly ok: true; readonly board: BoardDocument }
  | { readonly ok: false; readonly problem: Refused };

/** The document that is served under a path of our REST interface, from its bytes. */
export async function loadEarlier(path: string): Promise<Earlier> {
  try {
    const response = await fetch(`/api/v1${path}`);
    if (!response.ok) return { ok: false, problem: problem.parse(await response.json()) };
    const doc = new Y.Doc();
    Y.applyUpdate(doc, new Uint8Array(await response.arrayBuffer()));
    return { ok: true, board: boardDocument(doc) };
  } catch {
    return { ok: false, problem: 'unreachable' };
  }
}

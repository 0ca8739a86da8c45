import * as Y from 'yjs';
import { sortedJson } from '#board/canonical-json.ts';
import { boardDocument } from '#board/document.ts';
import type { Projection } from '#board/projection.ts';
import { storable } from '../storable.ts';
import { replay } from '../sync/fold-document.ts';
import type { Encoded } from '../sync/fold-document.ts';
import { packContent, repackContent, unpackContent } from './pack-content.ts';
import type { Chain, StoredContent } from './stored-content.ts';
import { DamagedContent } from './stored-content.ts';

export interface KeepJob extends Encoded {
  /** What the newest snapshot of the board has, to build on; undefined for the first. */
  readonly before: { readonly state: Chain; readonly document: Chain } | undefined;
}

/** A document ready to be stored as a snapshot. */
export interface Kept {
  readonly state: StoredContent;
  readonly document: StoredContent;
  readonly counts: { readonly notes: number; readonly actions: number; readonly tasks: number };
  readonly cycles: Projection['cycles'];
}

/** Replays state and rows, projects what they say, and packs both. [SNAP-1] */
export async function keepDocument({ state, rows, before }: KeepJob): Promise<Kept> {
  // Loaded with the first snapshot only: it brings tldraw's schema, most of a second of work.
  const { projectBoard } = await import('#board/projection.ts');
  const doc = replay({ state, rows });
  const view = storable(projectBoard(boardDocument(doc)));
  return {
    state: packOn(Y.encodeStateAsUpdate(doc), before?.state),
    document: packOn(new TextEncoder().encode(sortedJson(view)), before?.document),
    counts: countsOf(view),
    cycles: view.cycles,
  };
}

export function countsOf({
  notes,
  actions,
}: Pick<Projection, 'notes' | 'actions'>): Kept['counts'] {
  const tasks = actions.filter((action) => action.taskId !== null).length;
  return { notes: notes.length, actions: actions.length, tasks };
}

/** What came before and is damaged must not keep anybody from taking a new one. */
function packOn(content: Uint8Array, before: Chain | undefined): StoredContent {
  try {
    return packContent(content, before);
  } catch (error) {
    if (error instanceof DamagedContent) return packContent(content, undefined);
    throw error;
  }
}

export interface RepackJob {
  /** The content, and what it was built on until now. */
  readonly chain: Chain;
  /** What it is to be built on; undefined where it has to stand alone. */
  readonly base: Chain | undefined;
}

export function repack({ chain, base }: RepackJob): StoredContent {
  return repackContent(unpackContent(chain), base);
}

export function unpack({ chain }: { readonly chain: Chain }): Uint8Array {
  return unpackContent(chain);
}

export interface JoinJob {
  /** The document before the rows: a kept content, a state, or neither where the rows tell all. */
  readonly chain: Chain | undefined;
  readonly state: Uint8Array | undefined;
  readonly rows: readonly Uint8Array[];
}

/** One update for all of it. No document is made, which would take three times as long. */
export function join({ chain, state, rows }: JoinJob): Uint8Array {
  const first = chain ? unpackContent(chain) : state;
  return Y.mergeUpdates(first ? [first, ...rows] : [...rows]);
}

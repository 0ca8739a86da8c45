import * as Y from 'yjs';
import { addAction, readActions } from './actions.ts';
import type { Action } from './actions.ts';
import { addCycle, readCycles } from './cycles.ts';
import { boardDocument, FORMAT, readTask } from './document.ts';
import type { BoardDocument } from './document.ts';
import { createFlat } from './flat-record.ts';
import type { PlainRecord } from './flat-record.ts';
import type { BoardId } from './ids.ts';
import { imageAddress, imageIn } from './image-address.ts';
import { addKnowledge, readAllKnowledge } from './knowledge.ts';
import { serializedSchema } from './records.ts';
import { readRecords } from './restore.ts';

export interface Copying {
  readonly boardId: BoardId;
  readonly epoch: number;
  /** A fresh id at every call. */
  readonly newId: () => string;
  /** Pictures by their id, and the id that each has on the copy. */
  readonly images: ReadonlyMap<string, string>;
}

/**
 * What `earlier` says, as the beginning of another board. A promise is not copied: what was one is a
 * proposal again, as it was agreed and without its day. Actions have ids of their own; votes, facts
 * and what a meeting was doing stay behind. [SNAP-11]
 */
export function copied(earlier: BoardDocument, copying: Copying): BoardDocument {
  const copy = boardDocument(new Y.Doc());
  const actions = readActions(earlier).map((action) => proposalOf(earlier, action));
  const ids = new Map(actions.map(({ id }) => [id, copying.newId()]));
  copy.doc.transact(() => {
    writeMeta(copy, earlier, copying);
    for (const record of readRecords(earlier).values()) {
      copy.records.set(record.id, createFlat(renamed(record, ids, copying)));
    }
    for (const action of actions)
      addAction(copy, { ...action, id: ids.get(action.id) ?? action.id });
    for (const item of readAllKnowledge(earlier)) addKnowledge(copy, item);
    for (const cycle of readCycles(earlier)) addCycle(copy, cycle);
  });
  return copy;
}

/** The pictures that a document shows, by id. */
export function imagesOf(board: BoardDocument): string[] {
  return [...readRecords(board).values()].flatMap((record) => imageOf(record) ?? []);
}

function writeMeta(copy: BoardDocument, earlier: BoardDocument, { boardId, epoch }: Copying): void {
  copy.meta.set('format', FORMAT);
  copy.meta.set('boardId', boardId);
  copy.meta.set('epoch', epoch);
  copy.meta.set('template', earlier.meta.get('template'));
  copy.meta.set('schema', serializedSchema());
}

function proposalOf(earlier: BoardDocument, action: Action): Action {
  const task = readTask(earlier, action.id);
  if (!task) return action;
  const { checkOn: _, ...effect } = task.effect;
  const { title, owner } = task;
  return { ...action, title, owner, effect, due: null, rung: 'proposal' };
}

function renamed(
  record: PlainRecord,
  ids: ReadonlyMap<string, string>,
  { boardId, images }: Copying,
): PlainRecord {
  const props = Object(record['props']) as Record<string, unknown>;
  const actionId = ids.get(String(props['actionId']));
  if (record['type'] === 'action-card' && actionId !== undefined) {
    return { ...record, props: { ...props, actionId } };
  }
  const image = images.get(imageOf(record) ?? '');
  if (image === undefined) return record;
  return { ...record, props: { ...props, src: imageAddress(boardId, image) } };
}

function imageOf(record: PlainRecord): string | undefined {
  if (record.typeName !== 'asset') return undefined;
  return imageIn(String((Object(record['props']) as Record<string, unknown>)['src']));
}

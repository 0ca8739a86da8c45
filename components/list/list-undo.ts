import * as Y from 'yjs';
import type { BoardDocument } from '#board/document.ts';

const STEP_MS = 800; // without typing; what follows is an undo step of its own

/** Runs changes made in the list view, and takes back and repeats this person's own. [LIST-3] */
export class ListUndo {
  readonly #board: BoardDocument;
  readonly #manager: Y.UndoManager;

  constructor(board: BoardDocument) {
    const { doc, records, actions, knowledge, cycles, votes } = board;
    this.#board = board;
    this.#manager = new Y.UndoManager([records, actions, knowledge, cycles, votes], {
      doc,
      captureTimeout: STEP_MS,
      trackedOrigins: new Set([this]),
    });
  }

  /** Makes a change; one that is not `apart` joins the step of what was made a moment ago. */
  change(edit: (board: BoardDocument) => void, apart = true): void {
    if (apart) this.#manager.stopCapturing();
    this.#board.doc.transact(() => edit(this.#board), this);
    if (apart) this.#manager.stopCapturing();
  }

  /** A step whose making others have built on since is passed over: their words stay. */
  undo(): void {
    const { undoStack } = this.#manager;
    while (undoStack.length > 0 && this.#isBuiltOn(undoStack.at(-1))) undoStack.pop();
    this.#manager.undo();
  }

  redo(): void {
    this.#manager.redo();
  }

  stop(): void {
    this.#manager.destroy();
  }

  #isBuiltOn(step: Y.UndoManager['undoStack'][number] | undefined): boolean {
    const { doc } = this.#board;
    for (const [client, ranges] of step?.insertions.clients ?? []) {
      for (const { clock, len } of ranges) {
        for (let at = clock; at < clock + len;) {
          const part = Y.getItem(doc.store, Y.createID(client, at));
          if (part instanceof Y.Item && holdsOthers(part, doc.clientID)) return true;
          at = part.id.clock + part.length;
        }
      }
    }
    return false;
  }
}

/** A card, an item or a text, made by me, in which somebody else put something. */
function holdsOthers({ content, deleted }: Y.Item, me: number): boolean {
  if (deleted || !(content instanceof Y.ContentType)) return false;
  const { type } = content;
  const parts = [...type._map.values()];
  for (let part = type._start; part !== null; part = part.right) parts.push(part);
  return parts.some((part) => !part.deleted && (part.id.client !== me || holdsOthers(part, me)));
}

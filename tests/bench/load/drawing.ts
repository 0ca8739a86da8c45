import type * as Y from 'yjs';
import { boardDocument } from '#board/document.ts';
import { POSITION } from '#board/flat-record.ts';
import { putRecord } from '#board/edits.ts';
import { markedPlace, microseconds } from './marks.ts';
import { noteId, seededDoc, stroke, strokeId } from './seed.ts';

/**
 * Makes the real Yjs updates of many people who each drag a note of their own. One document serves
 * them all, also when they sit in different rooms: nobody's update builds on another's.
 */
export class Drawing {
  private readonly doc: Y.Doc;
  private readonly board: ReturnType<typeof boardDocument>;
  private readonly counts = new Map<number, number>();
  private made: Uint8Array | undefined;

  constructor(private readonly records: number) {
    this.doc = seededDoc(records);
    this.board = boardDocument(this.doc);
    this.doc.on('update', (update: Uint8Array) => (this.made = update));
  }

  /** The update of writer `writer`, 1 and up, who moves its note now. */
  drag(writer: number): Uint8Array {
    if (writer > this.records) throw new Error('more writers than notes');
    const count = this.count(writer);
    return this.madeBy(writer, () => {
      const place = markedPlace(writer, count, microseconds());
      this.board.records.get(noteId(writer - 1))?.set(POSITION, place);
    });
  }

  /** The update of writer `writer` whose pen moves on: 16 KB or so. */
  stroke(writer: number): Uint8Array {
    const { records } = this.board;
    const next = stroke(writer, this.count(writer));
    return this.madeBy(writer, () => {
      const { segments } = next.props as { segments: unknown };
      const there = records.get(strokeId(writer));
      if (there) there.set('p:segments', segments);
      else putRecord(this.board, next);
    });
  }

  private madeBy(writer: number, change: () => void): Uint8Array {
    this.doc.clientID = clientIdOf(writer);
    this.doc.transact(change);
    const { made } = this;
    if (!made) throw new Error('a change that changed nothing');
    this.made = undefined;
    return made;
  }

  private count(writer: number): number {
    const count = (this.counts.get(writer) ?? 0) + 1;
    this.counts.set(writer, count);
    return count;
  }
}

/** As long as most of Yjs' own random ids. */
export function clientIdOf(writer: number): number {
  return 2_000_000_000 + writer * 7_919;
}

import * as Y from 'yjs';
import { boardDocument } from '#board/document.ts';
import { POSITION } from '#board/flat-record.ts';
import { readHistory } from '#server/history/read-history.ts';
import { readPoint } from '#server/history/read-point.ts';
import { Latencies } from '../load/latencies.ts';
import { noteId, seededDoc } from '../load/seed.ts';
import { boardOf, keepStateAt } from './place.ts';
import type { Opened } from './place.ts';

/** Points that are opened, spread over the whole history. */
const POINTS = 40;
/** Of so many rows one state stays; see `prisma-states.ts`. */
const WAY_POINT_ROWS = 8_192;

export interface AnyPoint {
  readonly openings: Latencies;
  /** Milliseconds until the newest points are listed. */
  readonly listing: number;
}

/** Opens points all over the history of a board that was changed so many times. */
export async function openAnyPoint(
  opened: Opened,
  { rows, records }: { rows: number; records: number },
): Promise<AnyPoint> {
  const doc = seededDoc(records);
  const updates: Uint8Array[] = [Y.encodeStateAsUpdate(doc)];
  const states: [number, Y.Doc][] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const board = boardDocument(doc);
  for (let n = 1; n < rows; n++) {
    board.records.get(noteId(n % records))?.set(POSITION, [n, n]);
    if (n % WAY_POINT_ROWS === 0) states.push([n, copyOf(doc)]);
  }
  const { id, logSeq } = await boardOf(opened, updates);
  const template = logSeq - updates.length;
  for (const [n, then] of states) await keepStateAt(opened, id, then, template + n + 1);
  const { house, people } = opened;
  const { actor } = people.member;
  await readPoint(house, actor, id, logSeq);
  const openings = new Latencies();
  for (let at = 1; at <= POINTS; at++) {
    const seq = template + 1 + Math.floor((at / POINTS) * (updates.length - 1));
    const began = performance.now();
    await readPoint(house, actor, id, seq);
    openings.add(performance.now() - began);
  }
  const began = performance.now();
  await readHistory(house, actor, id, {});
  return { openings, listing: performance.now() - began };
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

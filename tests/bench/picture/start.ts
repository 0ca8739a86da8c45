import * as Y from 'yjs';
import { boardDocument } from '#board/document.ts';
import { addNote, putRecord } from '#board/edits.ts';
import { drawThumb } from '#server/exports/draw-thumb.ts';
import { print } from '#tests/support/print.ts';

/**
 * `npm run bench:picture`: how long the thread for pictures works on a small picture of a board with
 * 1,000 notes. The first has code and typefaces to warm; the median of the others counts.
 */
const NOTES = 1_000;
const TURNS = 15;
/** Milliseconds of work that one small picture may take. */
const TARGET_MS = 300;

const author = { by: 'p1', byName: 'Noor', at: '2026-11-02T09:00:00.000Z' };

function boardOfNotes(): Uint8Array {
  const board = boardDocument(new Y.Doc());
  putRecord(board, {
    ...{ id: 'page:pdca', typeName: 'page', name: 'PDCA' },
    index: 'a1',
    meta: {},
  });
  for (let at = 0; at < NOTES; at++) {
    const text = `Briefje ${at}: patiënten wachten aan de balie voordat iemand ze binnenroept`;
    const place = { x: (at % 40) * 220, y: Math.floor(at / 40) * 180 };
    addNote(board, { id: `shape:n${at}`, canvas: 'pdca', text, ...place }, author);
  }
  return Y.encodeStateAsUpdate(board.doc);
}

const state = boardOfNotes();
const times: number[] = [];
for (let turn = 0; turn <= TURNS; turn++) {
  const before = process.cpuUsage();
  await drawThumb({ state, locale: 'nl', width: 640, height: 320 });
  const { user, system } = process.cpuUsage(before);
  times.push((user + system) / 1_000);
}
const [first = 0, ...rest] = times;
const median = rest.sort((a, b) => a - b)[Math.floor(rest.length / 2)] ?? 0;
print(
  `${NOTES} notes: first ${first.toFixed(0)} ms, then ${median.toFixed(0)} ms of CPU (target ${TARGET_MS} ms)`,
);

import { generateNKeysBetween } from 'fractional-indexing';
import type { Template } from '../api/boards.ts';
import { canvases, pageOf } from '../canvases.ts';
import type { Canvas } from '../canvases.ts';
import { addCycle } from '../cycles.ts';
import { FORMAT } from '../document.ts';
import type { BoardDocument } from '../document.ts';
import { putRecord, shapeOn } from '../edits.ts';
import type { Author } from '../edits.ts';
import type { BoardId } from '../ids.ts';
import { serializedSchema } from '../records.ts';
import { CYCLE_CARD, fieldsOf, TARGET_CARD } from './fields.ts';
import { fillExample } from './example.ts';
import type { ExampleCase } from './example.ts';

export interface Seed {
  readonly boardId: BoardId;
  readonly epoch: number;
  readonly template: Template;
  /** Names of the pages, in the language of whoever makes the board. */
  readonly pageNames: Record<Canvas, string>;
  /** The measure that the target strip shows; empty asks for one. */
  readonly measureId: string;
  readonly author: Author;
  /** A fresh id at every call. */
  readonly newId: () => string;
  readonly example?: ExampleCase;
}

const canvasesOf: Record<Template, readonly Canvas[]> = {
  'improvement-cycle': ['pdca', 'knowledge', 'action'],
  pdca: ['pdca'],
  knowledge: ['knowledge'],
  action: ['action'],
  example: ['pdca', 'knowledge', 'action'],
};

/**
 * Fills an empty document. Only the server does this, once, before anybody can open the board, so
 * that no two clients ever seed pages against each other. [DOC-11]
 */
export function seedBoard(board: BoardDocument, seed: Seed): void {
  board.doc.transact(() => {
    seedMeta(board, seed);
    seedPages(board, seed);
    for (const canvas of canvasesOf[seed.template]) seedFields(board, canvas, seed);
    if (seed.example) fillExample(board, seed.example, seed);
  });
}

function seedMeta(board: BoardDocument, { boardId, epoch, template }: Seed): void {
  board.meta.set('format', FORMAT);
  board.meta.set('boardId', boardId);
  board.meta.set('epoch', epoch);
  board.meta.set('template', template);
  board.meta.set('schema', serializedSchema());
}

function seedPages(board: BoardDocument, { template, pageNames }: Seed): void {
  putRecord(board, {
    id: 'document:document',
    typeName: 'document',
    name: '',
    gridSize: 10,
    meta: {},
  });
  const wanted = canvasesOf[template];
  const indices = generateNKeysBetween(null, null, canvases.length);
  canvases.forEach((canvas, at) => {
    if (!wanted.includes(canvas)) return;
    putRecord(board, {
      id: pageOf(canvas),
      typeName: 'page',
      name: pageNames[canvas],
      index: indices[at],
      meta: {},
    });
  });
}

function seedFields(board: BoardDocument, canvas: Canvas, seed: Seed): void {
  const { newId } = seed;
  const fields = fieldsOf[canvas];
  const indices = generateNKeysBetween(null, null, fields.length + 2);
  fields.forEach(({ kind, x, y, w, h }, at) => {
    const where = {
      id: `shape:${newId()}`,
      type: 'zone',
      index: indices[at] ?? 'a0',
      x,
      y,
      locked: true,
    };
    putRecord(board, shapeOn(canvas, where, { w, h, kind, title: '' }, { template: true }));
  });
  if (canvas === 'pdca') seedTargetStrip(board, indices.slice(fields.length), seed);
}

/** The measure that shows the target, and beside it the first cycle. */
function seedTargetStrip(
  board: BoardDocument,
  [measureIndex = 'a8', cycleIndex = 'a9']: readonly string[],
  { newId, author, measureId, example }: Seed,
): void {
  const { x, y, w, h } = TARGET_CARD;
  const measure = { id: `shape:${newId()}`, type: 'measure-card', index: measureIndex, x, y };
  putRecord(board, shapeOn('pdca', measure, { w, h, measureId }, { ...author }));
  const said = example?.cycle ?? { expected: '', happened: '', learned: '' };
  const first = { id: newId(), number: 1, startedAt: author.at, ...said };
  addCycle(board, first);
  const place = { id: `shape:${newId()}`, type: 'cycle-card', index: cycleIndex };
  const props = { w: CYCLE_CARD.w, cycleId: first.id };
  putRecord(
    board,
    shapeOn('pdca', { ...place, x: CYCLE_CARD.x, y: CYCLE_CARD.y }, props, { ...author }),
  );
}

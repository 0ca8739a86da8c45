import * as Y from 'yjs';
import * as z from 'zod/mini';
import type { BoardDocument } from './document.ts';
import { mergeText } from './merge-text.ts';

/** One turn of plan, do, check, act: what was expected beside what came of it. [DOC-18] */
export interface Cycle {
  readonly id: string;
  /** Counts from 1. */
  readonly number: number;
  readonly expected: string;
  readonly happened: string;
  readonly learned: string;
  /** ISO 8601. */
  readonly startedAt: string;
}

export const cycleTexts = ['expected', 'happened', 'learned'] as const;
export type CycleText = (typeof cycleTexts)[number];

export const MAX_CYCLE_TEXT = 2_000; // characters

const stored = z.object({
  number: z.catch(z.int().check(z.minimum(1), z.maximum(9_999)), 1),
  startedAt: z.catch(z.string().check(z.maxLength(40)), ''),
});

export function readCycle(board: BoardDocument, cycleId: string): Cycle | undefined {
  const map: unknown = board.cycles.get(cycleId);
  if (!(map instanceof Y.Map)) return undefined;
  const text = (name: CycleText): string => {
    const value: unknown = map.get(name);
    return value instanceof Y.Text ? value.toString() : '';
  };
  return {
    id: cycleId,
    ...stored.parse(Object.fromEntries(map.entries())),
    expected: text('expected'),
    happened: text('happened'),
    learned: text('learned'),
  };
}

/** Every cycle of the board, the first one first. */
export function readCycles(board: BoardDocument): Cycle[] {
  return [...board.cycles.keys()]
    .sort()
    .flatMap((id) => readCycle(board, id) ?? [])
    .sort((a, b) => a.number - b.number);
}

/** Adds a cycle that is not there yet; call inside a transaction. */
export function addCycle(board: BoardDocument, cycle: Cycle): void {
  const map = new Y.Map<unknown>();
  map.set('number', cycle.number);
  map.set('startedAt', cycle.startedAt);
  for (const name of cycleTexts) map.set(name, new Y.Text(cycle[name]));
  board.cycles.set(cycle.id, map);
}

/** Changes one of the texts from `base`, keeping what others wrote since. [DOC-5] */
export function changeCycle(
  board: BoardDocument,
  cycleId: string,
  name: CycleText,
  next: string,
  base: string,
): void {
  const map: unknown = board.cycles.get(cycleId);
  const text: unknown = map instanceof Y.Map ? map.get(name) : undefined;
  if (text instanceof Y.Text) mergeText(text, base, next);
}

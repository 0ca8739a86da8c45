import type { Action } from './actions.ts';
import { pageOf } from './canvases.ts';
import { moveToZone } from './card-edits.ts';
import type { ZoneKind } from './cards.ts';
import type { BoardDocument } from './document.ts';
import type { TaskState } from './facts.ts';
import { mayCheckEffect, mayMove } from './ladder.ts';
import { boxOf, shapesOn, zoneAt } from './placing.ts';

const lanes = ['proposal', 'agreed', 'doing', 'done', 'effect_checked', 'standard'] as const;
export type Lane = (typeof lanes)[number];

/** The lane that a field of the action board is; undefined for any other field. */
export function laneOf(kind: ZoneKind): Lane | undefined {
  return lanes.find((lane) => lane === kind);
}

/** What dragging a card into a lane asks for. */
export type LaneStep =
  | { readonly is: 'stay' }
  | { readonly is: 'confirm' }
  | { readonly is: 'move'; readonly to: TaskState }
  | { readonly is: 'check-effect' }
  | {
      readonly is: 'refused';
      readonly why: 'confirm-first' | 'promised' | 'not-done' | 'held-first';
    };

/** The step of the ladder that takes an action on that rung into the lane. [ACT-8] */
export function laneStep(rung: Action['rung'] | TaskState, lane: Lane): LaneStep {
  if (rung === 'intention' || rung === 'proposal') {
    if (lane === 'proposal') return { is: 'stay' };
    return lane === 'agreed' ? { is: 'confirm' } : { is: 'refused', why: 'confirm-first' };
  }
  if (rung === lane) return { is: 'stay' };
  if (lane === 'proposal') return { is: 'refused', why: 'promised' };
  if (lane === 'standard') return { is: 'refused', why: 'held-first' };
  if (lane === 'effect_checked') {
    return mayCheckEffect(rung) ? { is: 'check-effect' } : { is: 'refused', why: 'not-done' };
  }
  return mayMove(rung, lane) ? { is: 'move', to: lane } : { is: 'refused', why: 'not-done' };
}

/**
 * Puts the cards of an action that lie in another lane of the action board into the one of its
 * state. Cards beside the lanes stay, and so do those that lie right. [ACT-9]
 */
export function followLane(board: BoardDocument, actionId: string, state: TaskState): void {
  if (!laneOf(state as ZoneKind)) return;
  const shapes = shapesOn(board, 'action').filter((one) => one['parentId'] === pageOf('action'));
  const zones = shapes.filter(({ type }) => type === 'zone');
  const kindOf = (zone: (typeof zones)[number]): unknown =>
    (zone['props'] as { kind?: unknown }).kind;
  const target = zones.find((zone) => kindOf(zone) === state);
  if (!target) return;
  for (const card of shapes) {
    const isCard = card['type'] === 'action-card';
    if (!isCard || (card['props'] as { actionId?: unknown }).actionId !== actionId) continue;
    const box = boxOf(card);
    const zone = box && zoneAt(zones, box);
    if (zone && zone !== target && laneOf(kindOf(zone) as ZoneKind)) {
      moveToZone(board, card.id, target.id);
    }
  }
}

import { parseArgs } from 'node:util';
import type { Scenario } from './bench.ts';
import { cursors } from './scenarios/cursors.ts';
import { fanOut } from './scenarios/fan-out.ts';
import { idleBoards } from './scenarios/idle-boards.ts';
import { joins } from './scenarios/joins.ts';
import { manyRooms } from './scenarios/many-rooms.ts';
import { slowReader } from './scenarios/slow-reader.ts';
import { targets } from './targets.ts';
import type { Target } from './targets.ts';

const scenarios: readonly Scenario[] = [fanOut, manyRooms, cursors, joins, idleBoards, slowReader];
const ROUNDS = 3;

export interface Options {
  readonly quick: boolean;
  readonly profile: boolean;
  readonly rounds: number;
  readonly scenarios: readonly Scenario[];
  readonly targets: readonly Target[];
  /** Nothing was left out: only then it is a result to keep. */
  readonly isWhole: boolean;
}

/**
 * `--quick` one short round; `--only SCENARIO` and `--target NAME`, as often as wanted; `--rounds N`;
 * `--profile` prints where each server's main thread spent its time.
 */
export function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      only: { type: 'string', multiple: true, default: [] },
      target: { type: 'string', multiple: true, default: [] },
      profile: { type: 'boolean', default: false },
    },
  });
  const { quick, only, target, profile, rounds } = values;
  return {
    quick,
    profile,
    rounds: Number(rounds ?? (quick ? 1 : ROUNDS)),
    scenarios: only.length > 0 ? only.map((name) => oneOf(scenarios, name)) : scenarios,
    targets: target.length > 0 ? target.map((name) => oneOf(targets, name)) : targets,
    isWhole: ![quick, profile, only.length, target.length, rounds].some(Boolean),
  };
}

function oneOf<T extends { name: string }>(all: readonly T[], name: string): T {
  const found = all.find((each) => each.name === name);
  if (!found) throw new Error(`${name} is none of ${all.map((each) => each.name).join(', ')}`);
  return found;
}

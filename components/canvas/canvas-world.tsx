import { createContext, use } from 'react';
import type { TaskState } from '#board/facts.ts';
import type { Lane } from '#board/lanes.ts';
import type { LiveBoard } from './live-board.ts';

/** A note, an action, a topic or a text, and its words. */
export interface HelpAbout {
  readonly id: string;
  readonly text: string;
}

/** What a card asks of the screen around the canvas. */
export interface CanvasDeeds {
  readonly openAction: (actionId: string) => void;
  readonly confirmAction: (actionId: string) => void;
  readonly moveTask: (actionId: string, to: TaskState) => void;
  readonly checkEffect: (actionId: string) => void;
  /** An action's card was put into a lane: takes that step. Answers whether it may lie there. */
  readonly enterLane: (actionId: string, lane: Lane) => Promise<boolean>;
  readonly openTopic: (itemId: string) => void;
  /** Left out for those who do not keep the team's measures. */
  readonly addReading?: (measureId: string) => void;
  /** Help from a manager or coach with a card, or with the whole board; left out for guests. */
  readonly askForHelp?: (about: HelpAbout | null) => void;
  /** Answers the id of a measure of the team, chosen or just made; undefined when nothing was chosen. */
  readonly chooseMeasure: () => Promise<string | undefined>;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly color: string;
}

/** Why this person makes no promises here; `yes` when they may. */
export type MayPromise = 'yes' | 'guest' | 'viewer' | 'role';

/** Everything that cards, tools and menus on one canvas share. */
export interface World {
  readonly live: LiveBoard;
  readonly person: Person;
  readonly writable: boolean;
  readonly mayPromise: MayPromise;
  /** Left out where nothing can be done: on a snapshot. */
  readonly deeds: CanvasDeeds | undefined;
}

const CanvasWorld = createContext<World | null>(null);

export const CanvasWorldProvider = CanvasWorld.Provider;

export function useWorld(): World {
  const world = use(CanvasWorld);
  if (!world) throw new Error('mount CanvasWorldProvider around the canvas');
  return world;
}

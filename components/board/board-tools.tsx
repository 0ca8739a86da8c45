import { createContext, use } from 'react';
import type { MayPromise, Person } from '#components/canvas/canvas-world.tsx';
import type { LiveBoard } from '#components/canvas/live-board.ts';
import type { BoardConnection } from '#components/sync/board-connection.ts';

/** What this person may do on this board; the server decides again at every deed. */
export interface May {
  readonly write: boolean;
  readonly rename: boolean;
  readonly bin: boolean;
  readonly invite: boolean;
  readonly snapshot: boolean;
  readonly history: boolean;
  readonly restore: boolean;
  readonly measure: boolean;
  /** Open and close its meetings. */
  readonly meet: boolean;
  /** Close a meeting with something undecided, also without facilitating it. */
  readonly override: boolean;
  /** Ask managers and coaches for help. */
  readonly askHelp: boolean;
  /** Hold a round of consent and answer in it. */
  readonly consent: boolean;
  readonly promise: MayPromise;
}

/** What panels and dialogs around one open board share. */
export interface BoardTools {
  readonly boardId: string;
  readonly live: LiveBoard;
  readonly connection: BoardConnection;
  readonly person: Person;
  readonly may: May;
}

const Tools = createContext<BoardTools | null>(null);

export const BoardToolsProvider = Tools.Provider;

export function useBoardTools(): BoardTools {
  const tools = use(Tools);
  if (!tools) throw new Error('mount BoardToolsProvider around the board');
  return tools;
}

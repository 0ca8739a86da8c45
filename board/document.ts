import type * as Y from 'yjs';
import { consentRound } from './consent.ts';
import type { ConsentRound } from './consent.ts';
import {
  boardFact,
  BOARD_KEY,
  measureFact,
  peopleFact,
  PEOPLE_KEY,
  consentKey,
  taskFact,
  taskKey,
  measureKey,
} from './facts.ts';
import type { BoardFact, MeasureFact, PeopleFact, TaskFact } from './facts.ts';
import type { FlatRecord } from './flat-record.ts';
import { byName } from './order.ts';

/** Version of this layout. [DOC-1] */
export const FORMAT = 1;

/** Roots that only the server writes; a client's write there is put right. [DOC-7] */
export const serverRoots = ['meta', 'facts', 'meeting'] as const;
export const clientRoots = ['records', 'actions', 'knowledge', 'cycles', 'votes'] as const;

/** The Y.Doc of one board with its roots by name. [DOC-1] */
export interface BoardDocument {
  readonly doc: Y.Doc;
  readonly meta: Y.Map<unknown>;
  readonly facts: Y.Map<unknown>;
  readonly meeting: Y.Map<unknown>;
  readonly records: Y.Map<FlatRecord>;
  readonly actions: Y.Map<Y.Map<unknown>>;
  readonly knowledge: Y.Map<Y.Map<unknown>>;
  readonly cycles: Y.Map<Y.Map<unknown>>;
  readonly votes: Y.Map<number>;
}

export function boardDocument(doc: Y.Doc): BoardDocument {
  return {
    doc,
    meta: doc.getMap('meta'),
    facts: doc.getMap('facts'),
    meeting: doc.getMap('meeting'),
    records: doc.getMap('records'),
    actions: doc.getMap('actions'),
    knowledge: doc.getMap('knowledge'),
    cycles: doc.getMap('cycles'),
    votes: doc.getMap('votes'),
  };
}

/** The task that an action became, if it was confirmed; undefined too when the fact does not fit. */
/** The newest round of consent on a proposal. */
export function readConsent(board: BoardDocument, actionId: string): ConsentRound | undefined {
  return consentRound.safeParse(board.facts.get(consentKey(actionId))).data;
}

export function readTask(board: BoardDocument, actionId: string): TaskFact | undefined {
  return taskFact.safeParse(board.facts.get(taskKey(actionId))).data;
}

export function readMeasure(board: BoardDocument, measureId: string): MeasureFact | undefined {
  return measureFact.safeParse(board.facts.get(measureKey(measureId))).data;
}

/** Every measure of the team, by name. */
export function readMeasures(board: BoardDocument): MeasureFact[] {
  return [...board.facts.keys()]
    .filter((key) => key.startsWith(measureKey('')))
    .flatMap((key) => measureFact.safeParse(board.facts.get(key)).data ?? [])
    .sort(byName);
}

export function readPeople(board: BoardDocument): PeopleFact {
  return peopleFact.safeParse(board.facts.get(PEOPLE_KEY)).data ?? [];
}

export function readBoardFact(board: BoardDocument): BoardFact | undefined {
  return boardFact.safeParse(board.facts.get(BOARD_KEY)).data;
}

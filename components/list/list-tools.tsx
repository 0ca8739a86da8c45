import { createContext, use } from 'react';
import type { BoardDocument } from '#board/document.ts';
import type { OutlineHead, OutlineItem } from '#board/outline.ts';
import type { Author } from '#board/edits.ts';
import type { WordsOf } from './item-words.ts';

export interface ListTools {
  /** Makes a change that can be taken back; one that is not `apart` joins what was just typed. */
  readonly change: (edit: (board: BoardDocument) => void, apart?: boolean) => void;
  /** Who makes things here, and when: now. */
  readonly author: () => Author;
  /** Shows the card on its canvas. */
  readonly show: (recordId: string) => void;
  /** Begins the cycle after the one on that card, on its canvas. */
  readonly nextCycle: (recordId: string) => void;
  /** The fields of the canvas, for moving a card from one to another. */
  readonly fields: readonly NonNullable<OutlineHead>[];
  /** The arrows from each card, by its record. */
  readonly linksFrom: ReadonlyMap<string, readonly ListLink[]>;
  /** Problems that nobody's knowledge is joined to, by their records. */
  readonly unknown: ReadonlySet<string>;
  readonly wordsOf: WordsOf;
}

/** An arrow to another card of the same canvas. */
export interface ListLink {
  readonly id: string;
  readonly label: string;
  readonly to: OutlineItem;
}

const Tools = createContext<ListTools | null>(null);

export const ListToolsProvider = Tools.Provider;

export function useListTools(): ListTools {
  const tools = use(Tools);
  if (!tools) throw new Error('mount ListToolsProvider around the list');
  return tools;
}

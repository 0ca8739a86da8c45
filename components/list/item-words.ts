import { useCallback } from 'react';
import type { OutlineCanvas, OutlineItem } from '#board/outline.ts';
import type { LiveBoard } from '#components/canvas/live-board.ts';
import { useLiveAll } from '#components/canvas/live-map.ts';

/** What an item of the outline says, in one string. */
export type WordsOf = (item: OutlineItem) => string;

/** The words of items, those of actions, topics and measures from where they are kept. */
export function useItemWords(live: LiveBoard): WordsOf {
  const actions = useLiveAll(live.actions);
  const tasks = useLiveAll(live.tasks);
  const topics = useLiveAll(live.knowledge);
  const measures = useLiveAll(live.measures);
  const cycles = useLiveAll(live.cycles);
  return useCallback(
    (item) => {
      switch (item.is) {
        case 'note':
        case 'words':
          return item.text;
        case 'action': {
          const task = tasks.find((one) => one?.actionId === item.actionId);
          return task?.title ?? actions.find((one) => one?.id === item.actionId)?.title ?? '';
        }
        case 'topic':
          return topics.find((one) => one?.id === item.itemId)?.topic ?? '';
        case 'cycle': {
          const cycle = cycles.find((one) => one?.id === item.cycleId);
          return cycle ? [cycle.expected, cycle.happened, cycle.learned].join(' ').trim() : '';
        }
        case 'measure':
          return measures.find((one) => one?.id === item.measureId)?.name ?? '';
      }
    },
    [actions, tasks, topics, measures, cycles],
  );
}

/** The part of the outline that has the words sought, whatever their case and accents. */
export function findIn(
  outline: readonly OutlineCanvas[],
  wordsOf: WordsOf,
  sought: string,
): OutlineCanvas[] {
  const words = plain(sought).split(/\s+/).filter(Boolean);
  const matches = (item: OutlineItem): boolean => {
    const text = plain(wordsOf(item));
    return words.every((word) => text.includes(word));
  };
  return outline
    .map((part) => ({
      ...part,
      groups: part.groups
        .map(({ head, items }) => ({ head, items: items.filter(matches) }))
        .filter(({ items }) => items.length > 0),
    }))
    .filter(({ groups }) => groups.length > 0);
}

/** Small letters without accents: who types "cafe" finds "Café". */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase();
}

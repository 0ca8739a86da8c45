import { readActions } from './actions.ts';
import type { Canvas } from './canvases.ts';
import { readCycles } from './cycles.ts';
import { readMeasure, readTask } from './document.ts';
import { readKnowledge } from './knowledge.ts';
import { outlineOf } from './outline.ts';
import type { OutlineGroup, OutlineItem } from './outline.ts';
import type { Pen } from './picture/pen.ts';
import { recordsOn } from './transfer/records-on.ts';

/** One thing on a board as a reader is told it, in their language; what people wrote is as they wrote it. */
export type ItemWords =
  | { readonly is: 'note'; readonly text: string; readonly by: string }
  | { readonly is: 'words'; readonly text: string }
  | {
      readonly is: 'action';
      readonly title: string;
      readonly owner: string;
      readonly due: string;
      readonly state: string;
      /** The work is done, whatever came of it. */
      readonly done: boolean;
    }
  | { readonly is: 'topic'; readonly topic: string; readonly holders: readonly HolderWords[] }
  | {
      readonly is: 'measure';
      readonly name: string;
      /** Empty where there is none. */
      readonly target: string;
      readonly readings: readonly { readonly day: string; readonly value: string }[];
    }
  | {
      readonly is: 'cycle';
      readonly title: string;
      readonly parts: readonly { readonly label: string; readonly text: string }[];
    };

interface HolderWords {
  readonly name: string;
  readonly level: string;
}

/** What lies in one field or frame; no name where it lies in none. */
export interface GroupWords {
  readonly name: string;
  readonly items: readonly ItemWords[];
}

export interface CanvasWords {
  readonly canvas: Canvas;
  readonly name: string;
  /** Those in which something lies. */
  readonly groups: readonly GroupWords[];
}

/** A board to be read as text, in the order of the outline. [PROJ-2] */
export function boardWords(pen: Pen): CanvasWords[] {
  return outlineOf(recordsOn(pen.board)).map(({ canvas, groups }) => ({
    canvas,
    name: pen.say(`words.canvas.${canvas}`),
    groups: groups.filter(({ items }) => items.length > 0).map((group) => groupWords(pen, group)),
  }));
}

function groupWords(pen: Pen, { head, items }: OutlineGroup): GroupWords {
  const name = head?.title || (head?.is === 'zone' ? pen.say(`words.zone.${head.kind}`) : '');
  return { name, items: items.flatMap((item) => itemWords(pen, item) ?? []) };
}

function itemWords(pen: Pen, item: OutlineItem): ItemWords | undefined {
  switch (item.is) {
    case 'note':
      return { is: 'note', text: item.text, by: item.byName };
    case 'words':
      return { is: 'words', text: item.text };
    case 'action':
      return actionWords(pen, item.actionId);
    case 'topic':
      return topicWords(pen, item.itemId);
    case 'measure':
      return measureWords(pen, item.measureId);
    case 'cycle':
      return cycleWords(pen, item.cycleId);
  }
}

function actionWords({ board, say, day }: Pen, actionId: string): ItemWords {
  const action = readActions(board).find(({ id }) => id === actionId);
  const task = readTask(board, actionId);
  const { title, owner, due } = task ?? action ?? { title: '', owner: null, due: null };
  const rung = task?.state ?? action?.rung ?? 'proposal';
  return {
    is: 'action',
    title,
    owner: owner?.name ?? say('card.action.noOwner'),
    due: due ? day(due) : say('card.action.noDue'),
    state: say(task ? `words.state.${rung}` : `words.rung.${rung}`),
    done: rung === 'done' || rung === 'effect_checked' || rung === 'standard',
  };
}

function topicWords({ board, say }: Pen, itemId: string): ItemWords {
  const item = readKnowledge(board, itemId);
  const holders = (item?.holders ?? []).map(({ name, level }) => ({
    name,
    level: say(`card.knowledge.levels.${level}`),
  }));
  return { is: 'topic', topic: item?.topic ?? '', holders };
}

function measureWords({ board, day, number }: Pen, measureId: string): ItemWords | undefined {
  const measure = readMeasure(board, measureId);
  if (!measure) return undefined;
  const { name, unit, target } = measure;
  const withUnit = (value: number): string => `${number(value)} ${unit}`;
  const readings = measure.readings.map(({ at, value }) => ({
    day: day(at),
    value: withUnit(value),
  }));
  return { is: 'measure', name, target: target === null ? '' : withUnit(target), readings };
}

function cycleWords({ board, say }: Pen, cycleId: string): ItemWords | undefined {
  const cycle = readCycles(board).find(({ id }) => id === cycleId);
  if (!cycle) return undefined;
  const written = (['expected', 'happened', 'learned'] as const).filter((name) => cycle[name]);
  return {
    is: 'cycle',
    title: say('card.cycle.title', { number: cycle.number }),
    parts: written.map((name) => ({ label: say(`card.cycle.${name}`), text: cycle[name] })),
  };
}

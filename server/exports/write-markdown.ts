import { readActions } from '#board/actions.ts';
import { readCycles } from '#board/cycles.ts';
import { readMeasure, readTask } from '#board/document.ts';
import { readKnowledge } from '#board/knowledge.ts';
import { outlineOf } from '#board/outline.ts';
import type { OutlineCanvas, OutlineGroup, OutlineItem } from '#board/outline.ts';
import type { Pen } from '#board/picture/pen.ts';
import { recordsOn } from '#board/transfer/records-on.ts';

/** A board to be read as text: canvases and fields as headings, what lies in them as lists. [PORT-2] */
export function writeMarkdown(pen: Pen, { title }: { title: string }): string {
  const outline = outlineOf(recordsOn(pen.board));
  const parts = [`# ${line(title)}`, ...outline.flatMap((canvas) => canvasPart(pen, canvas))];
  return `${parts.join('\n\n')}\n`;
}

function canvasPart(pen: Pen, { canvas, groups }: OutlineCanvas): string[] {
  const filled = groups.filter(({ items }) => items.length > 0);
  const heading = `## ${pen.say(`words.canvas.${canvas}`)}`;
  if (filled.length === 0) return [heading, `_${pen.say('export.nothing')}_`];
  return [heading, ...filled.flatMap((group) => groupPart(pen, group))];
}

function groupPart(pen: Pen, { head, items }: OutlineGroup): string[] {
  const name = head?.title || (head?.is === 'zone' ? pen.say(`words.zone.${head.kind}`) : '');
  const list = items.flatMap((item) => itemLines(pen, item)).join('\n');
  return [...(name ? [`### ${line(name)}`] : []), list];
}

function itemLines(pen: Pen, item: OutlineItem): string[] {
  switch (item.is) {
    case 'note':
      return [`- ${line(item.text)}${item.byName ? ` _(${line(item.byName)})_` : ''}`];
    case 'words':
      return [`- ${line(item.text)}`];
    case 'action':
      return [actionLine(pen, item.actionId)];
    case 'topic':
      return [topicLine(pen, item.itemId)];
    case 'measure':
      return measureLines(pen, item.measureId);
    case 'cycle':
      return cycleLines(pen, item.cycleId);
  }
}

function actionLine({ board, say, day }: Pen, actionId: string): string {
  const action = readActions(board).find(({ id }) => id === actionId);
  const task = readTask(board, actionId);
  const { title, owner, due } = task ?? action ?? { title: '', owner: null, due: null };
  const rung = task?.state ?? action?.rung ?? 'proposal';
  const state = say(task ? `words.state.${rung}` : `words.rung.${rung}`);
  const box = rung === 'done' || rung === 'effect_checked' || rung === 'standard' ? 'x' : ' ';
  const who = owner?.name ?? say('card.action.noOwner');
  const when = due ? day(due) : say('card.action.noDue');
  return `- [${box}] ${line(title)} — ${line(who)}, ${when} (${state})`;
}

function topicLine({ board, say }: Pen, itemId: string): string {
  const item = readKnowledge(board, itemId);
  const holders = item?.holders ?? [];
  const who = holders.map(
    ({ name, level }) => `${line(name)} (${say(`card.knowledge.levels.${level}`)})`,
  );
  return `- **${line(item?.topic ?? '')}**: ${who.join(', ') || say('card.knowledge.nobody')}`;
}

function measureLines({ board, say, day, number }: Pen, measureId: string): string[] {
  const measure = readMeasure(board, measureId);
  if (!measure) return [];
  const { name, unit, target, readings } = measure;
  const value = target === null ? '' : `${number(target)} ${unit}`;
  const goal = value && ` — ${line(say('card.measure.target', { value }))}`;
  const rows = readings.map(({ at, value }) => `  - ${day(at)}: ${number(value)} ${line(unit)}`);
  return [`- **${line(name)}**${goal}`, ...rows];
}

function cycleLines({ board, say }: Pen, cycleId: string): string[] {
  const cycle = readCycles(board).find(({ id }) => id === cycleId);
  if (!cycle) return [];
  const texts = (['expected', 'happened', 'learned'] as const).filter((name) => cycle[name]);
  return [
    `- **${say('card.cycle.title', { number: cycle.number })}**`,
    ...texts.map((name) => `  - ${say(`card.cycle.${name}`)} ${line(cycle[name])}`),
  ];
}

/** On one line, and taken as it is: what people wrote makes no headings, links or HTML. */
function line(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[\\`*_{}[\]<>|#]/g, (sign) => `\\${sign}`);
}

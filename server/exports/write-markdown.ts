import { boardWords } from '#board/board-words.ts';
import type { CanvasWords, GroupWords, ItemWords } from '#board/board-words.ts';
import type { Pen } from '#board/picture/pen.ts';

/** A board to be read as text: canvases and fields as headings, what lies in them as lists. [PORT-2] */
export function writeMarkdown(pen: Pen, { title }: { title: string }): string {
  const canvases = boardWords(pen).flatMap((canvas) => canvasPart(pen, canvas));
  return `${[`# ${line(title)}`, ...canvases].join('\n\n')}\n`;
}

function canvasPart(pen: Pen, { name, groups }: CanvasWords): string[] {
  const heading = `## ${name}`;
  if (groups.length === 0) return [heading, `_${pen.say('export.nothing')}_`];
  return [heading, ...groups.flatMap((group) => groupPart(pen, group))];
}

function groupPart(pen: Pen, { name, items }: GroupWords): string[] {
  const list = items.flatMap((item) => itemLines(pen, item)).join('\n');
  return [...(name ? [`### ${line(name)}`] : []), list];
}

function itemLines({ say }: Pen, item: ItemWords): string[] {
  switch (item.is) {
    case 'note':
      return [`- ${line(item.text)}${item.by ? ` _(${line(item.by)})_` : ''}`];
    case 'words':
      return [`- ${line(item.text)}`];
    case 'action': {
      const { title, owner, due, state, done } = item;
      return [`- [${done ? 'x' : ' '}] ${line(title)} — ${line(owner)}, ${due} (${state})`];
    }
    case 'topic': {
      const who = item.holders.map(({ name, level }) => `${line(name)} (${level})`);
      return [`- **${line(item.topic)}**: ${who.join(', ') || say('card.knowledge.nobody')}`];
    }
    case 'measure': {
      const { name, target, readings } = item;
      const goal = target && ` — ${line(say('card.measure.target', { value: target }))}`;
      const rows = readings.map(({ day, value }) => `  - ${day}: ${line(value)}`);
      return [`- **${line(name)}**${goal}`, ...rows];
    }
    case 'cycle': {
      const parts = item.parts.map(({ label, text }) => `  - ${label} ${line(text)}`);
      return [`- **${item.title}**`, ...parts];
    }
  }
}

/** On one line, and taken as it is: what people wrote makes no headings, links or HTML. */
function line(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[\\`*_{}[\]<>|#]/g, (sign) => `\\${sign}`);
}

import { readAction } from '../actions.ts';
import { ACTION_CARD_HEIGHT, CYCLE_CARD_HEIGHT, KNOWLEDGE_CARD_HEIGHT } from '../cards.ts';
import type { ActionCard, CycleCard, KnowledgeCard, NoteCard, Zone } from '../cards.ts';
import { cycleTexts, readCycle } from '../cycles.ts';
import { readMeasure, readTask } from '../document.ts';
import type { Effect } from '../facts.ts';
import { readKnowledge, soleHolder } from '../knowledge.ts';
import { NOTE_PADDING, noteLayout } from '../note-layout.ts';
import { personColor } from '../person-color.ts';
import { zoneHue } from '../zone-hue.ts';
import { badge } from './badge.ts';
import { hueLook, hueOfRung, light, paperOf } from './colors.ts';
import { EDGE, paper, voice, write } from './pen.ts';
import type { Pen } from './pen.ts';
import type { Mark } from './picture.ts';

export function drawNote(pen: Pen, { w, color, text }: NoteCard['props']): Mark[] {
  const { height, fontSize: size, lineHeight } = noteLayout(text, w);
  const setting = { face: 'inter', size, lineHeight, fill: light['note-ink'] } as const;
  const area = { x: NOTE_PADDING, y: NOTE_PADDING, w: w - 2 * NOTE_PADDING };
  return [...paper(w, height, paperOf(color)), ...write(pen, text, setting, area)];
}

export function drawZone(pen: Pen, { w, h, kind, title }: Zone['props']): Mark[] {
  const { pale, ink } = hueLook(zoneHue[kind]);
  const area = { x: 24, w: w - 48, lines: 1 };
  return [
    { is: 'rect', box: { x: 0, y: 0, w, h }, round: 8, fill: pale },
    ...write(pen, title || pen.say(`words.zone.${kind}`), voice(20, ink, 'inter-strong'), {
      ...area,
      y: 12,
    }),
    ...write(pen, pen.say(`canvas.zoneHint.${kind}`), voice(14, ink), { ...area, y: 40 }),
  ];
}

export function drawAction(pen: Pen, { w, actionId }: ActionCard['props']): Mark[] {
  const { board, say } = pen;
  const action = readAction(board, actionId);
  const task = readTask(board, actionId);
  const shown = task ?? action;
  const sheet = paper(w, ACTION_CARD_HEIGHT, light.surface, EDGE);
  if (!shown) return [...sheet, ...elsewhere(pen, say('card.action.elsewhere'), w)];
  const rung = task?.state ?? action?.rung ?? 'proposal';
  const { title, owner, due, effect } = shown;
  const strong = { ...voice(14, title ? light.ink : light.faint, 'inter-strong'), lineHeight: 20 };
  const struck = rung === 'dropped' ? { ...strong, struck: true } : strong;
  const room = owner ? w - 24 - 32 : w - 24;
  const facts = `${owner?.name ?? say('card.action.noOwner')}  ·  ${due ? pen.day(due) : say('card.action.noDue')}`;
  const word = task?.outcome
    ? say(`words.outcome.${task.outcome}`)
    : say(task ? `words.state.${rung}` : `words.rung.${rung}`);
  const line = { x: 12, w: w - 24, lines: 1 };
  return [
    ...sheet,
    ...write(pen, title || say('card.action.untitled'), struck, {
      x: 12,
      y: 12,
      w: room,
      lines: 2,
    }),
    ...(owner ? avatar(pen, owner, w - 24, 24) : []),
    ...write(pen, facts, voice(12, light.soft), { ...line, y: 62 }),
    ...write(pen, effectLine(pen, effect), voice(12, light.soft), { ...line, y: 80 }),
    ...badge(pen, word, hueOfRung(rung), 12, 120),
  ];
}

function effectLine({ board, say, number }: Pen, effect: Effect): string {
  const { measure: measureId, expected, observation } = effect;
  if (measureId === undefined) return observation ?? say('card.action.noEffect');
  const measure = readMeasure(board, measureId);
  if (!measure) return say('card.action.measureGone');
  return `${measure.name}: ${expected === undefined ? '…' : number(expected)} ${measure.unit}`.trim();
}

function avatar(
  pen: Pen,
  { id, name }: { id: string; name: string },
  x: number,
  y: number,
): Mark[] {
  const setting = voice(12, '#ffffff', 'inter-strong');
  const initial = [...name.trim()][0]?.toLocaleUpperCase() ?? '';
  return [
    { is: 'rect', box: { x: x - 12, y: y - 12, w: 24, h: 24 }, round: 12, fill: personColor(id) },
    ...write(pen, initial, setting, { x: x - 12, y: y - 8, w: 24, align: 'middle', lines: 1 }),
  ];
}

const SHOWN = 2; // holders that fit on a card

export function drawTopic(pen: Pen, { w, itemId }: KnowledgeCard['props']): Mark[] {
  const { board, say } = pen;
  const item = readKnowledge(board, itemId);
  const sheet = paper(w, KNOWLEDGE_CARD_HEIGHT, light.surface, EDGE);
  if (!item) return [...sheet, ...elsewhere(pen, say('card.knowledge.elsewhere'), w)];
  const { topic, holders } = item;
  const sole = soleHolder(item);
  const shown = holders.length > SHOWN ? holders.slice(0, SHOWN - 1) : holders;
  const rest = holders.length - shown.length;
  const lines = [
    ...shown.map(({ name, level }) => `${name}  ${say(`card.knowledge.levels.${level}`)}`),
    ...(rest > 0 ? [say('card.knowledge.more', { count: rest })] : []),
    ...(holders.length === 0 ? [say('card.knowledge.nobody')] : []),
  ];
  const strong = voice(14, light.ink, 'inter-strong');
  return [
    ...sheet,
    ...(sole ? mark(pen, say('card.knowledge.sole', { name: sole.name })) : []),
    ...write(pen, topic || say('card.knowledge.topicPlaceholder'), strong, {
      ...{ x: 12, y: 12, w: w - 24, lines: 2 },
    }),
    ...lines.flatMap((line, at) =>
      write(pen, line, voice(12, light.soft), { x: 12, y: 60 + at * 18, w: w - 24, lines: 1 }),
    ),
  ];
}

/** A word of warning at the corner of a card. */
function mark(pen: Pen, text: string): Mark[] {
  return badge(pen, text, 'do', 8, 0);
}

export function drawCycle(pen: Pen, { w, cycleId }: CycleCard['props']): Mark[] {
  const { board, say } = pen;
  const cycle = readCycle(board, cycleId);
  const sheet = paper(w, CYCLE_CARD_HEIGHT, light.surface, light.line);
  if (!cycle) return [...sheet, ...elsewhere(pen, say('card.cycle.elsewhere'), w)];
  const column = (w - 32 - 2 * 16) / 3;
  return [
    ...sheet,
    ...write(
      pen,
      say('card.cycle.title', { number: cycle.number }),
      voice(16, light.ink, 'inter-strong'),
      { x: 16, y: 20, w: w - 32, lines: 1 },
    ),
    ...cycleTexts.flatMap((name, at) => {
      const area = { x: 16 + at * (column + 16), w: column };
      const hint = say(`card.cycle.hint.${name}`);
      return [
        ...write(pen, say(`card.cycle.${name}`), voice(12, light.soft, 'inter-strong'), {
          ...{ ...area, y: 56, lines: 1 },
        }),
        ...write(pen, cycle[name] || hint, voice(14, cycle[name] ? light.ink : light.faint), {
          ...{ ...area, y: 72, lines: 6 },
        }),
      ];
    }),
  ];
}

/** A card pasted from another board: what it shows lives there. */
export function elsewhere(pen: Pen, text: string, w: number): Mark[] {
  return write(pen, text, voice(14, light.soft), { x: 12, y: 12, w: w - 24, lines: 4 });
}

import type { TLBaseShape } from '@tldraw/tlschema';
import { T } from '@tldraw/validate';

/**
 * Our own shapes: plain text and cheap fixed layout. Each set of validators is both the document's
 * rule and the shape util's `static props`.
 */
export const noteColors = ['yellow', 'orange', 'pink', 'violet', 'blue', 'green', 'grey'] as const;
export type NoteColor = (typeof noteColors)[number];

export const zoneKinds = [
  'plan', // PDCA canvas
  'do',
  'check',
  'act',
  'target',
  'topics', // knowledge map
  'problems',
  'gaps',
  'proposal', // action board, along the ladder
  'agreed',
  'doing',
  'done',
  'effect_checked',
  'standard',
  'parking', // parking lot
] as const;
export type ZoneKind = (typeof zoneKinds)[number];

const side = T.number.check((value) => {
  if (!(value >= 40 && value <= 20_000)) throw new Error('a side is between 40 and 20000');
});
const shortId = T.string.check((value) => {
  if (value.length > 64) throw new Error('an id has at most 64 characters');
});
const title = T.string.check((value) => {
  if (value.length > 200) throw new Error('a title has at most 200 characters');
});

export const MAX_TEXT = 5_000; // characters on one card

const text = T.string.check((value) => {
  if (value.length > MAX_TEXT) throw new Error(`a text has at most ${MAX_TEXT} characters`);
});

/** A note: text on coloured paper; its height follows from text and width (`noteLayout`). */
export const noteCardProps = { w: side, color: T.literalEnum(...noteColors), text };
/** Shows the action `actionId`; two cards of one action are two views of it. [DOC-6] */
export const actionCardProps = { w: side, actionId: shortId };
/** Shows the knowledge item `itemId`. */
export const knowledgeCardProps = { w: side, itemId: shortId };
/** Shows a team's measure with its run chart; an empty `measureId` asks for one. */
export const measureCardProps = { w: side, h: side, measureId: shortId };
/** Shows the cycle `cycleId`: what was expected, what happened, what was learned. */
export const cycleCardProps = { w: side, cycleId: shortId };
/** A locked background field of a template; nobody's parent. Its title is its kind's unless given. */
export const zoneProps = { w: side, h: side, kind: T.literalEnum(...zoneKinds), title };

export const cardProps = {
  'note-card': noteCardProps,
  'action-card': actionCardProps,
  'knowledge-card': knowledgeCardProps,
  'measure-card': measureCardProps,
  'cycle-card': cycleCardProps,
  zone: zoneProps,
};

type PropsOf<V> = { [K in keyof V]: V[K] extends T.Validatable<infer P> ? P : never };

export type NoteCard = TLBaseShape<'note-card', PropsOf<typeof noteCardProps>>;
export type ActionCard = TLBaseShape<'action-card', PropsOf<typeof actionCardProps>>;
export type KnowledgeCard = TLBaseShape<'knowledge-card', PropsOf<typeof knowledgeCardProps>>;
export type MeasureCard = TLBaseShape<'measure-card', PropsOf<typeof measureCardProps>>;
export type CycleCard = TLBaseShape<'cycle-card', PropsOf<typeof cycleCardProps>>;
export type Zone = TLBaseShape<'zone', PropsOf<typeof zoneProps>>;

/** Heights in canvas units of the cards whose layout is fixed. */
export const ACTION_CARD_HEIGHT = 148;
export const KNOWLEDGE_CARD_HEIGHT = 132;
export const CYCLE_CARD_HEIGHT = 212;

import * as Y from 'yjs';
import * as z from 'zod/mini';
import type { BoardDocument } from './document.ts';
import { mergeText } from './merge-text.ts';
import { byName } from './order.ts';

/** Characters of a topic. */
export const MAX_TOPIC = 300;

export const knowledgeLevels = ['knows', 'can-teach', 'wants-to-learn'] as const;
export type KnowledgeLevel = (typeof knowledgeLevels)[number];

/** A topic, and who knows it how well. [DOC-8] */
export interface KnowledgeItem {
  readonly id: string;
  readonly topic: string;
  readonly holders: readonly {
    readonly id: string;
    readonly name: string;
    readonly level: KnowledgeLevel;
  }[];
  readonly evidence: string;
}

const holder = z.object({
  name: z.string().check(z.maxLength(200)),
  level: z.enum(knowledgeLevels),
});

export function readKnowledge(board: BoardDocument, itemId: string): KnowledgeItem | undefined {
  const map = itemOf(board, itemId);
  if (!map) return undefined;
  const holders = map.get('holders');
  const entries = holders instanceof Y.Map ? [...holders.entries()] : [];
  return {
    id: itemId,
    topic: textOf(map.get('topic')),
    evidence: textOf(map.get('evidence')),
    holders: entries
      .flatMap(([id, raw]) => {
        const value = holder.safeParse(raw).data;
        return value ? [{ id, ...value }] : [];
      })
      .sort(byName),
  };
}

/** The one person who knows a topic; undefined when nobody or several do. Learners do not count. */
export function soleHolder({
  holders,
}: KnowledgeItem): KnowledgeItem['holders'][number] | undefined {
  const knowing = holders.filter(({ level }) => level !== 'wants-to-learn');
  return knowing.length === 1 ? knowing[0] : undefined;
}

export function readAllKnowledge(board: BoardDocument): KnowledgeItem[] {
  return [...board.knowledge.keys()].sort().flatMap((id) => readKnowledge(board, id) ?? []);
}

/** Adds an item that is not there yet; call inside a transaction. */
export function addKnowledge(board: BoardDocument, item: KnowledgeItem): void {
  const map = new Y.Map<unknown>();
  map.set('topic', new Y.Text(item.topic));
  map.set('evidence', new Y.Text(item.evidence));
  const holders = new Y.Map<unknown>();
  for (const { id, name, level } of item.holders) holders.set(id, { name, level });
  map.set('holders', holders);
  board.knowledge.set(item.id, map);
}

export function changeTopic(
  board: BoardDocument,
  itemId: string,
  topic: string,
  base?: string,
): void {
  const text = itemOf(board, itemId)?.get('topic');
  if (text instanceof Y.Text) mergeText(text, base ?? text.toString(), topic);
}

/** Says how well a person knows the topic; null takes the person off it. */
export function setHolder(
  board: BoardDocument,
  itemId: string,
  person: { id: string; name: string },
  level: KnowledgeLevel | null,
): void {
  const holders = itemOf(board, itemId)?.get('holders');
  if (!(holders instanceof Y.Map)) return;
  if (level === null) holders.delete(person.id);
  else holders.set(person.id, { name: person.name, level });
}

/** The item's map; nothing else that a client may have put in its place. */
function itemOf({ knowledge }: BoardDocument, itemId: string): Y.Map<unknown> | undefined {
  const map: unknown = knowledge.get(itemId);
  return map instanceof Y.Map ? (map as Y.Map<unknown>) : undefined;
}

function textOf(value: unknown): string {
  return value instanceof Y.Text ? value.toString() : '';
}

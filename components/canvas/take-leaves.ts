import { isEqual } from 'tldraw';
import type { TLRecord } from 'tldraw';
import { flatKind } from '#board/flat-record.ts';
import type { PlainRecord } from '#board/flat-record.ts';
import { mergeStrings } from './merge-strings.ts';
import { mergeRichText } from './rich-text/model.ts';

type Leaves = Readonly<Record<string, unknown>>;

/**
 * `now` with the step from `from` to `to` taken in it: only what that step changed, and only where
 * nobody has changed it since; words are merged. [UNDO-1] [UNDO-3]
 */
export function takeLeaves(now: TLRecord, from: TLRecord, to: TLRecord): TLRecord {
  const [here, before, after] = [now, from, to].map(packPosition) as [Leaves, Leaves, Leaves];
  const next = step(here, before, after, keepOrTake);
  for (const [group, prefix] of [['props', 'p:'] as const, ['meta', 'm:'] as const]) {
    if (!here[group]) continue;
    next[group] = step(
      here[group] as Leaves,
      (before[group] ?? {}) as Leaves,
      (after[group] ?? {}) as Leaves,
      (key, ...values) => leaf(now, prefix + key, ...values),
    );
  }
  return unpackPosition(next) as unknown as TLRecord;
}

type Choose = (key: string, now: unknown, from: unknown, to: unknown) => unknown;

function step(now: Leaves, from: Leaves, to: Leaves, choose: Choose): Record<string, unknown> {
  const next: Record<string, unknown> = { ...now };
  for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) {
    if (key === 'props' || key === 'meta' || isEqual(from[key], to[key])) continue;
    next[key] = choose(key, now[key], from[key], to[key]);
    if (next[key] === undefined) delete next[key];
  }
  return next;
}

function keepOrTake(_key: string, now: unknown, from: unknown, to: unknown): unknown {
  return isEqual(now, from) ? to : now;
}

function leaf(record: TLRecord, key: string, now: unknown, from: unknown, to: unknown): unknown {
  if (isEqual(now, from)) return to;
  const kind = flatKind(record as unknown as PlainRecord, key);
  if (kind === 'text') return mergeStrings(String(from ?? ''), String(now ?? ''), String(to ?? ''));
  if (kind === 'rich' && now && from && to) {
    type Rich = { type: string };
    return mergeRichText(from as Rich, now as Rich, to as Rich);
  }
  return now;
}

/** A position is one value: taking back my move must not tear it into my x and somebody else's y. */
function packPosition(record: TLRecord): Leaves {
  if (record.typeName !== 'shape') return record as unknown as Leaves;
  const { x, y, ...rest } = record;
  return { ...rest, position: [x, y] };
}

function unpackPosition({ position, ...rest }: Record<string, unknown>): Leaves {
  if (!Array.isArray(position)) return rest;
  const [x, y] = position as [number, number];
  return { ...rest, x, y };
}

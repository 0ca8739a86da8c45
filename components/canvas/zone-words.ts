import { zoneKinds } from '#board/cards.ts';
import type { ZoneKind } from '#board/cards.ts';
import type { ZoneWords } from './paint-first-look.ts';

type Say = (kind: ZoneKind) => string;

/** The words on templates' fields, from the page's own: `words.zone` and `canvas.zoneHint`. */
export function zoneWords(name: Say, hint: Say): ZoneWords {
  const entries = zoneKinds.map((kind) => [kind, { name: name(kind), hint: hint(kind) }] as const);
  return Object.fromEntries(entries) as ZoneWords;
}

import * as Y from 'yjs';
import { boardDocument } from '#board/document.ts';
import type { BoardDocument } from '#board/document.ts';
import { createFlat } from '#board/flat-record.ts';
import { encodeAnswer, encodeUpdate } from '#server/sync/frames.ts';
import { note } from '#tests/board/builders.ts';
import type { Dice } from './dice.ts';
import type { SimClient } from './sim-client.ts';
import { FORGED_VOTE } from './witness.ts';
import type { World } from './world.ts';

/**
 * Sends something that no honest client would. Whatever of it the server takes has to be put right;
 * the witness sees whether any of it ever stands.
 */
export function forge({ forger, clients, dice, witness }: World): void {
  const victim = dice.pick(clients);
  const kind = dice.pick(kinds);
  if (kind === 'foreign id') return sendAs(forger, victim, dice, (id) => witness.steals(id));
  if (kind === 'gap') return sendGap(forger);
  forger.doc.transact(() => forgeries[kind](forger.board, victim.traits.personId, dice));
}

const forgeries = {
  fact: ({ facts }: BoardDocument) => void facts.set('people', { by: 'forger' }),
  'deleted facts': ({ facts }: BoardDocument) =>
    [...facts.keys()].forEach((key) => facts.delete(key)),
  meta: ({ meta }: BoardDocument) => void meta.set('epoch', 99),
  'far away': ({ records }: BoardDocument) => {
    for (const record of records.values()) record.set('xy', [1e9, 0]);
  },
  'unfit record': ({ records }: BoardDocument, _victim: string, dice: Dice) => {
    const id = `shape:bad-${dice.below(3)}`;
    records.set(id, createFlat({ ...note('x'), id, type: 'malware' }));
  },
  vote: ({ votes }: BoardDocument, victim: string, dice: Dice) =>
    void votes.set(`r|${dice.below(3)}|${victim}`, FORGED_VOTE),
  'no map': ({ actions }: BoardDocument) =>
    void (actions as Y.Map<unknown>).set('action-0', 'not a map'),
} as const;

type Forgery = keyof typeof forgeries | 'foreign id' | 'gap';
const kinds: readonly Forgery[] = [
  ...(Object.keys(forgeries) as (keyof typeof forgeries)[]),
  'foreign id',
  'foreign id',
  'gap',
];

/** New parts under the victim's Yjs client id, where the victim's own next edit would go. */
function sendAs(
  forger: SimClient,
  victim: SimClient,
  dice: Dice,
  steals: (clientId: number) => void,
): void {
  if (victim.traits.personId === forger.traits.personId) return;
  const copy = copyOf(forger);
  const before = Y.encodeStateVector(copy.doc);
  if (Y.getState(copy.doc.store, victim.doc.clientID) === 0) steals(victim.doc.clientID);
  copy.doc.clientID = victim.doc.clientID;
  copy.votes.set(`r|0|${forger.traits.personId}`, dice.below(5));
  const update = Y.encodeStateAsUpdate(copy.doc, before);
  forger.say(dice.chance(0.5) ? encodeUpdate(update) : encodeAnswer(update));
}

function sendGap(forger: SimClient): void {
  const copy = copyOf(forger);
  copy.doc.clientID = forger.doc.clientID;
  copy.votes.set('r|1|nobody', 1);
  const before = Y.encodeStateVector(copy.doc);
  copy.votes.set('r|2|nobody', 1);
  forger.say(encodeUpdate(Y.encodeStateAsUpdate(copy.doc, before)));
}

function copyOf({ doc }: SimClient): BoardDocument {
  const copy = boardDocument(new Y.Doc());
  Y.applyUpdate(copy.doc, Y.encodeStateAsUpdate(doc));
  return copy;
}

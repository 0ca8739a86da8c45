import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { boardDocument, serverRoots } from '#board/document.ts';
import { judge } from '#server/sync/gate.ts';
import { Homes } from '#server/sync/homes.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';

const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
const ROUNDS = Number(process.env['ROUNDS'] ?? 1_500);

test(`[SYNC-7] whatever passes the gate can be applied whole (seed ${SEED})`, () => {
  const random = seededRandom(SEED);
  const state = someBoard();
  const honest = honestUpdates(state, random);
  const ids = idsIn(state);
  let passed = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const update = random() < 0.7 ? madeUp(random, ids) : broken(random, pick(random, honest));
    const doc = load(state);
    const verdict = judge(update, new Homes(doc), author);
    if (verdict.is !== 'fine') continue;
    passed += 1;
    const before = contentOf(doc);
    Y.applyUpdate(doc, update);
    expect(doc.store.pendingStructs).toBeNull();
    expect(doc.store.pendingDs).toBeNull();
    const after = contentOf(doc);
    if (!verdict.trespasses) expect(after.server).toEqual(before.server);
    if (!verdict.adds) expect(after).toEqual(before);
  }
  expect(passed).toBeGreaterThan(ROUNDS / 50);
});

// Everything is the author's own: what is tried here is where parts may lie.
const author = { personId: 'anna', owners: new Map([7, 50, 100, 9000].map((id) => [id, 'anna'])) };

function someBoard(): Uint8Array {
  const { doc, records, meta, facts } = boardDocument(new Y.Doc());
  doc.clientID = 100;
  for (let i = 0; i < 8; i++) {
    const text = new Y.XmlText('words');
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [text]);
    const rich = new Y.XmlFragment();
    rich.insert(0, [paragraph]);
    const entries: [string, unknown][] = [
      ['xy', [i, i]],
      ['p:text', new Y.Text(`note ${i}`)],
      ['p:richText', rich],
    ];
    records.set(`shape:${i}`, new Y.Map(entries));
  }
  meta.set('format', 1);
  facts.set('task:1', { state: 'agreed' });
  records.delete('shape:3');
  return Y.encodeStateAsUpdate(doc);
}

function honestUpdates(state: Uint8Array, random: () => number): Uint8Array[] {
  const updates: Uint8Array[] = [];
  const { doc, records, votes } = boardDocument(load(state));
  doc.clientID = 7;
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (let i = 0; i < 60; i++) {
    const record = records.get(`shape:${Math.floor(random() * 8)}`);
    const text = record?.get('p:text');
    if (!record || random() < 0.2) votes.set(`v${i % 5}`, i);
    else if (random() < 0.5) record.set('xy', [i, 0]);
    else if (text instanceof Y.Text) text.insert(Math.floor(random() * text.length), `z${i}`);
  }
  return updates;
}

/** An update put together at random: well-formed bytes that make little sense. */
function madeUp(random: () => number, ids: readonly Y.ID[]): Uint8Array {
  const encoder = encoding.createEncoder();
  const clients = random() < 0.5 ? [50] : [9000, 50];
  encoding.writeVarUint(encoder, clients.length);
  for (const client of clients) {
    const count = 1 + Math.floor(random() * 3);
    for (const part of [count, client, 0]) encoding.writeVarUint(encoder, part);
    for (let i = 0, clock = 0; i < count; i++) {
      clock += writeItem(encoder, random, () => {
        const own = { client: pick(random, clients), clock: Math.floor(random() * (clock + 1)) };
        return random() < 0.7 ? pick(random, ids) : own;
      });
    }
  }
  writeDeletion(encoder, random, ids);
  return encoding.toUint8Array(encoder);
}

/** Writes one item with content of a random kind; returns its length. */
function writeItem(
  encoder: encoding.Encoder,
  random: () => number,
  anyId: () => { client: number; clock: number },
): number {
  const [left, right, keyed] = [random() < 0.4, random() < 0.4, random() < 0.5];
  const kind = pick(random, [0, 1, 3, 4, 4, 5, 6, 7, 7, 8, 8]);
  const writeId = (): void => {
    const { client, clock } = anyId();
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
  };
  if (kind === 0) {
    encoding.writeUint8Array(encoder, Uint8Array.of(0, 2));
    return 2;
  }
  encoding.writeUint8(encoder, kind | (left ? 128 : 0) | (right ? 64 : 0) | (keyed ? 32 : 0));
  if (left) writeId();
  if (right) writeId();
  if (!left && !right) {
    const named = random() < 0.4;
    encoding.writeVarUint(encoder, named ? 1 : 0);
    if (named) encoding.writeVarString(encoder, pick(random, ['records', 'votes', 'facts']));
    else writeId();
    if (keyed)
      encoding.writeVarString(encoder, pick(random, ['shape:1', 'xy', 'task:1', 'p:text']));
  }
  return writeContent(encoder, random, kind);
}

function writeContent(encoder: encoding.Encoder, random: () => number, kind: number): number {
  switch (kind) {
    case 1:
      encoding.writeVarUint(encoder, 2);
      return 2;
    case 3:
      encoding.writeVarUint8Array(encoder, Uint8Array.of(1));
      return 1;
    case 4:
      encoding.writeVarString(encoder, 'abc');
      return 3;
    case 5:
      encoding.writeVarString(encoder, '{"a":1}');
      return 1;
    case 6:
      encoding.writeVarString(encoder, 'bold');
      encoding.writeVarString(encoder, '{}');
      return 1;
    case 7: {
      const type = pick(random, [0, 1, 2, 3, 4, 6]);
      encoding.writeVarUint(encoder, type);
      if (type === 3) encoding.writeVarString(encoder, 'p');
      return 1;
    }
    default:
      encoding.writeVarUint(encoder, 2);
      encoding.writeAny(encoder, 1);
      encoding.writeAny(encoder, { x: 'y' });
      return 2;
  }
}

function writeDeletion(
  encoder: encoding.Encoder,
  random: () => number,
  ids: readonly Y.ID[],
): void {
  const { client, clock } = pick(random, ids);
  const parts = random() < 0.5 ? [0] : [1, client, 1, clock, 1 + Math.floor(random() * 3)];
  for (const part of parts) encoding.writeVarUint(encoder, part);
}

function broken(random: () => number, update: Uint8Array): Uint8Array {
  const bytes = update.slice();
  const at = Math.floor(random() * bytes.length);
  bytes[at] = random() < 0.5 ? Math.floor(random() * 256) : (bytes[at] ?? 0) ^ (1 << (at % 8));
  return random() < 0.2 ? bytes.slice(0, at) : bytes;
}

function idsIn(state: Uint8Array): Y.ID[] {
  return Y.decodeUpdate(state).structs.map(({ id }) => id);
}

function load(state: Uint8Array): Y.Doc {
  const { doc } = boardDocument(new Y.Doc());
  Y.applyUpdate(doc, state);
  return doc;
}

function contentOf(doc: Y.Doc): { all: unknown; server: unknown[]; state: Uint8Array } {
  const server = serverRoots.map((root) => doc.getMap(root).toJSON());
  return { all: doc.toJSON(), server, state: Y.encodeStateAsUpdate(doc) };
}

function pick<T>(random: () => number, from: readonly T[]): T {
  const picked = from[Math.floor(random() * from.length)];
  if (picked === undefined) throw new Error('nothing to pick from');
  return picked;
}

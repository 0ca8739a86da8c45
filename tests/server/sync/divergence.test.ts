import * as encoding from 'lib0/encoding';
import { describe, expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { decodeChecked, encodeCheck } from '#board/check-wire.ts';
import { documentDigest } from '#board/document-digest.ts';
import { CloseCode, Kind } from '#board/wire.ts';
import { digestDocument } from '#server/sync/digest-document.ts';
import { Divergence } from '#server/sync/divergence.ts';
import { StoredDocument } from '#server/sync/stored-document.ts';
import { HeavyThreads } from '#server/sync/heavy-work.ts';
import { ManualClock } from '#tests/support/manual-clock.ts';
import { emptyBoard, until } from '#tests/support/sync.ts';
import type { RawClient } from '#tests/support/sync.ts';
import { onTheSpot } from '#tests/support/on-the-spot.ts';
import { world } from './world.ts';

/** What somebody holds who got these updates. */
async function held(updates: readonly Uint8Array[], again = false) {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  const digest = (await documentDigest(doc)) ?? '';
  return { vector: Y.encodeStateVector(doc), digest, again };
}

/** A row that sets a vote, and one that takes it away again. */
function setAndDeleted(): [Uint8Array, Uint8Array] {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  doc.getMap('votes').set('geheim', 1);
  doc.getMap('votes').delete('geheim');
  return updates as [Uint8Array, Uint8Array];
}

describe('the comparison', () => {
  const [made, deleted] = setAndDeleted();
  const first = emptyBoard();

  function setUp() {
    const clock = new ManualClock();
    const rows = [first, made, deleted].map((bytes, at) => ({ seq: at + 1, bytes }));
    const document = new StoredDocument({ epoch: 1, state: undefined, rows, owners: new Map() });
    const state = { busy: false, digests: 0 };
    const heavy = {
      digest: (job: Parameters<typeof onTheSpot.digest>[0]) => {
        state.digests += 1;
        return onTheSpot.digest(job);
      },
    };
    const divergence = new Divergence({ clock, heavy, document, busy: () => state.busy });
    return { clock, document, divergence, state };
  }

  test('[SYNC-77] is the same, or differs by a deletion that got lost', async () => {
    const { divergence } = setUp();
    expect(await divergence.compare(await held([first, made, deleted]))).toBe('same');
    expect(await divergence.compare(await held([first, made]))).toBe('differs');
  });

  test('[SYNC-77] is put off while vectors differ, something waits, or was shown within 2 s', async () => {
    const { clock, divergence, state } = setUp();
    expect(await divergence.compare(await held([first]))).toBe('later');
    const whole = await held([first, made, deleted]);
    state.busy = true;
    expect(await divergence.compare(whole)).toBe('later');
    state.busy = false;
    divergence.news();
    clock.pass(1_999);
    expect(await divergence.compare(whole)).toBe('later');
    expect(state.digests).toBe(0);
    clock.pass(1);
    expect(await divergence.compare(whole)).toBe('same');
  });

  test('[SYNC-77] works the digest out once for each position', async () => {
    const { document, divergence, state } = setUp();
    const whole = await held([first, made, deleted]);
    await Promise.all([1, 2, 3].map(() => divergence.compare(whole)));
    expect(state.digests).toBe(1);
    const doc = new Y.Doc();
    doc.getMap('votes').set('b', 1);
    const bytes = Y.encodeStateAsUpdate(doc);
    document.add({ seq: 4, bytes });
    expect(await divergence.compare(await held([first, made, deleted, bytes]))).toBe('same');
    expect(state.digests).toBe(2);
  });

  test('[SYNC-36] the worker gives the same digest', async () => {
    const workshop = new HeavyThreads();
    workshop.start();
    onTestFinished(() => workshop.stop());
    const rows = [first, made, deleted];
    const digest = await workshop.digest({ rows });
    expect(digest).toBe(await digestDocument({ rows }));
    expect(digest).toBe((await held(rows)).digest);
  });
});

describe('over the wire', () => {
  const results = (raw: RawClient): string[] =>
    raw.ofKind(Kind.checked).map((decoder) => decodeChecked(decoder).result);

  /** Resolves when nothing has happened on the board for as long as checks ask for. */
  async function quiet(): Promise<void> {
    const since = performance.now();
    await until('it is quiet', () => performance.now() - since > 2_050);
  }

  test('[SYNC-78] who differs twice is counted and named by board and position, without a word', async () => {
    const { settled, joined, server, log, boardId } = await world();
    const anna = await settled('anna');
    anna.board.votes.set('geheim', 1);
    anna.board.votes.delete('geheim');
    await until('anna is saved', () => anna.saving === 'saved');
    const whole = await held((await log.read(boardId)).rows.map(({ bytes }) => bytes));
    server.rights.set('vera', 'view');
    const vera = await joined('vera');
    await quiet();
    const wrong = { ...whole, digest: '0'.repeat(64) };
    for (const one of [whole, wrong, { ...wrong, again: true }]) vera.send(encodeCheck(one));
    await until('all is answered', () => results(vera).length === 3);
    expect(results(vera)).toEqual(['same', 'differs', 'differs']);
    expect(server.metrics.divergence).toBe(1);
    expect(Object.fromEntries(server.metrics.checks)).toEqual({ same: 1, differs: 2 });
    const seq = log.boards.get(boardId)?.logSeq;
    expect(server.logged.map(({ level, fields }) => [level, fields])).toEqual([
      ['error', { boardId, at: { epoch: 1, seq } }],
    ]);
    expect(JSON.stringify(server.logged)).not.toContain('geheim');
  });

  test('[SYNC-77] who asks too often is not answered, and may stay', async () => {
    const { joined, server } = await world();
    const raw = await joined('anna');
    const check = encodeCheck({ vector: Uint8Array.of(0), digest: '0'.repeat(64), again: true });
    for (let at = 0; at < 20; at++) raw.send(check);
    await until('all came in', () => server.metrics.framesIn >= 20);
    await until('some are answered', () => results(raw).length === 4);
    expect(server.metrics.sockets).toBe(1);
    expect(server.metrics.divergence).toBe(0);
  });

  test.each(['{}', '{"vector":"/w==","digest":"' + '0'.repeat(64) + '","again":false}'])(
    '[WIRE-4] what is no check ends its connection: %s',
    async (text) => {
      const { joined } = await world();
      const raw = await joined('anna');
      const encoder = encoding.createEncoder();
      encoding.writeVarUint(encoder, Kind.check);
      encoding.writeVarString(encoder, text);
      raw.send(encoding.toUint8Array(encoder));
      expect((await raw.closed).code).toBe(CloseCode.damaged);
    },
  );
});

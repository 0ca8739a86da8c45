import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { FORMAT, clientRoots, serverRoots } from '#board/document.ts';
import { CloseCode, Kind, ownBodies, PROTOCOL_VERSION, SyncStep } from '#board/wire.ts';

/**
 * What a browser of yesterday and a server of today have to agree on. The hash is written down, so
 * that nobody changes it in passing: a client that was loaded before the change speaks the old wire
 * to the new server until somebody reloads the page.
 */
const agreed = { version: 3, hash: '3604f825f8e0fb86' };

const wire = {
  kinds: Kind,
  steps: SyncStep,
  closeCodes: CloseCode,
  bodies: Object.fromEntries(
    Object.entries(ownBodies).map(([kind, schema]) => [kind, z.toJSONSchema(schema)]),
  ),
  document: { format: FORMAT, roots: [...serverRoots, ...clientRoots] },
};

/** The same for the same content, whatever order its properties and choices are written in. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => JSON.stringify(canonical(item))).sort();
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, canonical(inner)]));
}

function hashOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(canonical(value)))
    .digest('hex')
    .slice(0, 16);
}

test('[WIRE-1] the wire is the one that this protocol version names', () => {
  const now = { version: PROTOCOL_VERSION, hash: hashOf(wire) };
  expect(
    now,
    'The wire changed: raise PROTOCOL_VERSION in board/wire.ts, then write down the new hash here.',
  ).toEqual(agreed);
});

test('[WIRE-1] a changed field, code or kind changes the hash', () => {
  const changes = [
    { ...wire, kinds: { ...Kind, saved: 105 } },
    { ...wire, closeCodes: { ...CloseCode, signIn: 4402 } },
    { ...wire, bodies: { ...wire.bodies, saved: z.toJSONSchema(z.object({ upTo: z.int() })) } },
  ];
  for (const changed of changes) expect(hashOf(changed)).not.toBe(hashOf(wire));
  expect(hashOf({ ...wire, steps: { update: 2, answer: 1, ask: 0 } })).toBe(hashOf(wire));
});

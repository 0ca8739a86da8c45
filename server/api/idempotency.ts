import { createHmac } from 'node:crypto';
import { IDEMPOTENCY_FIELD, STILL_RUNNING } from '#board/api/problem.ts';
import type { Prisma } from '../db/generated/client.ts';
import type { House } from '../house.ts';
import { Refusal } from '../refusal.ts';

/** What was answered the first time. */
interface Earlier {
  readonly status: number;
  readonly view: unknown;
}

const MAX_KEY = 255;
// A client that tries again does so within a day.
const KEEP_MS = 24 * 3600_000;
// No request takes that long: the server stopped half-way.
const ABANDONED_MS = 60_000;

/**
 * Runs a creating request once per actor and `Idempotency-Key`: the same request again gets the
 * first answer, another request under the same key is refused. [API-3]
 */
export async function once(
  house: House,
  {
    actorId,
    key,
    request,
    secret,
  }: { actorId: string; key: string; request: string; secret: boolean },
  run: () => Promise<Earlier>,
): Promise<Earlier> {
  const { db, authSecret } = house;
  if (key.length > MAX_KEY) throw new Refusal('invalid', 'The Idempotency-Key is too long.');
  // Keyed, because a request may hold a password that a plain digest would let somebody guess.
  const digest = createHmac('sha256', authSecret).update(request).digest('hex');
  await forget(house, actorId);
  const where = { actorId_key: { actorId, key } };
  const { count } = await db.idempotencyKey.createMany({
    data: [{ actorId, key, request: digest }],
    skipDuplicates: true,
  });
  if (count === 0)
    return earlier(await db.idempotencyKey.findUniqueOrThrow({ where }), digest, secret);
  try {
    const answer = await run();
    const shown = !secret && answer.view !== undefined;
    const response = shown ? { response: answer.view as Prisma.InputJsonValue } : {};
    await db.idempotencyKey.update({ where, data: { status: answer.status, ...response } });
    return answer;
  } catch (error) {
    // A refused request made nothing: the key may be used again.
    await db.idempotencyKey.deleteMany({ where: { actorId, key } });
    throw error;
  }
}

/** Drops the old keys of everybody, also of who never comes back. [API-3] */
export async function pruneIdempotencyKeys({
  db,
  clock,
}: Pick<House, 'db' | 'clock'>): Promise<void> {
  const before = new Date(clock().getTime() - KEEP_MS);
  await db.idempotencyKey.deleteMany({ where: { createdAt: { lt: before } } });
}

/** Drops what nobody will ask for again: old keys, and those whose request never came to an end. */
async function forget({ db, clock }: House, actorId: string): Promise<void> {
  const before = (ms: number): Date => new Date(clock().getTime() - ms);
  const abandoned = { status: null, createdAt: { lt: before(ABANDONED_MS) } };
  await db.idempotencyKey.deleteMany({
    where: { actorId, OR: [{ createdAt: { lt: before(KEEP_MS) } }, abandoned] },
  });
}

function earlier(
  row: { request: string; status: number | null; response: unknown },
  digest: string,
  secret: boolean,
): Earlier {
  if (row.request !== digest)
    throw new Refusal('conflict', 'This Idempotency-Key belongs to another request.');
  if (row.status === null)
    throw new Refusal('conflict', 'The first request with this Idempotency-Key is still running.', [
      { field: IDEMPOTENCY_FIELD, code: STILL_RUNNING, message: 'is of a request that still runs' },
    ]);
  if (secret)
    throw new Refusal('conflict', 'This was done before; its secret was shown once.', [
      {
        field: IDEMPOTENCY_FIELD,
        code: 'shown-once',
        message: 'had an answer that is not repeated',
      },
    ]);
  return { status: row.status, view: row.response };
}

import { emptyBin } from './boards/empty-bin.ts';
import { pruneLogs } from './boards/prune-logs.ts';
import { pruneIdempotencyKeys } from './api/idempotency.ts';
import { refreshOwedTeams } from './boards/refresh-team-boards.ts';
import type { House } from './house.ts';
import { Postman } from './mail/postman.ts';
import { queueDigests } from './reminders/queue-digests.ts';
import { Courier } from './webhooks/courier.ts';
import { retireSnapshots } from './snapshots/retire-snapshots.ts';
import { takeDailySnapshots } from './snapshots/take-daily-snapshots.ts';
import { pruneDeliveries } from './webhooks/prune-deliveries.ts';

const HOUR_MS = 3600_000;
const MINUTE_MS = 60_000;

/** Starts what runs by the clock; returns how each is stopped. */
export function startRounds(house: House): (() => Promise<void> | void)[] {
  return [
    every(HOUR_MS, house, 'the bin could not be emptied', emptyBin),
    every(HOUR_MS, house, 'old rows of the logs could not be removed', pruneLogs),
    every(HOUR_MS, house, 'the daily snapshots could not be taken', takeDailySnapshots),
    every(HOUR_MS, house, 'old snapshots could not be retired', retireSnapshots),
    every(MINUTE_MS, house, 'reminders could not be queued; trying again', queueDigests),
    every(10_000, house, 'boards could not be brought up to date; trying again', refreshOwedTeams),
    every(HOUR_MS, house, 'old keys of requests could not be removed', pruneIdempotencyKeys),
    every(HOUR_MS, house, 'old deliveries of webhooks could not be removed', pruneDeliveries),
    startCourier(house),
    ...(house.env.smtpUrl ? [startPostman(house, house.env.smtpUrl)] : []),
  ];
}

/** A round that takes longer than its time is waited for, and so is one that runs when all ends. */
function every(
  ms: number,
  house: House,
  failure: string,
  work: (house: House) => Promise<unknown>,
): () => Promise<void> {
  let running: Promise<void> | undefined;
  const timer = setInterval(() => {
    running ??= work(house)
      .catch((error: unknown) => house.log.warn({ err: error }, failure))
      .then(() => (running = undefined));
  }, ms);
  return async () => {
    clearInterval(timer);
    await running;
  };
}

function startCourier(house: House): () => Promise<void> {
  const courier = new Courier(house);
  courier.start();
  return () => courier.stop();
}

function startPostman(house: House, smtpUrl: string): () => Promise<void> {
  const from = `Verbeterbord <no-reply@${new URL(house.env.publicUrl).hostname}>`;
  const postman = new Postman(house, { smtpUrl, from });
  postman.start();
  return () => postman.stop();
}

import { emptyBin } from './boards/empty-bin.ts';
import { pruneLogs } from './boards/prune-logs.ts';
import type { House } from './house.ts';
import { Postman } from './mail/postman.ts';
import { Courier } from './webhooks/courier.ts';
import { pruneDeliveries } from './webhooks/prune-deliveries.ts';

const HOUR_MS = 3600_000;

/** Starts what runs by the clock; returns how each is stopped. */
export function startRounds(house: House): (() => Promise<void> | void)[] {
  return [
    hourly(house, 'the bin could not be emptied', emptyBin),
    hourly(house, 'old rows of the logs could not be removed', pruneLogs),
    hourly(house, 'old deliveries of webhooks could not be removed', pruneDeliveries),
    startCourier(house),
    ...(house.env.smtpUrl ? [startPostman(house, house.env.smtpUrl)] : []),
  ];
}

function hourly(
  house: House,
  failure: string,
  work: (house: House) => Promise<unknown>,
): () => void {
  const timer = setInterval(() => {
    work(house).catch((error: unknown) => house.log.warn({ err: error }, failure));
  }, HOUR_MS);
  return () => clearInterval(timer);
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

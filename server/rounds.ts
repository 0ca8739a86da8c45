import { emptyBin } from './boards/empty-bin.ts';
import type { House } from './house.ts';
import { Postman } from './mail/postman.ts';

const BIN_ROUND_MS = 3600_000;

/** Starts what runs by the clock; returns how each is stopped. */
export function startRounds(house: House): (() => Promise<void> | void)[] {
  return [
    startEmptyingBin(house),
    ...(house.env.smtpUrl ? [startPostman(house, house.env.smtpUrl)] : []),
  ];
}

function startEmptyingBin(house: House): () => void {
  const timer = setInterval(() => {
    emptyBin(house).catch((error: unknown) =>
      house.log.warn({ err: error }, 'the bin could not be emptied'),
    );
  }, BIN_ROUND_MS);
  return () => clearInterval(timer);
}

function startPostman(house: House, smtpUrl: string): () => Promise<void> {
  const from = `Verbeterbord <no-reply@${new URL(house.env.publicUrl).hostname}>`;
  const postman = new Postman(house, { smtpUrl, from });
  postman.start();
  return () => postman.stop();
}

import type { Webhook } from '../db/generated/client.ts';
import { hostOf } from './claim-delivery.ts';
import type { Free } from './claim-delivery.ts';

/** Messages on the way at once; half of them may be to webhooks that failed or were slow last time. */
export const AT_ONCE = 16;
/** Of those to one host, whoever's webhooks they are. */
const PER_HOST = 4;

type Going = Pick<Webhook, 'address' | 'failingSince' | 'slow'>;

/** Who may still have a place beside those on the way: no receiver takes all of them, however slow it is. [HOOK-5] */
export function freeBeside(onTheWay: readonly Going[]): Free {
  const troubled = onTheWay.filter(({ failingSince, slow }) => failingSince !== null || slow);
  const hosts = onTheWay.map(hostOf);
  const fullHosts = [...new Set(hosts)].filter(
    (host) => hosts.filter((other) => other === host).length >= PER_HOST,
  );
  return { troubledToo: troubled.length < AT_ONCE / 2, fullHosts };
}

import type { House } from '../house.ts';
import { Refusal } from '../refusal.ts';
import { Reach } from './reach.ts';

const why = {
  'https-only': 'has to start with https://',
  'closed-network':
    'leads into a closed network, which the operator of this server has not allowed',
};

/** Refuses an address that could never be sent to; where a name leads is judged at each sending. [HOOK-4] */
export function mustBeReachable({ env }: Pick<House, 'env'>, address: string): void {
  const code = new Reach(env.webhookNetworks).refusalOf(address);
  if (code === undefined) return;
  throw new Refusal('invalid', 'Webhooks cannot be sent there.', [
    { field: 'address', code, message: why[code] },
  ]);
}

import { useSyncExternalStore } from 'react';
import { TransportChoice } from '#components/sync/transport-choice.ts';
import type { Transport } from '#components/sync/transport-choice.ts';

/** What this page has learned of its network, kept from one board to the next. */
export const pageTransport = new TransportChoice();

/** How this page is connected to its board. */
export function usePageTransport(): Transport {
  return useSyncExternalStore(
    (heard) => pageTransport.subscribe(heard),
    () => pageTransport.transport,
    () => 'websocket',
  );
}

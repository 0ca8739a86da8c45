import { theHouse } from '#server/house.ts';

export const dynamic = 'force-dynamic';

/** Counters and gauges as Prometheus text. */
export function GET(): Response {
  return new Response(theHouse().metrics(), {
    headers: { 'content-type': 'text/plain; version=0.0.4' },
  });
}

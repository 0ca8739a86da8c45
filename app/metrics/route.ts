import { theHouse } from '#server/house.ts';

export const dynamic = 'force-dynamic';

/** Counters, gauges and histograms as Prometheus text. */
export async function GET(): Promise<Response> {
  return new Response(await theHouse().metrics(), {
    headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
  });
}

import { theHouse } from '#server/house.ts';

export const dynamic = 'force-dynamic';

/** The database answers too. */
export async function GET(): Promise<Response> {
  const ready = await theHouse().ready();
  return Response.json({ status: ready ? 'ready' : 'no database' }, { status: ready ? 200 : 503 });
}

import { openApiDocument } from '#server/api/openapi.ts';
import { theHouse } from '#server/house.ts';

export const dynamic = 'force-dynamic';

export function GET(): Response {
  const { env, version } = theHouse();
  return Response.json(openApiDocument({ publicUrl: env.publicUrl, version }));
}

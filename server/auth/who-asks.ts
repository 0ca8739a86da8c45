import { headers } from 'next/headers';
import { cache } from 'react';
import { theHouse } from '../house.ts';
import type { Actor } from './actor.ts';
import { identify } from './identify.ts';

/** Who asks for the page being rendered; looked up once per request. */
export const whoAsks = cache(async (): Promise<Actor> => {
  const head = await headers();
  return identify(theHouse(), {
    cookie: head.get('cookie') ?? undefined,
    authorization: head.get('authorization') ?? undefined,
  });
});

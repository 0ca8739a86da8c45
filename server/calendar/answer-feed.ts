import { createHash } from 'node:crypto';
import { MinutePace } from '../auth/minute-pace.ts';
import { hashSecret } from '../auth/secrets.ts';
import type { User } from '../db/generated/client.ts';
import type { House } from '../house.ts';
import { personCalendar } from './person-calendar.ts';

const NAME = /^([\w-]{32})\.ics$/;
// Often enough to tell an address in use from a forgotten one.
const NOTE_MS = 3600_000;

/** Programs ask once in minutes or hours. */
const pace = new MinutePace(30);

/**
 * A person's calendar for a program that knows its address and nothing else. Whatever is no address
 * of ours is missing; what has not changed is not sent again. [MAIL-8] [MAIL-9]
 */
export async function answerFeed(house: House, request: Request, name: string): Promise<Response> {
  try {
    const user = await ownerOf(house, NAME.exec(name)?.[1]);
    if (!user) return empty(404);
    if (!pace.take(user.id, house.clock())) return empty(429, { 'retry-after': '60' });
    return calendarAnswer(request, await personCalendar(house, user));
  } catch (error) {
    house.log.error({ err: error }, 'a calendar could not be given');
    return empty(503, { 'retry-after': '60' });
  }
}

async function ownerOf({ db, clock }: House, secret: string | undefined): Promise<User | null> {
  if (secret === undefined) return null;
  const feed = await db.calendarFeed.findUnique({
    where: { hash: hashSecret(secret) },
    include: { user: true },
  });
  if (!feed) return null;
  const now = clock();
  if (!feed.readAt || now.getTime() - feed.readAt.getTime() > NOTE_MS)
    await db.calendarFeed.updateMany({ where: { hash: feed.hash }, data: { readAt: now } });
  return feed.user;
}

function calendarAnswer(request: Request, text: string): Response {
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  const headers = { etag, 'cache-control': 'private, no-cache' };
  if (knows(request.headers.get('if-none-match'), etag)) return empty(304, headers);
  return new Response(request.method === 'HEAD' ? null : text, {
    headers: { ...headers, 'content-type': 'text/calendar; charset=utf-8' },
  });
}

/** A tag is compared without the mark that a proxy adds when it compresses (RFC 9110, 13.1.2). */
function knows(tags: string | null, etag: string): boolean {
  return (tags ?? '').split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

function empty(status: number, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(null, {
    status,
    headers: { 'cache-control': 'private, no-cache', ...headers },
  });
}

import type { Locale } from '#board/api/people.ts';
import { writeBoardFile } from '../exports/export-board.ts';
import type { House } from '../house.ts';
import { isRefusal } from '../refusal.ts';
import { readStoredState } from '../snapshots/read-snapshot-content.ts';
import { findShare } from './find-share.ts';
import type { OpenShare } from './find-share.ts';

/** Nobody keeps it, so that it is gone when the link is. */
const headers = {
  'cache-control': 'private, no-store',
  'x-robots-tag': 'noindex, nofollow',
  'x-content-type-options': 'nosniff',
};

/** The board of a shared snapshot as a picture (PNG); 404 where the link shows nothing any more. [SHARE-3] */
export async function answerSharedPicture(
  house: House,
  secret: string,
  locale: Locale,
): Promise<Response> {
  try {
    const { snapshot } = await findShare(house, secret);
    // Many open it at once, and all boards are drawn by one thread.
    const bytes = await house.pictures.once(`shared ${snapshot.stateHash} ${locale}`, () =>
      draw(house, snapshot, locale),
    );
    return new Response(Uint8Array.from(bytes), {
      headers: { ...headers, 'content-type': 'image/png' },
    });
  } catch (error) {
    if (isRefusal(error) && error.code === 'expired') return empty(404);
    if (isRefusal(error) && error.code === 'too-fast') return empty(429, { 'retry-after': '60' });
    house.log.error({ err: error }, 'a shared picture could not be given');
    return empty(503, { 'retry-after': '60' });
  }
}

async function draw(
  house: House,
  snapshot: OpenShare['snapshot'],
  locale: Locale,
): Promise<Uint8Array> {
  const { boardId, board } = snapshot;
  const state = await readStoredState(house, snapshot);
  const asked = { form: 'png', locale, paper: 'a4' } as const;
  return (await writeBoardFile(house, { boardId, title: board.title, state }, asked)).bytes;
}

function empty(status: number, more: Readonly<Record<string, string>> = {}): Response {
  return new Response(null, { status, headers: { ...headers, ...more } });
}

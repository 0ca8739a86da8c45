import type { ImportQuery, LeftOutReason } from '#board/api/imports.ts';
import { imageIn, isImageAddress, MAX_IMAGE_BYTES } from '#board/image-address.ts';
import type { Imported } from '#board/transfer/imported.ts';
import type { Actor } from '../auth/actor.ts';
import type { House } from '../house.ts';
import { addImage } from '../images/add-image.ts';
import { cleanImage } from '../images/clean-image.ts';
import { readImage } from '../images/read-image.ts';
import { isRefusal } from '../refusal.ts';

const MOST = 50; // pictures of one file
const DATA = /^data:image\/[\w.+-]+;base64,([\w+/=\s]*)$/u;

/**
 * Keeps the pictures of a file for the board, each by the same way as an upload; only looks at them
 * with `take: none`. What lies on another server is not fetched. [PORT-12]
 * @returns where each is kept now, by the id of its asset; those that cannot be had are not in it
 */
export async function keepPictures(
  house: House,
  actor: Actor,
  boardId: string,
  { pictures, take }: { pictures: Imported['pictures'] } & Pick<ImportQuery, 'take'>,
): Promise<Map<string, string>> {
  const kept = new Map<string, string>();
  for (const [id, src] of Object.entries(pictures).slice(0, MOST)) {
    const where = await orNone(async () => {
      const bytes = await bytesOf(house, actor, src);
      if (!bytes) return undefined;
      if (take === 'all') return (await addImage(house, actor, boardId, bytes)).src;
      await cleanImage(bytes);
      return src;
    });
    if (where !== undefined) kept.set(id, where);
  }
  return kept;
}

/** The file without the pictures that could not be had, and with the reason for each. */
export function withPictures(file: Imported, kept: ReadonlyMap<string, string>): Imported {
  const isGone = (id: unknown): boolean => typeof id === 'string' && !kept.has(id);
  const assets = new Set(
    file.records.filter(({ typeName }) => typeName === 'asset').map(({ id }) => id),
  );
  const lost = file.records.filter(({ id, type, typeName, props }) => {
    if (typeName === 'asset') return isGone(id);
    return type === 'image' && isGone((props as { assetId?: unknown }).assetId ?? '');
  });
  const ids = new Set(lost.map(({ id }) => id));
  const records = file.records.filter(
    ({ id, fromId, toId }) => !ids.has(id) && !ids.has(String(fromId)) && !ids.has(String(toId)),
  );
  const left = lost
    .filter(({ typeName, props }) => {
      const asset = (props as { assetId?: unknown }).assetId;
      return typeName === 'asset' || !assets.has(String(asset));
    })
    .map(({ id, props }) => {
      const { name } = props as { name?: unknown };
      const word = typeof name === 'string' ? name.slice(0, 80) : '';
      return { kind: 'picture', name: word, why: whyLost(file.pictures[id]) };
    });
  return { ...file, records, left: [...file.left, ...left] };
}

function whyLost(src: string | undefined): LeftOutReason {
  return src?.startsWith('data:') ? 'no-picture' : 'elsewhere';
}

async function bytesOf(house: House, actor: Actor, src: string): Promise<Uint8Array | undefined> {
  const written = DATA.exec(src)?.[1];
  if (written !== undefined) {
    const bytes = Buffer.from(written, 'base64');
    return bytes.byteLength > MAX_IMAGE_BYTES ? undefined : bytes;
  }
  const image = isImageAddress(src) ? imageIn(src) : undefined;
  return image === undefined ? undefined : readImage(house, actor, src.split('/')[4] ?? '', image);
}

async function orNone<T>(get: () => Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await get();
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

import { mustOnBoard, nothingHere } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import type { House } from '../house.ts';

/** The bytes of a picture (WebP), for those who may see its board. [IMG-2] */
export async function readImage(
  house: House,
  actor: Actor,
  boardId: string,
  imageId: string,
): Promise<Uint8Array> {
  await mustOnBoard(house, actor, boardId, 'board.see');
  const image = await house.db.boardImage.findFirst({
    where: { id: imageId, boardId },
    select: { bytes: true },
  });
  if (!image) throw nothingHere();
  return image.bytes;
}

import type { ImageView } from '#board/api/images.ts';
import { imageAddress, MAX_BOARD_IMAGE_BYTES } from '#board/image-address.ts';
import { mustOnBoard } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import { authorOf } from '../boards/author-of.ts';
import { holdBoard } from '../boards/hold-board.ts';
import type { House } from '../house.ts';
import { newId } from '../new-id.ts';
import { Refusal } from '../refusal.ts';
import { cleanImage } from './clean-image.ts';

/** Keeps a picture for a board, made anew from what was uploaded. Putting it on the canvas is an edit. [IMG-1] */
export async function addImage(
  house: House,
  actor: Actor,
  boardId: string,
  upload: Uint8Array,
): Promise<ImageView> {
  await mustOnBoard(house, actor, boardId, 'board.write');
  const { by: byId, at } = authorOf(actor, house.clock());
  const { bytes, width, height } = await cleanImage(upload);
  const size = bytes.byteLength;
  const id = newId();
  await house.db.$transaction(async (tx) => {
    // Two at once must not both find room.
    await holdBoard(tx, boardId);
    const kept = await tx.boardImage.aggregate({ where: { boardId }, _sum: { size: true } });
    if ((kept._sum.size ?? 0) + size > MAX_BOARD_IMAGE_BYTES) throw full();
    await tx.boardImage.create({ data: { id, boardId, bytes, width, height, size, byId, at } });
  });
  return { id, src: imageAddress(boardId, id), width, height, bytes: size };
}

function full(): Refusal {
  return new Refusal('too-large', 'The pictures of this board take all the room there is.');
}

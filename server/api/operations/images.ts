import { z } from 'zod';
import { imageView } from '#board/api/images.ts';
import { imageTypes, MAX_IMAGE_BYTES } from '#board/image-address.ts';
import { addImage } from '../../images/add-image.ts';
import { readImage } from '../../images/read-image.ts';
import { operation, Reply } from '../operation.ts';

const tag = 'Boards';

/** A picture never changes, and nothing in it is run should somebody open it by itself. */
const pictureHeaders = {
  'content-type': 'image/webp',
  'content-security-policy': "default-src 'none'; sandbox",
  'content-disposition': 'inline; filename="picture.webp"',
  'cache-control': 'private, max-age=31536000, immutable',
  'x-content-type-options': 'nosniff',
};

export const imageOperations = [
  operation({
    tag,
    method: 'POST',
    path: '/boards/:boardId/images',
    summary: 'Keep a picture for a board; the body is the file',
    status: 201,
    upload: { maxBytes: MAX_IMAGE_BYTES, types: imageTypes },
    view: imageView,
    run: ({ house, actor, param, file }) => addImage(house, actor, param('boardId'), file),
  }),
  operation({
    tag,
    method: 'GET',
    path: '/boards/:boardId/images/:imageId',
    summary: 'A picture of a board, as WebP',
    status: 200,
    bytes: true,
    view: z.custom<Uint8Array>(),
    run: async ({ house, actor, param }) => {
      const bytes = await readImage(house, actor, param('boardId'), param('imageId'));
      return new Reply(bytes, { headers: pictureHeaders });
    },
  }),
];

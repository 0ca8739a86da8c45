const ADDRESS = /^\/api\/v1\/boards\/[\w-]{1,64}\/images\/([\w-]{1,64})$/;

/** Where a picture of a board is served from; rights are asked there each time. */
export function imageAddress(boardId: string, imageId: string): string {
  return `/api/v1/boards/${boardId}/images/${imageId}`;
}

export function isImageAddress(src: string): boolean {
  return ADDRESS.test(src);
}

/** The picture that an address of ours names; undefined for any other address. */
export function imageIn(src: string): string | undefined {
  return isImageAddress(src) ? src.split('/').at(-1) : undefined;
}

/** What may be uploaded. SVG is none of it: it is a program. */
export const imageTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/avif',
] as const;

export const MAX_IMAGE_BYTES = 10 << 20;
/** Pixels of the longer side; larger pictures are made smaller. */
export const MAX_IMAGE_SIDE = 2_400;
/** Bytes of all pictures of one board, as we keep them. */
export const MAX_BOARD_IMAGE_BYTES = 200 << 20;

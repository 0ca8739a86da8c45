import sharp from 'sharp';
import { MAX_IMAGE_SIDE } from '#board/image-address.ts';
import { Refusal } from '../refusal.ts';

export interface CleanImage {
  /** WebP, without anything but its pixels. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** What the first bytes may say a file is; what it calls itself does not count. */
const formats: ReadonlySet<string | undefined> = new Set(['jpeg', 'png', 'webp', 'gif', 'heif']);
/** Pixels of a picture as it comes; a small file may claim a huge one. */
const MAX_PIXELS = 50_000_000;
const QUALITY = 82;

/**
 * Makes the picture anew: no place where it was taken, no program, nothing after its end. Turned as
 * its camera says, and no larger than a board needs. Throws `Refusal` for what is no picture.
 */
export async function cleanImage(upload: Uint8Array): Promise<CleanImage> {
  try {
    const picture = sharp(upload, { limitInputPixels: MAX_PIXELS, failOn: 'error' });
    const { format } = await picture.metadata();
    if (!formats.has(format)) throw noPicture();
    const side = { width: MAX_IMAGE_SIDE, height: MAX_IMAGE_SIDE };
    const { data, info } = await picture
      .rotate()
      .resize({ ...side, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: QUALITY })
      .toBuffer({ resolveWithObject: true });
    return { bytes: Uint8Array.from(data), width: info.width, height: info.height };
  } catch (error) {
    throw error instanceof Refusal ? error : noPicture(error);
  }
}

function noPicture(cause?: unknown): Refusal {
  const refusal = new Refusal('invalid', 'This is no picture that can be shown.', [
    { field: '', code: 'no-picture', message: 'is no JPEG, PNG, WebP, GIF or AVIF' },
  ]);
  if (cause !== undefined) refusal.cause = cause;
  return refusal;
}

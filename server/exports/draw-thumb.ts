import sharp from 'sharp';
import type { Locale } from '#board/api/people.ts';
import { pictureOfBoard } from '#board/picture/draw-board.ts';
import { writeSvg } from '#board/picture/write-svg.ts';
import { openDocument, penFor } from './open-document.ts';

export interface ThumbJob {
  /** The whole document, V1. */
  readonly state: Uint8Array;
  readonly locale: Locale;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** The whole board in small as WebP, its words as bars. [DRAW-5] */
export async function drawThumb({ state, locale, width, height }: ThumbJob): Promise<Uint8Array> {
  const picture = pictureOfBoard(penFor(openDocument(state), locale));
  const scale = Math.min(width / picture.box.w, height / picture.box.h);
  const svg = writeSvg(picture, { letters: { as: 'bars' }, width: picture.box.w * scale });
  return sharp(Buffer.from(svg), { unlimited: true }).webp({ quality: 82, effort: 2 }).toBuffer();
}

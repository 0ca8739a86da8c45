import type { Box } from '#board/placing.ts';
import type { Camera } from './kept-views.ts';

const INSET = 48; // px around what is shown, both sides together
const READABLE = 0.4; // zoom at which the words on a note can still be read
const EDGE = 16; // px
const PHONE = 640; // px; a narrower canvas shows its beginning
const FURTHEST = 0.05; // zoom

/** Everything in the box, never larger than life; on a phone its beginning, at a size to read. */
export function fitCamera(box: Box, window: { readonly w: number; readonly h: number }): Camera {
  const { w, h } = window;
  if (w < PHONE && Math.min(w / box.w, h / box.h) < READABLE) {
    const edge = EDGE / READABLE;
    return { x: edge - box.x, y: edge - box.y, z: READABLE };
  }
  const room = Math.min((w - INSET) / box.w, (h - INSET) / box.h);
  const z = Math.min(1, Math.max(FURTHEST, room));
  return { x: (w / z - box.w) / 2 - box.x, y: (h / z - box.h) / 2 - box.y, z };
}

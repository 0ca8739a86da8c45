import type { TLPageId } from '@tldraw/tlschema';

/** The canvases a board may hold; each is one tldraw page with a fixed id. */
export const canvases = ['pdca', 'knowledge', 'action'] as const;
export type Canvas = (typeof canvases)[number];

export function pageOf(canvas: Canvas): TLPageId {
  return `page:${canvas}` as TLPageId;
}

/** The canvas that a page record is; undefined for a page that somebody added by hand. */
export function canvasOf(pageId: string): Canvas | undefined {
  return canvases.find((canvas) => pageOf(canvas) === pageId);
}

/** Which canvases a document has, in the order of the meeting. */
export function canvasesOn(records: { has(id: string): boolean }): readonly Canvas[] {
  return canvases.filter((canvas) => records.has(pageOf(canvas)));
}

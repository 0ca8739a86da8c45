import { expect, test } from 'vitest';
import { canvases, canvasOf, pageOf } from '#board/canvases.ts';

test.each(canvases)('[DOC-1] the canvas %s is the page of that name', (canvas) => {
  expect(pageOf(canvas)).toBe(`page:${canvas}`);
  expect(canvasOf(pageOf(canvas))).toBe(canvas);
});

test.each(['page:mine', 'pdca', 'page:', 'page:pdca2', 'undefined'])(
  '[DOC-1] %s is no canvas of ours',
  (pageId) => {
    expect(canvasOf(pageId)).toBeUndefined();
  },
);

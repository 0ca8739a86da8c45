import { canvasesOn } from '../canvases.ts';
import type { Canvas } from '../canvases.ts';
import type { Box } from '../placing.ts';
import { light } from './colors.ts';
import { drawCanvas, sheetOf } from './draw-canvas.ts';
import type { Sheet } from './draw-canvas.ts';
import type { Pen } from './pen.ts';
import type { Mark, Picture } from './picture.ts';
import { extentOf } from './space.ts';

const MARGIN = 40; // canvas units around everything
const APART = 160; // between two canvases
/** Of a canvas with nothing on it. */
const BLANK: Box = { x: 0, y: 0, w: 800, h: 500 };

/** One canvas as people see it, with everything on it in view. */
export function pictureOfCanvas(pen: Pen, canvas: Canvas): Picture {
  return pictureOfSheet(sheetOf(pen), canvas);
}

function pictureOfSheet(sheet: Sheet, canvas: Canvas): Picture {
  const marks = drawCanvas(sheet, canvas);
  const { x, y, w, h } = extentOf(marks) ?? BLANK;
  const box = { x: x - MARGIN, y: y - MARGIN, w: w + 2 * MARGIN, h: h + 2 * MARGIN };
  return { box, background: light.page, marks };
}

/** The canvases of a board from left to right, in the order of the meeting. [DRAW-1] */
export function pictureOfBoard(pen: Pen, canvases = canvasesOn(pen.board.records)): Picture {
  const sheet = sheetOf(pen);
  let right = 0;
  let bottom = BLANK.h;
  const sheets = canvases.map((canvas): Mark => {
    const { box, marks } = pictureOfSheet(sheet, canvas);
    const x = right - box.x;
    right += box.w + APART;
    bottom = Math.max(bottom, box.h);
    return { is: 'group', x, y: -box.y, turn: 0, opacity: 1, marks };
  });
  const box = { x: 0, y: 0, w: Math.max(BLANK.w, right - APART), h: bottom };
  return { box, background: light.page, marks: sheets };
}

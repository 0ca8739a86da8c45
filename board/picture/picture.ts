import type { Box } from '../placing.ts';

/** The typefaces of a board: Inter in two weights for our cards, tldraw's four for free words. */
export const faces = ['inter', 'inter-strong', 'draw', 'sans', 'serif', 'mono'] as const;
export type Face = (typeof faces)[number];

export interface Paint {
  readonly fill?: string;
  readonly stroke?: string;
  /** Of the stroke, in canvas units; 1 unless given. */
  readonly width?: number;
  readonly dash?: string;
  readonly opacity?: number;
}

/** One line of words; `y` is its baseline. */
export interface WordsMark {
  readonly is: 'words';
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly face: Face;
  readonly fill: string;
  readonly text: string;
  /** Set in canvas units, so that every reader of the picture can set it alike. */
  readonly width: number;
  readonly struck?: boolean;
}

/** Everything that a picture is made of; whoever writes one as SVG or PDF knows these alone. [DRAW-1] */
export type Mark =
  | ({ readonly is: 'rect'; readonly box: Box; readonly round?: number } & Paint)
  | ({ readonly is: 'path'; readonly d: string } & Paint)
  | WordsMark
  | { readonly is: 'image'; readonly box: Box; readonly imageId: string; readonly crop?: Box }
  | {
      readonly is: 'group';
      readonly x: number;
      readonly y: number;
      /** Radians, clockwise. */
      readonly turn: number;
      readonly opacity: number;
      readonly marks: readonly Mark[];
    };

/** A canvas, or several side by side, as marks from the lowest to the highest. */
export interface Picture {
  readonly box: Box;
  readonly background: string;
  readonly marks: readonly Mark[];
}

/** What a typeface says about its letters, in parts of the font size. */
export interface Typefaces {
  widthOf(text: string, face: Face): number;
  /** Above and below the baseline. */
  heightOf(face: Face): { readonly above: number; readonly below: number };
}

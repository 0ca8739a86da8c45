import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';
import type { Font } from 'fontkit';
import { faces } from '#board/picture/picture.ts';
import type { Face, Typefaces } from '#board/picture/picture.ts';
import type { Glyph } from '#board/picture/write-svg.ts';

const require = createRequire(import.meta.url);

/** The files of each typeface: letters that the first lacks are looked for in the next. */
const inter = (weight: '400Regular' | '600SemiBold'): string =>
  `@expo-google-fonts/inter/${weight}/Inter_${weight}.ttf`;
const plex = (kind: string): string => `@tldraw/assets/fonts/IBMPlex${kind}-Medium.woff2`;

export const fontFiles: Readonly<Record<Face, readonly string[]>> = {
  inter: [inter('400Regular'), plex('Sans')],
  'inter-strong': [inter('600SemiBold'), plex('Sans')],
  draw: ['@tldraw/assets/fonts/Shantell_Sans-Informal_Regular.woff2', inter('400Regular')],
  sans: [plex('Sans'), inter('400Regular')],
  serif: [plex('Serif'), inter('400Regular')],
  mono: [plex('Mono'), inter('400Regular')],
};

export function fontBytes(file: string): Buffer {
  return readFileSync(require.resolve(file));
}

interface Letter {
  readonly width: number;
  readonly d: string | undefined;
  readonly file: string | undefined;
}

/** About as wide as an emoji is set, in font sizes. */
const STRANGE_WIDTH = 1.3;

/** The typefaces of boards as their files have them, read once and letter by letter. [DRAW-2] */
export class FontFiles implements Typefaces {
  private readonly opened = new Map<string, Font>();
  private readonly letters = new Map<Face, Map<string, Letter>>(
    faces.map((face) => [face, new Map()]),
  );

  widthOf(text: string, face: Face): number {
    let width = 0;
    for (const one of lettersOf(text)) width += this.letter(one, face).width;
    return width;
  }

  heightOf(face: Face): { above: number; below: number } {
    const { ascent, descent, unitsPerEm } = this.open(fontFiles[face][0] ?? '');
    return { above: ascent / unitsPerEm, below: -descent / unitsPerEm };
  }

  glyphsOf(text: string, face: Face): Glyph[] {
    let x = 0;
    return lettersOf(text).map((one) => {
      const { width, d } = this.letter(one, face);
      const at = x;
      x += width;
      return { id: `${face}-${codesOf(one)}`, x: at, d, text: one };
    });
  }

  /** The text in parts that one file has all letters of; undefined where none has. */
  runsOf(text: string, face: Face): { text: string; file: string | undefined; width: number }[] {
    const runs: { text: string; file: string | undefined; width: number }[] = [];
    for (const one of lettersOf(text)) {
      const { file, width } = this.letter(one, face);
      const last = runs.at(-1);
      if (last?.file === file && last) {
        last.text += one;
        last.width += width;
      } else runs.push({ text: one, file, width });
    }
    return runs;
  }

  private letter(one: string, face: Face): Letter {
    const known = this.letters.get(face);
    const letter = known?.get(one) ?? this.look(one, face);
    known?.set(one, letter);
    return letter;
  }

  private look(one: string, face: Face): Letter {
    const code = one.codePointAt(0) ?? 0;
    const isOne = [...one].length === 1;
    for (const file of fontFiles[face]) {
      const font = this.open(file);
      if (!isOne || !font.hasGlyphForCodePoint(code)) continue;
      const glyph = font.glyphForCodePoint(code);
      const scale = 1 / font.unitsPerEm;
      return { width: glyph.advanceWidth * scale, d: outlineOf(glyph, scale), file };
    }
    return { width: STRANGE_WIDTH, d: undefined, file: undefined };
  }

  private open(file: string): Font {
    const font = this.opened.get(file) ?? (fontkit.create(fontBytes(file)) as Font);
    this.opened.set(file, font);
    return font;
  }
}

type FontGlyph = ReturnType<Font['glyphForCodePoint']>;

/** In font sizes, downwards from the baseline. */
function outlineOf(glyph: FontGlyph, scale: number): string {
  const round = (value: number): number => Math.round(value * 10_000) / 10_000;
  return glyph.path
    .scale(scale, -scale)
    .commands.map(({ command, args }) => {
      return letterOf[command] + args.map(round).join(' ');
    })
    .join('');
}

const letterOf = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
} as const;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Letters as a reader counts them; text of the first planes needs no long look. */
function lettersOf(text: string): string[] {
  const composed = text.normalize('NFC');

  if (/^[\u0000-\u024f‘’“”–—…€]*$/.test(composed)) return [...composed];
  return [...segmenter.segment(composed)].map(({ segment }) => segment);
}

function codesOf(one: string): string {
  return [...one].map((part) => part.codePointAt(0)?.toString(16)).join('-');
}

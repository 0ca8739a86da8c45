import type { Face, Mark, Paint, Picture, WordsMark } from './picture.ts';

/** A letter of a typeface: where it stands in its line and what it looks like, in font sizes. */
export interface Glyph {
  /** The same for the same letter of the same typeface. */
  readonly id: string;
  readonly x: number;
  /** Path data from the baseline, downwards; undefined where no typeface of ours has the letter. */
  readonly d: string | undefined;
  readonly text: string;
}

/** How the words of a picture become SVG. */
export type Letters =
  /** As text, to be found and copied; the reader has the typefaces, or takes them from `css`. */
  | { readonly as: 'text'; readonly css: string }
  /** As shapes: the same everywhere, whatever typefaces there are. */
  | { readonly as: 'outlines'; readonly glyphsOf: (text: string, face: Face) => readonly Glyph[] }
  /** As bars: for a picture so small that nobody can read it. */
  | { readonly as: 'bars' };

export interface SvgOptions {
  readonly letters: Letters;
  /** Pixels; the whole picture at one pixel a unit unless given. */
  readonly width?: number;
  /** The address of an image's content; images without one are left blank. */
  readonly imageOf?: (imageId: string) => string | undefined;
  readonly title?: string;
}

/**
 * The picture as SVG. Whatever people wrote is text in it, never markup, and it loads nothing from
 * elsewhere. [DRAW-4]
 */
export function writeSvg({ box, background, marks }: Picture, options: SvgOptions): string {
  const { letters, width = box.w, title } = options;
  const scale = width / box.w;
  const writer = new SvgWriter(options, scale);
  const body = marks.map((mark) => writer.write(mark)).join('');
  const { x, y, w, h } = box;
  const css = letters.as === 'text' && letters.css ? `<style>${letters.css}</style>` : '';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${short(width)}" height="${short(h * scale)}"`,
    ` viewBox="${[x, y, w, h].map(short).join(' ')}">`,
    title === undefined ? '' : `<title>${escaped(title)}</title>`,
    css,
    writer.definitions(),
    `<rect${attributes({ x, y, width: w, height: h, fill: background })}/>`,
    body,
    '</svg>',
  ].join('');
}

/** How families are called in the SVG, with what may stand in for them. */
export const families: Readonly<Record<Face, string>> = {
  inter: "'Inter',sans-serif",
  'inter-strong': "'Inter',sans-serif",
  draw: "'Shantell Sans',sans-serif",
  sans: "'IBM Plex Sans',sans-serif",
  serif: "'IBM Plex Serif',serif",
  mono: "'IBM Plex Mono',monospace",
};

export const weights: Readonly<Record<Face, number>> = {
  ...{ inter: 400, 'inter-strong': 600, draw: 400 },
  ...{ sans: 500, serif: 500, mono: 500 },
};

const BAR = 0.4; // of the font size
const SEEN = 0.6; // pixels; a thinner bar is no more than a tint, and most of the work
const FAINT = 0.2;

class SvgWriter {
  /** Letters that were used, by id. */
  private readonly used = new Map<string, string>();

  constructor(
    private readonly options: SvgOptions,
    /** Pixels per canvas unit. */
    private readonly scale: number,
  ) {}

  definitions(): string {
    if (this.used.size === 0) return '';
    const paths = [...this.used].map(([id, d]) => `<path id="${id}" d="${d}"/>`);
    return `<defs>${paths.join('')}</defs>`;
  }

  write(mark: Mark): string {
    switch (mark.is) {
      case 'rect': {
        if (this.isFaint(mark)) return '';
        const { x, y, w, h } = mark.box;
        const size = { x, y, width: w, height: h, rx: mark.round };
        return `<rect${attributes({ ...size, ...paintOf(mark) })}/>`;
      }
      case 'path':
        return `<path${attributes({ d: mark.d, ...lineEnds(mark), ...paintOf(mark) })}/>`;
      case 'words':
        return this.words(mark) + strikeOf(mark);
      case 'image':
        return this.image(mark);
      case 'group':
        return this.group(mark);
    }
  }

  /** The shadow of a card, where one cannot see it. */
  private isFaint({ opacity = 1 }: Paint): boolean {
    return this.options.letters.as === 'bars' && opacity < FAINT;
  }

  private group({ x, y, turn, opacity, marks }: Extract<Mark, { is: 'group' }>): string {
    const body = marks.map((mark) => this.write(mark)).join('');
    if (body === '') return '';
    const turned = turn === 0 ? '' : ` rotate(${short((turn * 180) / Math.PI)})`;
    const transform = `translate(${short(x)} ${short(y)})${turned}`;
    return `<g${attributes({ transform, opacity: opacity === 1 ? undefined : opacity })}>${body}</g>`;
  }

  private words(mark: WordsMark): string {
    const { letters } = this.options;
    if (letters.as === 'text') return textOf(mark, mark.text, mark.x);
    if (letters.as === 'bars') {
      const { x, y, size, width, fill } = mark;
      if (size * BAR * this.scale < SEEN) return '';
      const bar = { x, y: y - size * 0.5, width, height: size * BAR };
      return `<rect${attributes({ ...bar, fill, 'fill-opacity': 0.45 })}/>`;
    }
    return letters
      .glyphsOf(mark.text, mark.face)
      .map((glyph) => this.letter(mark, glyph))
      .join('');
  }

  private letter(mark: WordsMark, { id, x, d, text }: Glyph): string {
    const left = mark.x + x * mark.size;
    if (d === undefined) return textOf(mark, text, left);
    if (d === '') return '';
    this.used.set(id, d);
    const transform = `translate(${short(left)} ${short(mark.y)}) scale(${short(mark.size)})`;
    return `<use${attributes({ href: `#${id}`, transform, fill: mark.fill })}/>`;
  }

  private image({ box, imageId, crop }: Extract<Mark, { is: 'image' }>): string {
    const { x, y, w, h } = box;
    const href = this.options.imageOf?.(imageId);
    if (href === undefined) {
      return `<rect${attributes({ x, y, width: w, height: h, fill: '#e5e0d8' })}/>`;
    }
    if (!crop) return imageTag({ x, y, width: w, height: h, href });
    // The whole image, so large that what is to be seen fills the box, cut off at its edges.
    const [width, height] = [w / crop.w, h / crop.h];
    const whole = { x: -crop.x * width, y: -crop.y * height, width, height, href };
    const window = attributes({ x, y, width: w, height: h, overflow: 'hidden' });
    return `<svg${window}>${imageTag(whole)}</svg>`;
  }
}

function textOf({ y, size, face, fill }: WordsMark, text: string, x: number): string {
  const font = { 'font-family': families[face], 'font-weight': weights[face], 'font-size': size };
  return `<text${attributes({ x, y, ...font, fill, 'xml:space': 'preserve' })}>${escaped(text)}</text>`;
}

function strikeOf({ x, y, size, width, fill, struck }: WordsMark): string {
  if (!struck) return '';
  const line = { x, y: y - size * 0.32, width, height: Math.max(1, size / 14) };
  return `<rect${attributes({ ...line, fill })}/>`;
}

function imageTag(values: Values): string {
  return `<image${attributes({ ...values, preserveAspectRatio: 'none' })}/>`;
}

function paintOf({ fill = 'none', stroke, width, dash, opacity }: Paint): Values {
  return {
    ...{ fill, stroke, opacity },
    'stroke-width': stroke === undefined ? undefined : width,
    'stroke-dasharray': dash,
  };
}

const lineEnds = ({ stroke }: Paint): Values =>
  stroke === undefined ? {} : { 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };

type Values = Readonly<Record<string, string | number | undefined>>;

function attributes(values: Values): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(
      ([name, value]) =>
        ` ${name}="${typeof value === 'number' ? short(value) : escaped(String(value))}"`,
    )
    .join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Of a pair of code units, one without the other. */
const loneHalves = /\p{Surrogate}/gu;

/** Also leaves out what no XML may hold: control characters, and halves of a pair. */
export function escaped(text: string): string {
  return text
    .replaceAll(loneHalves, '\u{FFFD}')
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[&<>"']/g, (letter) => entities[letter] ?? '');
}

function short(value: number): number {
  return Math.round(value * 1000) / 1000;
}

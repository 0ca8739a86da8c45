import type { Face, Mark, Typefaces, WordsMark } from './picture.ts';

/** How words are set. */
export interface Setting {
  readonly face: Face;
  readonly size: number;
  readonly lineHeight: number;
  readonly fill: string;
  readonly struck?: boolean;
}

/** Where words go: lines from the top, cut off after so many. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly lines?: number;
  readonly align?: 'start' | 'middle' | 'end';
}

/** Words in lines that are no wider than the area. [DRAW-2] */
export function setWords(fonts: Typefaces, text: string, setting: Setting, area: Area): Mark[] {
  const lines = wrap(fonts, text, setting, area.w);
  const shown = area.lines === undefined ? lines : cutLines(fonts, lines, setting, area);
  return shown.flatMap((line, at) => {
    if (line.trim() === '') return [];
    return [lineAt(fonts, line, setting, area, at)];
  });
}

/** How high words get in an area of that width. */
export function heightOfWords(
  fonts: Typefaces,
  text: string,
  setting: Setting,
  room: number,
): number {
  return wrap(fonts, text, setting, room).length * setting.lineHeight;
}

export function widthOfWords(fonts: Typefaces, text: string, { face, size }: Setting): number {
  return Math.max(0, ...text.split('\n').map((line) => fonts.widthOf(line, face) * size));
}

function lineAt(
  fonts: Typefaces,
  text: string,
  { face, size, lineHeight, fill, struck }: Setting,
  { x, y, w, align = 'start' }: Area,
  at: number,
): WordsMark {
  const width = fonts.widthOf(text, face) * size;
  const { above, below } = fonts.heightOf(face);
  const free = align === 'start' ? 0 : align === 'end' ? w - width : (w - width) / 2;
  const baseline = y + at * lineHeight + (lineHeight - (above + below) * size) / 2 + above * size;
  return {
    ...{ is: 'words', x: x + free, y: baseline, size, face, fill, text, width },
    ...(struck && { struck }),
  };
}

/** A text too long for its lines ends in an ellipsis. */
function cutLines(
  fonts: Typefaces,
  lines: readonly string[],
  { face, size }: Setting,
  { w, lines: most = lines.length }: Area,
): readonly string[] {
  if (lines.length <= most) return lines;
  const last = [...(lines[most - 1] ?? '')];
  while (last.length > 0 && fonts.widthOf(`${last.join('')}…`, face) * size > w) last.pop();
  return [...lines.slice(0, most - 1), `${last.join('').trimEnd()}…`];
}

function wrap(fonts: Typefaces, text: string, setting: Setting, room: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(fonts, line, setting, room));
}

/** Breaks at spaces; a word wider than a line goes on in the next, anywhere in the word. */
function wrapLine(fonts: Typefaces, line: string, setting: Setting, room: number): string[] {
  const most = room / setting.size;
  const lines: string[] = [];
  let current = '';
  let used = 0;
  const push = (part: string, width: number): void => {
    current += part;
    used += width;
  };
  for (const [, spaces = '', word = ''] of line.matchAll(/(\s*)(\S*)/g)) {
    const width = fonts.widthOf(word, setting.face);
    const gap = fonts.widthOf(spaces, setting.face);
    if (used + gap + width <= most) {
      push(spaces + word, gap + width);
      continue;
    }
    if (current !== '') lines.push(current);
    [current, used] = ['', 0];
    for (const letter of [...word]) {
      const wide = fonts.widthOf(letter, setting.face);
      if (used > 0 && width > most && used + wide > most) {
        lines.push(current);
        [current, used] = ['', 0];
      }
      push(letter, wide);
    }
  }
  return [...lines, current];
}

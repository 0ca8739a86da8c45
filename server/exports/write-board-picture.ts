import sharp from 'sharp';
import { pictureOfBoard, pictureOfCanvas } from '#board/picture/draw-board.ts';
import type { Pen } from '#board/picture/pen.ts';
import { faces } from '#board/picture/picture.ts';
import type { Mark, Picture } from '#board/picture/picture.ts';
import { families, weights, writeSvg } from '#board/picture/write-svg.ts';
import { fontBytes, fontFiles } from '../drawing/typefaces.ts';
import type { ExportImage, ExportJob } from './export-job.ts';
import { fonts } from './open-document.ts';

const SCALE = 2; // pixels per canvas unit, as sharp as a good screen
/** Of a whole board: more would take longer than anybody waits. */
const MOST_PIXELS = 16_000_000;

function pictureFor(pen: Pen, { canvas }: ExportJob): Picture {
  return canvas ? pictureOfCanvas(pen, canvas) : pictureOfBoard(pen);
}

/** With its words as text, and the typefaces that they need inside. [DRAW-4] */
export async function writeBoardSvg(pen: Pen, job: ExportJob): Promise<string> {
  const picture = pictureFor(pen, job);
  return writeSvg(picture, {
    letters: { as: 'text', css: fontFacesFor(picture.marks) },
    imageOf: await sourcesOf(job.images),
    title: job.title,
  });
}

/** With its words as shapes, so that it looks the same on every server. */
export async function writeBoardPng(pen: Pen, job: ExportJob): Promise<Uint8Array> {
  const picture = pictureFor(pen, job);
  const { w, h } = picture.box;
  const scale = Math.min(SCALE, Math.sqrt(MOST_PIXELS / (w * h)), 16_000 / Math.max(w, h));
  const svg = writeSvg(picture, {
    letters: { as: 'outlines', glyphsOf: (text, face) => fonts.glyphsOf(text, face) },
    imageOf: await sourcesOf(job.images),
    width: w * scale,
  });
  return sharp(Buffer.from(svg), { unlimited: true }).png({ compressionLevel: 8 }).toBuffer();
}

async function sourcesOf(
  images: readonly ExportImage[],
): Promise<(id: string) => string | undefined> {
  const sources = new Map<string, string>();
  for (const { id, bytes } of images) {
    const png = await sharp(bytes).png().toBuffer();
    sources.set(id, `data:image/png;base64,${png.toString('base64')}`);
  }
  return (id) => sources.get(id);
}

/** The font files whose letters the picture has, as CSS with the files in it. */
function fontFacesFor(marks: readonly Mark[]): string {
  const used = new Set<string>();
  for (const mark of wordsIn(marks)) {
    for (const { file } of fonts.runsOf(mark.text, mark.face)) if (file) used.add(file);
  }
  const written = new Set<string>();
  return faces
    .flatMap((face) =>
      fontFiles[face].flatMap((file) => {
        const family = families[face].split(',')[0] ?? '';
        const key = `${family} ${weights[face]} ${file}`;
        if (!used.has(file) || written.has(key) || !isOwn(face, file)) return [];
        written.add(key);
        return [fontFace(family, weights[face], file)];
      }),
    )
    .join('');
}

/** A stand-in of another family is left to the reader. */
function isOwn(face: (typeof faces)[number], file: string): boolean {
  return file.startsWith('@fontsource') === face.startsWith('inter');
}

function fontFace(family: string, weight: number, file: string): string {
  const type = file.endsWith('.woff2') ? 'woff2' : 'woff';
  const source = `url(data:font/${type};base64,${fontBytes(file).toString('base64')})`;
  return `@font-face{font-family:${family};font-weight:${weight};src:${source} format('${type}')}`;
}

function* wordsIn(marks: readonly Mark[]): Generator<Extract<Mark, { is: 'words' }>> {
  for (const mark of marks) {
    if (mark.is === 'words') yield mark;
    else if (mark.is === 'group') yield* wordsIn(mark.marks);
  }
}

import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import { canvasesOn } from '#board/canvases.ts';
import { light } from '#board/picture/colors.ts';
import { pictureOfCanvas } from '#board/picture/draw-board.ts';
import type { Pen } from '#board/picture/pen.ts';
import type { Mark, Paint, Picture, WordsMark } from '#board/picture/picture.ts';
import { fontBytes } from '../drawing/typefaces.ts';
import type { ExportImage, ExportJob } from './export-job.ts';
import { fonts } from './open-document.ts';

type Pdf = InstanceType<typeof PDFDocument>;

const MARGIN = 28; // points, about a centimetre
const HEAD = 26; // points for the line on top

/** A page for each canvas, landscape, with words that can be found and copied. [PORT-3] */
export async function writeBoardPdf(pen: Pen, job: ExportJob): Promise<Uint8Array> {
  const size = job.paper.toUpperCase();
  const pdf = new PDFDocument({
    ...{ size, layout: 'landscape', margin: 0, autoFirstPage: false, lang: job.locale },
    info: { Title: job.title },
  });
  const done = collected(pdf);
  const images = await readableImages(job.images);
  const canvases = canvasesOn(pen.board.records);
  for (const canvas of job.canvas ? [job.canvas] : canvases) {
    pdf.addPage();
    const head = `${job.title}  ·  ${pen.say(`words.canvas.${canvas}`)}`;
    writeHead(pdf, head);
    drawPage(pdf, pictureOfCanvas(pen, canvas), images);
  }
  if (canvases.length === 0) pdf.addPage();
  pdf.end();
  return done;
}

function collected(pdf: Pdf): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  pdf.on('data', (part: Buffer) => parts.push(part));
  return new Promise((resolve, reject) => {
    pdf.on('end', () => resolve(Uint8Array.from(Buffer.concat(parts))));
    pdf.on('error', reject);
  });
}

type Images = ReadonlyMap<string, { bytes: Buffer; width: number; height: number }>;

async function readableImages(images: readonly ExportImage[]): Promise<Images> {
  const readable = new Map<string, { bytes: Buffer; width: number; height: number }>();
  for (const { id, bytes } of images) {
    const { data, info } = await sharp(bytes).png().toBuffer({ resolveWithObject: true });
    readable.set(id, { bytes: data, width: info.width, height: info.height });
  }
  return readable;
}

function writeHead(pdf: Pdf, text: string): void {
  const setting = { face: 'inter-strong', size: 11, fill: light.ink } as const;
  writeLine(pdf, { is: 'words', x: MARGIN, y: MARGIN + 8, text, width: 0, ...setting });
}

/** As large as the paper allows, in the middle of it. */
function drawPage(pdf: Pdf, { box, background, marks }: Picture, images: Images): void {
  const room = { w: pdf.page.width - 2 * MARGIN, h: pdf.page.height - 2 * MARGIN - HEAD };
  const scale = Math.min(room.w / box.w, room.h / box.h);
  pdf.save();
  pdf.translate(
    MARGIN + (room.w - box.w * scale) / 2,
    MARGIN + HEAD + (room.h - box.h * scale) / 2,
  );
  pdf.scale(scale).translate(-box.x, -box.y);
  pdf.rect(box.x, box.y, box.w, box.h).fill(background);
  for (const mark of marks) drawMark(pdf, mark, images);
  pdf.restore();
}

function drawMark(pdf: Pdf, mark: Mark, images: Images): void {
  switch (mark.is) {
    case 'rect': {
      const { x, y, w, h } = mark.box;
      const round = Math.min(mark.round ?? 0, w / 2, h / 2);
      return paint(pdf, mark, () => pdf.roundedRect(x, y, w, h, round));
    }
    case 'path':
      return paint(pdf, mark, () => pdf.path(mark.d));
    case 'words':
      return writeLine(pdf, mark);
    case 'image':
      return drawImage(pdf, mark, images);
    case 'group': {
      pdf.save().translate(mark.x, mark.y);
      if (mark.turn !== 0) pdf.rotate((mark.turn * 180) / Math.PI);
      if (mark.opacity !== 1) pdf.opacity(mark.opacity);
      for (const inner of mark.marks) drawMark(pdf, inner, images);
      pdf.restore();
    }
  }
}

function paint(pdf: Pdf, { fill, stroke, width = 1, dash, opacity }: Paint, path: () => Pdf): void {
  if (fill === undefined && stroke === undefined) return;
  pdf.save();
  if (opacity !== undefined) pdf.opacity(opacity);
  if (stroke !== undefined) pdf.lineWidth(width).lineCap('round').lineJoin('round');
  const [on = 0, off = 0] = dash?.split(' ').map(Number) ?? [];
  if (dash !== undefined) pdf.dash(on, { space: off });
  path();
  if (fill !== undefined && stroke !== undefined) pdf.fillAndStroke(fill, stroke);
  else if (fill !== undefined) pdf.fill(fill);
  else pdf.stroke(stroke);
  pdf.restore();
}

/** Run by run, each in the file that has its letters; an emoji is left out, no file of ours has any. */
function writeLine(pdf: Pdf, { text, face, size, fill, x, y, struck, width }: WordsMark): void {
  let left = x;
  for (const run of fonts.runsOf(text, face)) {
    if (run.file !== undefined) {
      pdf.font(namedFont(pdf, run.file)).fontSize(size).fillColor(fill);
      pdf.text(run.text, left, y, { lineBreak: false, baseline: 'alphabetic' });
    }
    left += run.width * size;
  }
  if (struck) pdf.rect(x, y - size * 0.32, width, Math.max(1, size / 14)).fill(fill);
}

const registered = new WeakMap<Pdf, Set<string>>();

/** A file is read once for a document. */
function namedFont(pdf: Pdf, file: string): string {
  const known = registered.get(pdf) ?? new Set();
  registered.set(pdf, known);
  if (!known.has(file)) pdf.registerFont(file, fontBytes(file));
  known.add(file);
  return file;
}

function drawImage(
  pdf: Pdf,
  { box, imageId, crop }: Extract<Mark, { is: 'image' }>,
  images: Images,
): void {
  const { x, y, w, h } = box;
  const image = images.get(imageId);
  if (!image) return paint(pdf, { fill: light.line }, () => pdf.rect(x, y, w, h));
  const seen = crop ?? { x: 0, y: 0, w: 1, h: 1 };
  const [width, height] = [w / seen.w, h / seen.h];
  pdf.save().rect(x, y, w, h).clip();
  pdf.image(image.bytes, x - seen.x * width, y - seen.y * height, { width, height });
  pdf.restore();
}

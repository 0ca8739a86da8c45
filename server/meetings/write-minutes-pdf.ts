import { readFile } from 'node:fs/promises';
import PDFDocument from 'pdfkit';
import { minutesFoot, minutesHead, minutesSections } from '#board/minutes-sections.ts';
import type { Labelled, MinutesItem, MinutesSection } from '#board/minutes-sections.ts';
import type { Minutes } from '#board/minutes.ts';
import { minutesWords } from './minutes-words.ts';
import type { MinutesForm } from './minutes-words.ts';

type Pdf = PDFKit.PDFDocument;

// Points; A4 is 595 wide and 842 high.
const MARGIN = 57;
const FOOT = 72;
const LABEL = 104;
const INDENT = 14;
/** Height that a heading and the first lines under it need: neither stands alone at the foot of a page. */
const KEEP_TOGETHER = 78;

const ink = '#26241f';
const soft = '#6b675e';
const hairline = '#dcd8cf';
const accent = '#0d6b70';

/** The minutes as a document on A4 with page numbers, whose words can be searched and copied. [MEET-11] */
export async function writeMinutesPdf(minutes: Minutes, form: MinutesForm): Promise<Uint8Array> {
  const words = minutesWords(form);
  const title = words.say('title', { board: minutes.board });
  const pdf = await openDocument(title, form, new Date(minutes.closedAt ?? minutes.openedAt));
  const written = collect(pdf);
  pdf.font('strong').fontSize(20).fillColor(ink).text(title, { lineGap: 2 }).moveDown(0.6);
  writeLabelled(pdf, minutesHead(minutes, words));
  const sections = minutesSections(minutes, words);
  for (const section of sections) writeSection(pdf, section);
  if (sections.length === 0) {
    pdf.moveDown(1).font('regular').fontSize(11).fillColor(soft).text(words.say('nothing'));
  }
  writeRule(pdf);
  writeLabelled(pdf, minutesFoot(minutes, words));
  numberPages(pdf, title, (page, pages) => words.say('page', { page, pages }));
  pdf.end();
  return written;
}

async function openDocument(title: string, { locale }: MinutesForm, at: Date): Promise<Pdf> {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: FOOT },
    bufferPages: true,
    lang: locale,
    displayTitle: true,
    info: { Title: title, Producer: 'Verbeterbord', Creator: 'Verbeterbord', CreationDate: at },
  });
  const [regular, strong] = await Promise.all([font('400Regular'), font('600SemiBold')]);
  pdf.registerFont('regular', regular).registerFont('strong', strong);
  return pdf;
}

/** The whole of Inter: the fonts that pages load have no arrows, and no letters from further east. */
function font(name: string): Promise<Buffer> {
  return readFile(`node_modules/@expo-google-fonts/inter/${name}/Inter_${name}.ttf`);
}

function collect(pdf: Pdf): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parts: Uint8Array[] = [];
    pdf.on('data', (part: Uint8Array) => parts.push(part));
    pdf.on('end', () => resolve(Buffer.concat(parts)));
    pdf.on('error', reject);
  });
}

function writeLabelled(pdf: Pdf, lines: readonly Labelled[]): void {
  const width = pdf.page.width - 2 * MARGIN - LABEL;
  for (const { label, text } of lines) {
    pdf.font('regular').fontSize(10);
    const needed = pdf.heightOfString(text || ' ', { width, lineGap: 2 });
    startPageUnless(pdf, Math.min(needed, KEEP_TOGETHER));
    const top = pdf.y;
    pdf.fillColor(soft).text(label, MARGIN, top, { width: LABEL - 10, lineGap: 2 });
    const below = pdf.y;
    pdf.fillColor(ink).text(text || '–', MARGIN + LABEL, top, { width, lineGap: 2 });
    pdf.y = Math.max(pdf.y, below) + 3;
    pdf.x = MARGIN;
  }
}

function writeSection(pdf: Pdf, { heading, items }: MinutesSection): void {
  startPageUnless(pdf, KEEP_TOGETHER);
  pdf.y += 16;
  pdf.font('strong').fontSize(13).fillColor(accent).text(heading, MARGIN);
  const at = pdf.y + 3;
  pdf.moveTo(MARGIN, at).lineTo(pdf.page.width - MARGIN, at);
  pdf.lineWidth(0.75).strokeColor(hairline).stroke();
  pdf.y = at + 7;
  for (const item of items) writeItem(pdf, item);
}

function writeItem(pdf: Pdf, { text, details }: MinutesItem): void {
  const width = pdf.page.width - 2 * MARGIN - INDENT;
  pdf.font('strong').fontSize(10.5);
  startPageUnless(pdf, Math.min(pdf.heightOfString(text, { width }) + 16, KEEP_TOGETHER));
  pdf.circle(MARGIN + 3, pdf.y + 6.5, 1.7).fill(accent);
  pdf.fillColor(ink).text(text || '–', MARGIN + INDENT, pdf.y, { width, lineGap: 1.5 });
  pdf.font('regular').fontSize(10).fillColor(soft);
  for (const detail of details) pdf.text(detail, MARGIN + INDENT, pdf.y, { width, lineGap: 1.5 });
  pdf.y += 6;
  pdf.x = MARGIN;
}

function writeRule(pdf: Pdf): void {
  startPageUnless(pdf, KEEP_TOGETHER);
  const at = pdf.y + 14;
  pdf.moveTo(MARGIN, at).lineTo(pdf.page.width - MARGIN, at);
  pdf.lineWidth(0.75).strokeColor(hairline).stroke();
  pdf.y = at + 12;
}

function startPageUnless(pdf: Pdf, room: number): void {
  if (pdf.y + room > pdf.page.height - FOOT) pdf.addPage();
}

function numberPages(pdf: Pdf, title: string, say: (page: number, pages: number) => string): void {
  const { count } = pdf.bufferedPageRange();
  for (let at = 0; at < count; at++) {
    pdf.switchToPage(at);
    const { page } = pdf;
    // What stands in the margin would begin another page.
    page.margins.bottom = 0;
    const y = page.height - 44;
    const half = (page.width - 2 * MARGIN) / 2;
    const one = { width: half, lineBreak: false, ellipsis: true, height: 12 } as const;
    pdf.font('regular').fontSize(8.5).fillColor(soft);
    pdf.text(title, MARGIN, y, one);
    pdf.text(say(at + 1, count), MARGIN + half, y, { ...one, align: 'right' });
    page.margins.bottom = FOOT;
  }
}

import { projectBoard } from '#board/projection.ts';
import type { ExportJob } from './export-job.ts';
import { openDocument, penFor } from './open-document.ts';
import { writeBoardCsv } from './write-board-csv.ts';
import { writeBoardPdf } from './write-board-pdf.ts';
import { writeBoardPng, writeBoardSvg } from './write-board-picture.ts';
import { writeMarkdown } from './write-markdown.ts';
import { exportJson } from '#board/transfer/export-json.ts';
import { exportTldr } from '#board/transfer/export-tldr.ts';

/** A board's document as a file; runs in the thread for pictures. [PORT-1] */
export async function exportDocument(job: ExportJob): Promise<Uint8Array> {
  const board = openDocument(job.state);
  const pen = penFor(board, job.locale);
  switch (job.form) {
    case 'svg':
      return bytesOf(await writeBoardSvg(pen, job));
    case 'png':
      return writeBoardPng(pen, job);
    case 'pdf':
      return writeBoardPdf(pen, job);
    case 'md':
      return bytesOf(writeMarkdown(pen, job));
    case 'csv':
      return bytesOf(writeBoardCsv(projectBoard(board), pen, job.locale));
    case 'json':
      return bytesOf(JSON.stringify(exportJson(board), null, 2));
    case 'tldr':
      return bytesOf(JSON.stringify(exportTldr(pen)));
  }
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

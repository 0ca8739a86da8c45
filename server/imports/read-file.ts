import { importJson } from '#board/transfer/import-json.ts';
import { importRows } from '#board/transfer/import-rows.ts';
import { importTldr, isTldr } from '#board/transfer/import-tldr.ts';
import { UnreadableFile } from '#board/transfer/imported.ts';
import type { FileFault, Imported } from '#board/transfer/imported.ts';
import { parseJson } from '#board/transfer/parse-json.ts';
import { storable } from '../storable.ts';
import { readTable } from './read-table.ts';

export interface ImportJob {
  /** The file as it came. */
  readonly file: Uint8Array;
}

export type ReadFile =
  | { readonly ok: true; readonly imported: Imported }
  | { readonly ok: false; readonly fault: FileFault; readonly message: string };

/** Reads a file by what is in it, whatever it is called; done in the thread for pictures. */
export function readFile({ file }: ImportJob): ReadFile {
  try {
    return { ok: true, imported: storable(importedFrom(file)) };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { ok: false, fault: error.fault, message: error.message };
  }
}

function importedFrom(file: Uint8Array): Imported {
  // Bytes that no text has: a picture, an archive, a workbook.
  if (file.byteLength === 0 || (file.includes(0) && file[0] !== 0xff))
    throw new UnreadableFile('no-file-of-ours', 'This is no tldraw file, board or table.');
  const start = new TextDecoder().decode(file.subarray(0, 200)).trimStart();
  if (!start.startsWith('{') && !start.startsWith('[')) return importRows(readTable(file));
  const value = parseJson(new TextDecoder().decode(file));
  return isTldr(value) ? importTldr(value) : importJson(value);
}

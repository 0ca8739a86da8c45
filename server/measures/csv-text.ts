/** The text of a file that a spreadsheet saved, with one kind of line end. */
export function csvText(file: Uint8Array): string {
  return decode(file).replaceAll(/\r\n?/gu, '\n');
}

/** UTF-8, UTF-16 with its mark, or else Windows' Latin letters. */
function decode(file: Uint8Array): string {
  if (file[0] === 0xff && file[1] === 0xfe) return new TextDecoder('utf-16le').decode(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return new TextDecoder('windows-1252').decode(file);
  }
}

/**
 * What stands between columns. A semicolon or a tab in the first line decides, because there a comma
 * may stand in a number.
 */
export function delimiterOf(text: string): ';' | '\t' | ',' {
  const first = /\S.*/u.exec(text)?.[0] ?? '';
  if (first.includes(';')) return ';';
  return first.includes('\t') ? '\t' : ',';
}

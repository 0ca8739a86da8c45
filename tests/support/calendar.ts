/** One content line of an iCalendar file. */
export interface CalendarLine {
  readonly name: string;
  readonly params: string;
  readonly value: string;
}

/** Reads an iCalendar file by the rules of RFC 5545 that a mail program insists on; throws where it breaks one. */
export function parseCalendar(text: string): CalendarLine[] {
  must(text.endsWith('\r\n'), 'the last line ends');
  must(!/[^\r]\n|\r[^\n]/.test(text), 'every line ends with CRLF');
  for (const line of text.split('\r\n'))
    must([...line].length <= 75, `a line has 75 characters at most: ${line}`);
  const lines = text
    .replaceAll(/\r\n[ \t]/g, '')
    .trimEnd()
    .split('\r\n')
    .map(parseLine);
  must(balanced(lines), 'every BEGIN has its END');
  must(lines[0]?.value === 'VCALENDAR', 'it is a calendar');
  return lines;
}

/** What a TEXT value says. */
export function plainText({ value }: CalendarLine): string {
  must(!/(^|[^\\])(\\\\)*[;,]/.test(value), `semicolon and comma are escaped: ${value}`);
  return value.replaceAll(/\\([nN;,\\])/g, (_all, sign: string) => (/n/i.test(sign) ? '\n' : sign));
}

function parseLine(line: string): CalendarLine {
  const [, name, params, value] = /^([A-Z-]+)((?:;[A-Z-]+=[^;:]+)*):(.*)$/.exec(line) ?? [];
  if (name === undefined || value === undefined) throw new Error(`no content line: ${line}`);
  return { name, params: params ?? '', value };
}

function balanced(lines: readonly CalendarLine[]): boolean {
  const open: string[] = [];
  for (const { name, value } of lines) {
    if (name === 'BEGIN') open.push(value);
    if (name === 'END' && open.pop() !== value) return false;
  }
  return open.length === 0;
}

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(`broken calendar: ${what}`);
}

/**
 * Who sent something and when, written so that it can be found in the bytes of any frame, merged or
 * not, without decoding it: eighty thousand arrive in a second.
 */
export interface HearMark {
  /** `at` as `microseconds` gave it. */
  (writer: number, at: number): void;
}

/** Now, in microseconds; wraps after 71 minutes. */
export function microseconds(): number {
  return Math.floor(performance.now() * 1000) >>> 0;
}

/** Milliseconds from `at` to `now`. */
export function elapsed(at: number, now: number): number {
  return ((now - at) >>> 0) / 1000;
}

// Two doubles whose upper halves are always these: places some 1,000 units from the origin. The lower
// halves are ours to fill.
const UPPER_X = 0x40935b29;
const UPPER_Y = 0x408f5a17;
const doubles = new DataView(new ArrayBuffer(8));

/** A place on the canvas that bears a mark. `writer` is 1 to 8191. */
export function markedPlace(writer: number, count: number, at: number): [number, number] {
  // Never all zero below, or Yjs would write a shorter number.
  return [
    double(UPPER_X, ((writer << 16) | (count & 0xffff)) >>> 0),
    double(UPPER_Y, (at | 1) >>> 0),
  ];
}

function double(upper: number, lower: number): number {
  doubles.setUint32(0, upper);
  doubles.setUint32(4, lower);
  return doubles.getFloat64(0);
}

// How lib0 writes an array of two doubles: 117, length, and 123 before each.
const PLACE = Buffer.of(117, 2, 123, 0x40, 0x93, 0x5b, 0x29);
const WRITER_AT = PLACE.length;
const TIME_AT = WRITER_AT + 4 + 5;

/** Calls `hear` for each marked place in the bytes. */
export function findPlaces(bytes: Buffer, hear: HearMark): void {
  const last = bytes.length - TIME_AT - 4;
  for (let at = bytes.indexOf(PLACE); at >= 0 && at <= last; at = bytes.indexOf(PLACE, at + 1)) {
    hear(bytes.readUInt16BE(at + WRITER_AT), bytes.readUInt32BE(at + TIME_AT));
  }
}

const WORD = Buffer.from('mark:');
const WRITER_DIGITS = 4;
const TIME_DIGITS = 10;

/** The same as text, for what travels as JSON. */
export function markedText(writer: number, at: number): string {
  const digits = String(writer).padStart(WRITER_DIGITS, '0');
  return `mark:${digits}${String(at).padStart(TIME_DIGITS, '0')}`;
}

export function findTexts(bytes: Buffer, hear: HearMark): void {
  for (let at = bytes.indexOf(WORD); at >= 0; at = bytes.indexOf(WORD, at + 1)) {
    const writer = at + WORD.length;
    const time = writer + WRITER_DIGITS;
    hear(digitsAt(bytes, writer, time), digitsAt(bytes, time, time + TIME_DIGITS));
  }
}

function digitsAt(bytes: Buffer, from: number, to: number): number {
  let number = 0;
  for (let i = from; i < to; i++) number = number * 10 + (bytes[i] ?? 48) - 48;
  return number;
}

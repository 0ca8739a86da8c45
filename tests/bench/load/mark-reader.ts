import { findPlaces, findTexts } from './marks.ts';

export interface Mark {
  readonly writer: number;
  /** As `microseconds` gave it. */
  readonly at: number;
}

interface Read {
  readonly message: Buffer;
  readonly marks: readonly Mark[];
}

/** Messages that are on their way to hundreds of people at the same time. */
const REMEMBERED = 16;

/** Finds the marks in messages; the same message to many people is searched once. */
export class MarkReader {
  private readonly read: Read[] = [];
  private next = 0;

  marksIn(message: Buffer): readonly Mark[] {
    const known = this.read.find((one) => one.message.equals(message));
    return known ? known.marks : this.search(message);
  }

  private search(message: Buffer): readonly Mark[] {
    const marks: Mark[] = [];
    const note = (writer: number, at: number): void => void marks.push({ writer, at });
    findPlaces(message, note);
    findTexts(message, note);
    // A copy: what comes off the wire is only good for now.
    this.read[this.next] = { message: Buffer.from(message), marks };
    this.next = (this.next + 1) % REMEMBERED;
    return marks;
  }
}

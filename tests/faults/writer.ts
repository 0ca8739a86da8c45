import type * as Y from 'yjs';
import type { BoardDocument } from '#board/document.ts';
import type { BoardId } from '#board/ids.ts';
import { TestClient, until } from '../support/sync.ts';
import { putNote } from './note.ts';
import type { Person } from './people.ts';

/** How somebody writes, in milliseconds. */
export interface Pace {
  /** Between two notes: quick, and below what a connection may send. */
  readonly between: number;
  /** After every few notes, how long they wait at most to read that they are saved. */
  readonly patience: number;
}

const STEADY: Pace = { between: 10, patience: 5_000 };

/** One person who writes note after note, and what they were shown meanwhile. */
export class Writer {
  readonly written = new Set<string>();
  /** Notes of theirs that the product called saved. */
  readonly saved = new Set<string>();
  readonly client: TestClient;
  private readonly running: Promise<void>;
  private writing = true;

  /** @param round part of every note's id, so that two rounds write different notes */
  constructor(
    url: string,
    boardId: BoardId,
    readonly person: Person,
    private readonly round: number | string,
    private readonly pace = STEADY,
  ) {
    this.client = new TestClient({ url: url.replace('http', 'ws') }, boardId, person.token);
    this.client.connection.subscribe(() => this.look());
    this.running = this.run();
  }

  get doc(): Y.Doc {
    return this.client.doc;
  }

  /** Everything they wrote is called saved. */
  get settled(): boolean {
    return this.client.saving === 'saved' && this.saved.size === this.written.size;
  }

  /** Notes of others that they see. */
  seen(): string[] {
    return notesIn(this.client.board).filter((id) => !this.written.has(id));
  }

  /** Stops writing; the connection goes on. */
  async rest(): Promise<void> {
    this.writing = false;
    await this.running;
    this.look();
  }

  /** Closes the board at once, as ending the browser does; returns what they saw last. */
  leave(): readonly string[] {
    this.writing = false;
    const seen = this.seen();
    this.client.stop();
    return seen;
  }

  private async run(): Promise<void> {
    for (let at = 0; this.writing; at++) {
      // Nobody writes on a board that has not opened yet.
      if (this.client.connection.state.me) this.write(at);
      await pause(this.pace.between);
      if (at % 4 === 0) await this.breathe();
    }
  }

  /** Waits a little for the mark to say saved, as a person who thinks; goes on when it does not. */
  private async breathe(): Promise<void> {
    const deadline = performance.now() + this.pace.patience;
    const resting = (): boolean => this.writing && this.client.saving !== 'saved';
    while (resting() && performance.now() < deadline) await pause(this.pace.between);
  }

  private write(at: number): void {
    const id = `shape:${this.person.name}-${this.round}-${at}`;
    putNote(this.client.board, { id, text: id, x: at, y: at }, this.person.name);
    this.written.add(id);
  }

  /** What the product shows this person as saved at this moment. */
  private look(): void {
    if (this.client.saving !== 'saved') return;
    for (const id of this.written) this.saved.add(id);
  }
}

/** Resolves once it holds for every writer; fails after `ms`, saying how each of them stands. */
export async function untilAll(
  what: string,
  writers: readonly Writer[],
  holds: (writer: Writer, at: number) => boolean,
  ms: number,
): Promise<void> {
  await until(what, () => writers.every(holds), ms).catch((cause: Error) => {
    const stands = writers.map(({ person, client, written, saved }, at) => {
      const { link, saving } = client;
      const fits = writers[at] && holds(writers[at], at) ? 'yes' : 'no';
      return `${person.name} ${fits}: ${link}, ${saving}, ${saved.size} of ${written.size} saved`;
    });
    throw new Error(`${cause.message}\n${stands.join('\n')}`, { cause });
  });
}

/** Ids of the notes that writers made. */
export function notesIn({ records }: Pick<BoardDocument, 'records'>): string[] {
  return [...records.keys()].filter((id) => /^shape:p\d+-/.test(id));
}

function pause(ms: number): Promise<void> {
  return new Promise((over) => setTimeout(over, ms));
}

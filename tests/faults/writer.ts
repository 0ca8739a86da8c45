import type * as Y from 'yjs';
import type { BoardDocument } from '#board/document.ts';
import { addNote } from '#board/edits.ts';
import type { BoardId } from '#board/ids.ts';
import { TestClient } from '../support/sync.ts';
import type { Person } from './people.ts';

/** Milliseconds between two notes of one person: quick, and below what a connection may send. */
const PACE_MS = 5;
const BREATH_MS = 500;

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
    private readonly pace = PACE_MS,
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
      await pause(this.pace);
      if (at % 4 === 0) await this.breathe();
    }
  }

  /** Waits a little for the mark to say saved, as a person who thinks; goes on when it does not. */
  private async breathe(): Promise<void> {
    const until = performance.now() + BREATH_MS;
    const resting = (): boolean => this.writing && this.client.saving !== 'saved';
    while (resting() && performance.now() < until) await pause(this.pace);
  }

  private write(at: number): void {
    const id = `shape:${this.person.name}-${this.round}-${at}`;
    const author = { by: this.person.name, byName: this.person.name, at: '2026-11-23T09:00:00Z' };
    const { doc, board } = this.client;
    doc.transact(() => addNote(board, { id, canvas: 'pdca', text: id, x: at, y: at }, author));
    this.written.add(id);
  }

  /** What the product shows this person as saved at this moment. */
  private look(): void {
    if (this.client.saving !== 'saved') return;
    for (const id of this.written) this.saved.add(id);
  }
}

/** Ids of the notes that writers made. */
export function notesIn({ records }: Pick<BoardDocument, 'records'>): string[] {
  return [...records.keys()].filter((id) => /^shape:p\d+-/.test(id));
}

function pause(ms: number): Promise<void> {
  return new Promise((over) => setTimeout(over, ms));
}

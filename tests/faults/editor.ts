import { expect } from 'vitest';
import * as Y from 'yjs';
import { boardDocument } from '#board/document.ts';
import type { BoardDocument } from '#board/document.ts';
import { POSITION } from '#board/flat-record.ts';
import { putNote } from './note.ts';

/** Notes that each person begins with, and that everybody edits. */
const NOTES = 40;
/** Characters that a text may reach; beyond, another note is taken. */
const LONGEST = 4_000;

/** One person who edits a board in every way: adds, moves, types, deletes. */
export class Editor {
  /** Notes of theirs that they did not delete themselves. */
  readonly kept = new Set<string>();
  readonly deleted = new Set<string>();
  /** The words they typed, each with the note it went into. */
  readonly typed = new Map<string, string>();
  private count = 0;

  constructor(
    private readonly board: BoardDocument,
    private readonly name: string,
    private readonly random: () => number,
  ) {}

  /** The notes to start with. */
  begin(): void {
    for (let at = 0; at < NOTES; at++) this.add();
  }

  /** Makes so many edits, one every `paceMs` on average. */
  async edit(count: number, paceMs: number): Promise<void> {
    const since = performance.now();
    for (let at = 0; at < count; at++) {
      this.one();
      const wait = since + (at + 1) * paceMs - performance.now();
      if (wait > 1) await new Promise((next) => setTimeout(next, wait));
    }
  }

  private one(): void {
    const dice = this.random();
    if (dice < 0.1) return this.add();
    if (dice < 0.13) return this.delete();
    const [id, note] = this.anyNote();
    if (dice < 0.55) note.set(POSITION, [this.place(), this.place()]);
    else this.type(id, note.get('p:text'));
  }

  private add(): void {
    const id = `shape:${this.name}-${this.count++}`;
    putNote(this.board, { id, text: 'Note', x: this.place(), y: this.place() }, this.name);
    this.kept.add(id);
  }

  private delete(): void {
    const [id] = [...this.kept].slice(NOTES);
    if (id === undefined) return;
    this.board.records.delete(id);
    this.kept.delete(id);
    this.deleted.add(id);
  }

  private type(id: string, text: unknown): void {
    if (!(text instanceof Y.Text) || text.length > LONGEST) return this.add();
    const word = ` ${this.name}:${this.count++};`;
    text.insert(Math.floor(this.random() * 5) === 0 ? 0 : text.length, word);
    this.typed.set(word, id);
  }

  private anyNote(): [string, Y.Map<unknown>] {
    const notes = [...this.board.records].filter(([id]) => /^shape:p\d+-\d+$/.test(id));
    const [id, note] = notes[Math.floor(this.random() * notes.length)] ?? [];
    if (id === undefined || !note) throw new Error('there is no note to edit');
    return [id, note];
  }

  private place(): number {
    return Math.floor(this.random() * 5_000);
  }
}

/** Everybody's notes are there unless their maker deleted them, and every word in them once. */
export function mustHoldEdits(doc: Y.Doc, editors: readonly Editor[]): void {
  const { records } = boardDocument(doc);
  const textOf = (id: string): string => String(records.get(id)?.get('p:text'));
  const kept = editors.flatMap((editor) => [...editor.kept]);
  const deleted = editors.flatMap((editor) => [...editor.deleted]);
  const typed = editors.flatMap((editor) => [...editor.typed]).filter(([, id]) => records.has(id));
  expect(kept.filter((id) => !records.has(id))).toEqual([]);
  expect(deleted.filter((id) => records.has(id))).toEqual([]);
  // A word inserted into another would show as neither; words go to the start or the end only.
  expect(typed.filter(([word, id]) => textOf(id).split(word).length !== 2)).toEqual([]);
}

import { Refusal } from '../refusal.ts';

/** Refuses a snapshot to compare with that is of another board. */
export function mustBeOfBoard(snapshot: { readonly boardId: string }, boardId: string): void {
  if (snapshot.boardId === boardId) return;
  throw new Refusal('invalid', 'Two snapshots of one board can be compared.', [
    { field: 'from', code: 'other-board', message: 'is a snapshot of another board' },
  ]);
}

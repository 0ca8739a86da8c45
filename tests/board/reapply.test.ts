import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { documentOfUpdates } from '#board/document-of-updates.ts';
import { boardDocument } from '#board/document.ts';
import type { BoardDocument } from '#board/document.ts';
import { putRecord } from '#board/edits.ts';
import { readFlat } from '#board/flat-record.ts';
import { reapply } from '#board/reapply.ts';
import { boardWith, note } from './builders.ts';

/** The updates that `work` makes on the board, as a device keeps them. */
function unsavedOf(board: BoardDocument, work: () => void): Uint8Array[] {
  const updates: Uint8Array[] = [];
  const listen = (update: Uint8Array): unknown => updates.push(update);
  board.doc.on('update', listen);
  work();
  board.doc.off('update', listen);
  return updates;
}

/** The same content in a document of another epoch: nothing of the old one is left in it. */
function renewed(board: BoardDocument): BoardDocument {
  const fresh = boardDocument(new Y.Doc());
  for (const [id, map] of board.records) putRecord(fresh, readFlat(id, map));
  for (const [id, map] of board.actions) fresh.actions.set(id, map.clone());
  for (const [key, value] of board.votes) fresh.votes.set(key, value);
  return fresh;
}

function again(old: BoardDocument, updates: Uint8Array[], fresh: BoardDocument): void {
  fresh.doc.transact(() => reapply(old, updates, fresh));
}

const words = (board: BoardDocument, id: string): string => {
  const text = board.records.get(id)?.get('p:text');
  return text instanceof Y.Text ? text.toString() : 'no text';
};
const textOf = (board: BoardDocument, id: string): Y.Text => {
  return board.records.get(id)?.get('p:text') as Y.Text;
};

describe('[SYNC-46] what was not saved, written into a fresh document', () => {
  test('new records come whole, values key by key, texts merged', () => {
    const old = boardWith(note('a', { text: 'Wachttijd balie' }), note('b'));
    const fresh = renewed(old);
    const updates = unsavedOf(old, () => {
      putRecord(old, note('new', { text: 'Derde loket' }));
      old.records.get('shape:a')?.set('p:color', 'blue');
      textOf(old, 'shape:a').insert(10, 'aan de ');
      old.votes.set('r|a|p', 2);
    });
    fresh.records.get('shape:a')?.set('xy', [7, 7]);
    textOf(fresh, 'shape:a').insert(15, ' blijft');
    again(old, updates, fresh);
    expect(words(fresh, 'shape:new')).toBe('Derde loket');
    expect(words(fresh, 'shape:a')).toBe('Wachttijd aan de balie blijft');
    expect(fresh.records.get('shape:a')?.get('p:color')).toBe('blue');
    expect(fresh.records.get('shape:a')?.get('xy')).toEqual([7, 7]);
    expect(fresh.votes.toJSON()).toEqual({ 'r|a|p': 2 });
  });

  test('what was saved is not written again over what others did since', () => {
    const old = boardWith(note('a', { text: 'oud' }));
    const fresh = renewed(old);
    const updates = unsavedOf(old, () => old.votes.set('mine', 1));
    fresh.records.get('shape:a')?.set('p:color', 'green');
    textOf(fresh, 'shape:a').insert(3, 'er');
    fresh.records.delete('page:pdca');
    again(old, updates, fresh);
    expect(fresh.records.get('shape:a')?.get('p:color')).toBe('green');
    expect(words(fresh, 'shape:a')).toBe('ouder');
    expect(fresh.records.has('page:pdca')).toBe(false);
  });

  test('a word that was replaced is replaced again, unless somebody else wrote there too', () => {
    const change = (text: Y.Text): void => {
      text.delete(0, 3);
      text.insert(0, 'hond');
    };
    const old = boardWith(note('a', { text: 'kat slaapt' }));
    const [same, other] = [renewed(old), renewed(old)];
    const updates = unsavedOf(old, () => change(textOf(old, 'shape:a')));
    textOf(other, 'shape:a').insert(10, ' diep');
    again(old, updates, same);
    again(old, updates, other);
    expect(words(same, 'shape:a')).toBe('hond slaapt');
    expect(words(other, 'shape:a')).toContain('hond');
    expect(words(other, 'shape:a')).toContain(' diep');
  });

  test('a record that is gone, or what was deleted, stays as it is', () => {
    const old = boardWith(note('a', { text: 'weg' }), note('b', { text: 'blijft' }));
    const fresh = renewed(old);
    const updates = unsavedOf(old, () => {
      textOf(old, 'shape:a').insert(0, 'niet ');
      old.records.delete('shape:b');
    });
    fresh.records.delete('shape:a');
    again(old, updates, fresh);
    expect(fresh.records.has('shape:a')).toBe(false);
    expect(words(fresh, 'shape:b')).toBe('blijft');
  });

  test('rich text keeps the paragraphs of both', () => {
    const paragraph = (text: string) => {
      const element = new Y.XmlElement('paragraph');
      element.insert(0, [new Y.XmlText(text)]);
      return element;
    };
    const rich = (board: BoardDocument): Y.XmlFragment => {
      return board.records.get('shape:t')?.get('p:richText') as Y.XmlFragment;
    };
    const old = boardWith();
    old.records.set('shape:t', new Y.Map());
    old.records.get('shape:t')?.set('p:richText', new Y.XmlFragment());
    rich(old).insert(0, [paragraph('eerste')]);
    const [same, other] = [renewed(boardWith()), renewed(boardWith())];
    for (const fresh of [same, other]) {
      fresh.records.set('shape:t', (old.records.get('shape:t') as Y.Map<unknown>).clone());
    }
    const updates = unsavedOf(old, () => rich(old).push([paragraph('van mij')]));
    rich(other).push([paragraph('van haar')]);
    again(old, updates, same);
    again(old, updates, other);
    const lines = (board: BoardDocument) => rich(board).toArray().map(String);
    const p = (text: string): string => `<paragraph>${text}</paragraph>`;
    expect(lines(same)).toEqual([p('eerste'), p('van mij')]);
    expect(lines(other)).toEqual([p('eerste'), p('van haar'), p('van mij')]);
  });

  const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é'), maxLength: 8 });
  const edits = (most: number) =>
    fc.array(fc.record({ at: fc.nat(8), remove: fc.nat(most), insert: letters }), { maxLength: 4 });
  interface Edit {
    readonly at: number;
    readonly remove: number;
    readonly insert: string;
  }
  const change = (board: BoardDocument, { at, remove, insert }: Edit): void => {
    const text = textOf(board, 'shape:a');
    const from = Math.min(at, text.length);
    text.delete(from, Math.min(remove, text.length - from));
    text.insert(from, insert);
  };

  test('where nobody else wrote it says what I wrote, and written twice it says it once', () => {
    fc.assert(
      fc.property(letters, edits(3), (start, made) => {
        const old = boardWith(note('a', { text: start }));
        const fresh = renewed(old);
        const updates = made.flatMap((edit) => unsavedOf(old, () => change(old, edit)));
        again(old, updates, fresh);
        expect(words(fresh, 'shape:a')).toBe(words(old, 'shape:a'));
        again(old, updates, fresh);
        expect(words(fresh, 'shape:a')).toBe(words(old, 'shape:a'));
      }),
    );
  });

  test('what had arrived without our hearing of it does not come twice', () => {
    fc.assert(
      fc.property(letters, edits(0), fc.nat(4), (start, made, arrived) => {
        const old = boardWith(note('a', { text: start }));
        let fresh = renewed(old);
        const updates = made.flatMap((edit, at) => {
          const more = unsavedOf(old, () => change(old, edit));
          if (at < arrived) fresh = renewed(old);
          return more;
        });
        again(old, updates, fresh);
        expect(words(fresh, 'shape:a')).toBe(words(old, 'shape:a'));
      }),
    );
  });
});

describe('[SYNC-46] updates without the document that they were made in', () => {
  test('tell of new things, and of nothing that they only build on', () => {
    const old = boardWith(note('a', { text: 'oud' }));
    old.votes.set('old', 1);
    const updates = unsavedOf(old, () => {
      putRecord(old, note('new', { text: 'nieuw' }));
      textOf(old, 'shape:a').insert(3, 'er');
      old.votes.set('mine', 1);
      old.votes.delete('old');
    });
    const alone = boardDocument(documentOfUpdates(updates));
    expect([...alone.records.keys()]).toEqual(['shape:new']);
    expect(words(alone, 'shape:new')).toBe('nieuw');
    expect(alone.votes.toJSON()).toEqual({ mine: 1 });
    const fresh = renewed(boardWith(note('a', { text: 'oud' })));
    again(alone, updates, fresh);
    expect(words(fresh, 'shape:new')).toBe('nieuw');
    expect(words(fresh, 'shape:a')).toBe('oud');
  });

  test('of which some are missing tell of the rest', () => {
    const old = boardWith();
    const updates = ['a', 'b', 'c'].flatMap((id) =>
      unsavedOf(old, () => putRecord(old, note(id, { text: id }))),
    );
    const [first, , third] = updates;
    const alone = boardDocument(documentOfUpdates([first, third].flatMap((one) => one ?? [])));
    expect([...alone.records.keys()].sort()).toEqual(['shape:a', 'shape:c']);
    expect(documentOfUpdates([]).store.clients.size).toBe(0);
  });
});

import { createShapeId, uniqueId } from 'tldraw';
import type { Editor, TLArrowBinding, TLShapeId, VecLike } from 'tldraw';
import { addAction } from '#board/actions.ts';
import { titleOf } from '#board/card-edits.ts';
import { ACTION_CARD_HEIGHT, KNOWLEDGE_CARD_HEIGHT } from '#board/cards.ts';
import type { ActionCard, KnowledgeCard, NoteCard } from '#board/cards.ts';
import { ACTION_CARD_WIDTH, KNOWLEDGE_CARD_WIDTH } from '#board/edits.ts';
import { addKnowledge } from '#board/knowledge.ts';
import { NOTE_WIDTH, noteLayout } from '#board/note-layout.ts';
import type { World } from './canvas-world.tsx';

/** A new empty note with its middle at the point. */
export function makeNote(editor: Editor, middle: VecLike): TLShapeId {
  const id = createShapeId();
  const { height } = noteLayout('', NOTE_WIDTH);
  editor.markHistoryStoppingPoint('make note');
  const x = middle.x - NOTE_WIDTH / 2;
  editor.createShape<NoteCard>({ id, type: 'note-card', x, y: middle.y - height / 2 });
  return id;
}

/** A new proposal without words, shown by a card with its middle at the point. */
export function makeAction(editor: Editor, world: World, middle: VecLike): TLShapeId {
  const id = createShapeId();
  editor.markHistoryStoppingPoint('make action');
  editor.createShape<ActionCard>({
    id,
    type: 'action-card',
    x: middle.x - ACTION_CARD_WIDTH / 2,
    y: middle.y - ACTION_CARD_HEIGHT / 2,
    props: { actionId: propose(world, '') },
  });
  return id;
}

/** A new topic, shown by a card with its middle at the point. */
export function makeTopic(editor: Editor, { live }: World, middle: VecLike): TLShapeId {
  const id = createShapeId();
  const itemId = uniqueId();
  live.board.doc.transact(() => {
    addKnowledge(live.board, { id: itemId, topic: '', evidence: '', holders: [] });
  });
  editor.markHistoryStoppingPoint('make topic');
  editor.createShape<KnowledgeCard>({
    id,
    type: 'knowledge-card',
    x: middle.x - KNOWLEDGE_CARD_WIDTH / 2,
    y: middle.y - KNOWLEDGE_CARD_HEIGHT / 2,
    props: { itemId },
  });
  return id;
}

/** The selected notes that may be changed. */
export function selectedNotes(editor: Editor): NoteCard[] {
  const shapes = editor.getSelectedShapes();
  return shapes.filter((shape): shape is NoteCard => shape.type === 'note-card' && !shape.isLocked);
}

/**
 * Each selected note becomes a proposal with the same words at the same place, as one undo step.
 * Undone, the card goes and the note returns; the action stays behind without a card, which nobody
 * sees and which redo shows again.
 */
export function notesToActions(editor: Editor, world: World): void {
  const notes = selectedNotes(editor);
  if (notes.length === 0) return;
  editor.markHistoryStoppingPoint('notes to actions');
  editor.run(() => {
    editor.select(...notes.map((note) => noteToAction(editor, world, note)));
  });
}

function noteToAction(editor: Editor, world: World, note: NoteCard): TLShapeId {
  const id = createShapeId();
  const { parentId, index, x, y, meta } = note;
  const props = { actionId: propose(world, note.props.text) };
  editor.createShape<ActionCard>({ id, type: 'action-card', parentId, index, x, y, meta, props });
  for (const binding of editor.getBindingsToShape<TLArrowBinding>(note.id, 'arrow')) {
    editor.updateBinding({ ...binding, toId: id });
  }
  editor.deleteShape(note.id);
  return id;
}

function propose({ live, person }: World, text: string): string {
  const id = uniqueId();
  const at = new Date().toISOString();
  live.board.doc.transact(() => {
    addAction(live.board, {
      id,
      title: titleOf(text),
      owner: null,
      due: null,
      effect: {},
      rung: 'proposal',
      by: person.id,
      at,
    });
  });
  return id;
}

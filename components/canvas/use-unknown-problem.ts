import { Box, computed, useEditor, useValue } from 'tldraw';
import type { Editor, Signal, TLArrowBinding, TLShapeId } from 'tldraw';
import { pageOf } from '#board/canvases.ts';
import type { NoteCard, Zone } from '#board/cards.ts';

/** True for a problem on the knowledge map that no arrow joins to a topic: nobody's knowledge yet. */
export function useUnknownProblem({ id }: NoteCard): boolean {
  const editor = useEditor();
  return useValue('problem without knowledge', () => isUnknownProblem(editor, id), [editor, id]);
}

function isUnknownProblem(editor: Editor, id: TLShapeId): boolean {
  const field = problemsField(editor).get();
  const middle = editor.getShapePageBounds(id)?.center;
  return !!field && !!middle && field.containsPoint(middle) && !joinsTopic(editor, id);
}

const fields = new WeakMap<Editor, Signal<Box | undefined>>();

/** Where the problems of the shown canvas lie; worked out once for all notes. */
function problemsField(editor: Editor): Signal<Box | undefined> {
  const field = fields.get(editor) ?? computed('field of problems', () => findField(editor), same);
  fields.set(editor, field);
  return field;
}

const same = {
  isEqual: (a: Box | undefined, b: Box | undefined) => a === b || (!!a && !!b && Box.Equals(a, b)),
};

function findField(editor: Editor): Box | undefined {
  if (editor.getCurrentPageId() !== pageOf('knowledge')) return undefined;
  const field = editor.getCurrentPageShapes().find((shape) => {
    return (shape.type as string) === 'zone' && (shape as Zone).props.kind === 'problems';
  });
  return field && editor.getShapePageBounds(field);
}

function joinsTopic(editor: Editor, id: TLShapeId): boolean {
  return editor.getBindingsToShape<TLArrowBinding>(id, 'arrow').some(({ fromId }) => {
    return editor.getBindingsFromShape<TLArrowBinding>(fromId, 'arrow').some(({ toId }) => {
      return (editor.getShape(toId)?.type as string | undefined) === 'knowledge-card';
    });
  });
}

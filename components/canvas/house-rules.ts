import type { Editor } from 'tldraw';
import type { Person } from './canvas-world.tsx';

const signed = new Set(['note-card', 'action-card', 'knowledge-card']);

/** Signs new cards and keeps a template's fields where they are. The answer lifts the rules. */
export function registerHouseRules(editor: Editor, person: Person): () => void {
  const { sideEffects } = editor;
  const lift = [
    sideEffects.registerBeforeCreateHandler('shape', (shape, source) => {
      if (source !== 'user' || !signed.has(shape.type) || shape.meta['by']) return shape;
      const { id: by, name: byName } = person;
      return { ...shape, meta: { ...shape.meta, by, byName, at: new Date().toISOString() } };
    }),
    sideEffects.registerBeforeChangeHandler('shape', (before, after, source) => {
      return source === 'user' && before.meta['template'] ? before : after;
    }),
    sideEffects.registerBeforeDeleteHandler('shape', (shape, source) => {
      if (source === 'user' && shape.meta['template']) return false;
      return;
    }),
  ];
  return () => lift.forEach((undo) => undo());
}

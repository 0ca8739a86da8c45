import {
  createTLStore,
  defaultBindingUtils,
  defaultShapeUtils,
  defaultTools,
  Editor,
} from 'tldraw';
import type { TLAnyShapeUtilConstructor } from 'tldraw';
import { boardSchema } from '#board/records.ts';
import { ActionCardUtil } from '#components/canvas/action-card-shape.tsx';
import { CycleCardUtil } from '#components/canvas/cycle-card-shape.tsx';
import { EditorScreen } from '#components/canvas/editor-screen.ts';
import { KnowledgeCardUtil } from '#components/canvas/knowledge-card-shape.tsx';
import { MeasureCardUtil } from '#components/canvas/measure-card-shape.tsx';
import { NoteCardUtil } from '#components/canvas/note-card-shape.tsx';
import { ZoneUtil } from '#components/canvas/zone-shape.tsx';
import { peer } from './peers.ts';
import type { Peer } from './peers.ts';

const cardUtils = [
  NoteCardUtil,
  ActionCardUtil,
  KnowledgeCardUtil,
  MeasureCardUtil,
  CycleCardUtil,
  ZoneUtil,
];

export interface Editing extends Peer {
  readonly editor: Editor;
}

/** A peer with a whole editor on its store: arrows, bindings and their side effects at work. */
export function editing(seed: Uint8Array): Editing {
  const store = createTLStore({ schema: boardSchema });
  const one = peer(seed, { store });
  const container = document.createElement('div');
  document.body.append(container);
  const editor = new Editor({
    store,
    // tldraw's own list does not fit its own type under exact optional properties.
    shapeUtils: [...defaultShapeUtils, ...cardUtils] as unknown as TLAnyShapeUtilConstructor[],
    bindingUtils: defaultBindingUtils,
    tools: defaultTools,
    getContainer: () => container,
    initialState: 'select',
  });
  one.binding.attach(new EditorScreen(editor));
  return { ...one, editor };
}

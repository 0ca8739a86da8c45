import { GeoShapeGeoStyle } from 'tldraw';
import type { Editor, TLGeoShapeGeoStyle } from 'tldraw';
import { notesToActions, selectedNotes } from '../card-making.ts';
import type { World } from '../canvas-world.tsx';
import { pickPictures } from '../pick-pictures.ts';
import type { Tool } from './command.ts';

const shapes = {
  rectangle: 'r',
  ellipse: 'o',
  diamond: undefined,
  triangle: undefined,
  star: undefined,
} as const satisfies Partial<Record<TLGeoShapeGeoStyle, string | undefined>>;

/** What one can take in hand: tldraw's tools that boards have, our cards, and a picture to pick. */
export function boardTools(editor: Editor, world: World) {
  const plain = (id: string, keys?: string): Tool => ({
    ...(keys && { keys }),
    isOn: () => editor.getCurrentToolId() === id,
    run: () => void editor.setCurrentTool(id),
  });
  const tools = {
    select: { ...plain('select', 'v'), looking: true, run: () => select(editor) },
    hand: { ...plain('hand', 'h'), looking: true },
    'note-card': plain('note-card', 'n'),
    // One key: what is selected becomes an action, else the next press puts one down.
    'action-card': { ...plain('action-card', 'm'), run: () => makeOrPlaceAction(editor, world) },
    'knowledge-card': plain('knowledge-card', 'w'),
    text: plain('text', 't'),
    draw: plain('draw', 'd,b,x'),
    arrow: plain('arrow', 'a'),
    picture: { keys: 'ctrl+u,cmd+u', isOn: () => false, run: () => pickPictures(editor) },
    rectangle: shape(editor, 'rectangle'),
    ellipse: shape(editor, 'ellipse'),
    diamond: shape(editor, 'diamond'),
    triangle: shape(editor, 'triangle'),
    star: shape(editor, 'star'),
    line: plain('line', 'l'),
    frame: plain('frame', 'f'),
    highlight: plain('highlight', 'shift+d'),
    eraser: plain('eraser', 'e'),
    laser: { ...plain('laser', 'k'), looking: true },
  };
  return tools satisfies Record<string, Tool>;
}

export type Tools = ReturnType<typeof boardTools>;
export type ToolId = keyof Tools;

function shape(editor: Editor, geo: keyof typeof shapes): Tool {
  const keys = shapes[geo];
  return {
    ...(keys && { keys }),
    isOn: () => {
      const current = editor.getCurrentToolId() === 'geo';
      return current && editor.getStyleForNextShape(GeoShapeGeoStyle) === geo;
    },
    run: () => {
      editor.run(() => {
        editor.setStyleForNextShapes(GeoShapeGeoStyle, geo);
        editor.setCurrentTool('geo');
      });
    },
  };
}

/** Ends whatever is written in, which is a part of selecting for tldraw. */
function select(editor: Editor): void {
  editor.setEditingShape(null);
  editor.setCurrentTool('select');
}

function makeOrPlaceAction(editor: Editor, world: World): void {
  if (selectedNotes(editor).length > 0) notesToActions(editor, world);
  else editor.setCurrentTool('action-card');
}

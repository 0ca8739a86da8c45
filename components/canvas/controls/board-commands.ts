import { Box, HALF_PI } from 'tldraw';
import type { Editor, TLShapeId } from 'tldraw';
import { canvases, pageOf } from '#board/canvases.ts';
import type { Canvas } from '#board/canvases.ts';
import { notesToActions } from '../card-making.ts';
import type { World } from '../canvas-world.tsx';
import { moveToCanvas } from '../drop-on-tab.ts';
import { groupUnderTitle } from '../group-under-title.ts';
import type { Command } from './command.ts';

const APART = 16; // canvas units between what is stacked, tidied up or doubled
const ANIMATED = { animation: { duration: 220 } }; // ms

export interface CommandDeeds {
  /** Puts the address of a card on the clipboard. */
  readonly copyLink: (recordId: string) => void;
}

/** All that one can do with a board by a key or from a menu, beside its tools. */
export function boardCommands(editor: Editor, world: World, deeds: CommandDeeds) {
  const commands = {
    ...history(editor),
    ...selecting(editor),
    ...making(editor, world, deeds),
    ...arranging(editor),
    ...ordering(editor),
    ...looking(editor),
    ...moves(editor),
  };
  return commands satisfies Record<string, Command>;
}

export type Commands = ReturnType<typeof boardCommands>;
export type CommandId = keyof Commands;

function history(editor: Editor) {
  return {
    undo: { keys: 'ctrl+z,cmd+z', run: () => void editor.undo() },
    redo: { keys: 'ctrl+shift+z,cmd+shift+z,ctrl+y', run: () => void editor.redo() },
  };
}

function selecting(editor: Editor) {
  return {
    'select-all': {
      keys: 'ctrl+a,cmd+a',
      looking: true,
      run: () => {
        editor.setCurrentTool('select');
        editor.markHistoryStoppingPoint('select all');
        editor.selectAll();
      },
    },
    duplicate: {
      keys: 'ctrl+d,cmd+d',
      run: onSelection(editor, 'duplicate', (ids) => duplicate(editor, ids)),
    },
    remove: {
      keys: 'del,backspace',
      run: onSelection(editor, 'delete', (ids) => void editor.deleteShapes(ids)),
    },
    lock: {
      keys: 'shift+l',
      run: onSelection(editor, 'lock', (ids) => void editor.toggleLock(ids)),
    },
    group: {
      keys: 'ctrl+g,cmd+g',
      run: onSelection(editor, 'group', (ids) => void editor.groupShapes(ids)),
    },
    ungroup: {
      keys: 'ctrl+shift+g,cmd+shift+g',
      run: onSelection(editor, 'ungroup', (ids) => void editor.ungroupShapes(ids)),
    },
    'rotate-right': {
      run: onSelection(editor, 'rotate', (ids) => void editor.rotateShapesBy(ids, HALF_PI)),
    },
  };
}

function making(editor: Editor, world: World, { copyLink }: CommandDeeds) {
  return {
    'notes-to-actions': { run: () => notesToActions(editor, world) },
    'group-under-title': { keys: 'shift+f', run: () => groupUnderTitle(editor) },
    'copy-link': {
      looking: true,
      run: () => {
        const [first] = editor.getSelectedShapeIds();
        if (first) copyLink(first);
      },
    },
  };
}

function arranging(editor: Editor) {
  const align = (how: Parameters<Editor['alignShapes']>[1]) => {
    return onSelection(editor, 'align', (ids) => void editor.alignShapes(ids, how));
  };
  const distribute = (how: 'horizontal' | 'vertical') => {
    return onSelection(editor, 'distribute', (ids) => void editor.distributeShapes(ids, how));
  };
  const stack = (how: 'horizontal' | 'vertical') => {
    return onSelection(editor, 'stack', (ids) => void editor.stackShapes(ids, how, APART));
  };
  const flip = (how: 'horizontal' | 'vertical') => {
    return onSelection(editor, 'flip', (ids) => void editor.flipShapes(ids, how));
  };
  return {
    'align-left': { keys: 'alt+a', run: align('left') },
    'align-center': { keys: 'alt+h', run: align('center-horizontal') },
    'align-right': { keys: 'alt+d', run: align('right') },
    'align-top': { keys: 'alt+w', run: align('top') },
    'align-middle': { keys: 'alt+v', run: align('center-vertical') },
    'align-bottom': { keys: 'alt+s', run: align('bottom') },
    'distribute-across': { keys: 'alt+shift+h', run: distribute('horizontal') },
    'distribute-down': { keys: 'alt+shift+v', run: distribute('vertical') },
    'stack-across': { run: stack('horizontal') },
    'stack-down': { run: stack('vertical') },
    'flip-across': { keys: 'shift+h', run: flip('horizontal') },
    'flip-down': { keys: 'shift+v', run: flip('vertical') },
    'tidy-up': {
      run: onSelection(editor, 'tidy up', (ids) => void editor.packShapes(ids, APART)),
    },
  };
}

function ordering(editor: Editor) {
  return {
    'to-front': { keys: ']', run: onSelection(editor, 'order', (ids) => editor.bringToFront(ids)) },
    forward: {
      keys: 'alt+]',
      run: onSelection(editor, 'order', (ids) => editor.bringForward(ids)),
    },
    backward: {
      keys: 'alt+[',
      run: onSelection(editor, 'order', (ids) => editor.sendBackward(ids)),
    },
    'to-back': { keys: '[', run: onSelection(editor, 'order', (ids) => editor.sendToBack(ids)) },
  };
}

function looking(editor: Editor) {
  return {
    'zoom-in': {
      keys: 'ctrl+=,cmd+=,=,shift+=',
      looking: true,
      run: () => void editor.zoomIn(undefined, ANIMATED),
    },
    'zoom-out': {
      keys: 'ctrl+-,cmd+-,-',
      looking: true,
      run: () => void editor.zoomOut(undefined, ANIMATED),
    },
    'actual-size': {
      keys: 'shift+0',
      looking: true,
      run: () => void editor.resetZoom(undefined, ANIMATED),
    },
    fit: { keys: 'shift+1', looking: true, run: () => void editor.zoomToFit(ANIMATED) },
    'zoom-to-selection': {
      keys: 'shift+2',
      looking: true,
      run: () => void editor.zoomToSelection(ANIMATED),
    },
    grid: {
      keys: "ctrl+',cmd+'",
      looking: true,
      run: () => {
        editor.updateInstanceState({ isGridMode: !editor.getInstanceState().isGridMode });
      },
    },
    'keep-tool': {
      keys: 'q',
      run: () => {
        editor.updateInstanceState({ isToolLocked: !editor.getInstanceState().isToolLocked });
      },
    },
  };
}

/** For each canvas, a way there for what is selected. */
function moves(editor: Editor): Record<`to-${Canvas}`, Command> {
  const entries = canvases.map((canvas) => {
    return [`to-${canvas}`, { run: () => moveToCanvas(editor, pageOf(canvas)) }];
  });
  return Object.fromEntries(entries) as Record<`to-${Canvas}`, Command>;
}

/** One undo step on all that is selected; nothing where nothing is. */
function onSelection(editor: Editor, mark: string, act: (ids: TLShapeId[]) => void): () => void {
  return () => {
    const ids = editor.getSelectedShapeIds();
    if (ids.length === 0) return;
    if (!editor.isIn('select')) editor.setCurrentTool('select');
    editor.markHistoryStoppingPoint(mark);
    editor.run(() => act(ids));
  };
}

/** Beside what it doubles; once that one was moved, the next lands as far again. */
function duplicate(editor: Editor, selected: TLShapeId[]): void {
  const { duplicateProps } = editor.getInstanceState();
  const bounds = selected.flatMap((id) => editor.getShapePageBounds(id) ?? []);
  const ids = duplicateProps?.shapeIds ?? selected;
  const offset = duplicateProps?.offset ?? { x: Box.Common(bounds).width + APART, y: 0 };
  editor.duplicateShapes(ids, offset);
  if (duplicateProps) {
    const shapeIds = editor.getSelectedShapeIds();
    editor.updateInstanceState({ duplicateProps: { ...duplicateProps, shapeIds } });
  }
}

import {
  ArrowShapeTool,
  ArrowShapeUtil,
  defaultAddFontsFromNode,
  defaultBindingUtils,
  defaultTools,
  DrawShapeTool,
  DrawShapeUtil,
  FrameShapeTool,
  FrameShapeUtil,
  GeoShapeTool,
  GeoShapeUtil,
  HighlightShapeTool,
  HighlightShapeUtil,
  ImageShapeUtil,
  LineShapeTool,
  LineShapeUtil,
  TextShapeTool,
  TextShapeUtil,
  TldrawHandles,
  TldrawOverlays,
  TldrawScribble,
  TldrawSelectionForeground,
  TldrawShapeIndicators,
} from 'tldraw';
import type { TLAnyShapeUtilConstructor, TLEditorComponents } from 'tldraw';
import { ActionCardUtil } from './action-card-shape.tsx';
import { CardPainting } from './card-painting.tsx';
import { CycleCardUtil } from './cycle-card-shape.tsx';
import { KnowledgeCardUtil } from './knowledge-card-shape.tsx';
import { MeasureCardUtil } from './measure-card-shape.tsx';
import { NoteCardUtil } from './note-card-shape.tsx';
import { ZoneUtil } from './zone-shape.tsx';

// One object each for as long as the page is open: tldraw starts anew when it gets another.

/** What may be on a board: our cards, and of tldraw's shapes those that the records allow. */
export const shapeUtils = [
  ...[TextShapeUtil, DrawShapeUtil, GeoShapeUtil, LineShapeUtil, FrameShapeUtil, ArrowShapeUtil],
  ...[HighlightShapeUtil, ImageShapeUtil],
  ...[NoteCardUtil, ActionCardUtil, KnowledgeCardUtil, MeasureCardUtil, CycleCardUtil, ZoneUtil],
] as readonly TLAnyShapeUtilConstructor[];

export const bindingUtils = defaultBindingUtils;

/** tldraw's tools for those shapes; the cards' own are made beside the board. */
export const drawingTools = [
  ...defaultTools,
  ...[TextShapeTool, DrawShapeTool, GeoShapeTool, LineShapeTool, FrameShapeTool, ArrowShapeTool],
  HighlightShapeTool,
];

export const components: TLEditorComponents = {
  Background: CardPainting,
  Scribble: TldrawScribble,
  CollaboratorScribble: TldrawScribble,
  ShapeIndicators: TldrawShapeIndicators,
  SelectionForeground: TldrawSelectionForeground,
  Handles: TldrawHandles,
  Overlays: TldrawOverlays,
};

export const textOptions = {
  addFontsFromNode: defaultAddFontsFromNode,
  // Those of our own engine (rich-text/engine.ts), which gives them to each editor it opens.
  tipTapConfig: { extensions: [] },
};

// Words are shown at once, in another typeface for a moment where theirs is still on its way.
export const options = { maxPages: 10, maxFontsToLoadBeforeRender: 0 };

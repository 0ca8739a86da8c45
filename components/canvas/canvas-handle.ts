import { react } from 'tldraw';
import type { Editor, TLShape, TLShapeId } from 'tldraw';
import { canvasOf, pageOf } from '#board/canvases.ts';
import type { Canvas } from '#board/canvases.ts';
import type { ActionCard, CycleCard } from '#board/cards.ts';

/** A card to be shown: by its record, or any card of an action. */
export type ToShow =
  | {
      readonly recordId: string;
      /** Of the card of a cycle: the next one begins as soon as it is shown. */
      readonly thenNextCycle?: boolean;
    }
  | { readonly actionId: string };

/** The middle of a view and how near it is. */
export interface Viewpoint {
  readonly canvas: Canvas;
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** What the screen around a canvas may ask of it. */
export interface CanvasHandle {
  /** Brings a card into view, on whichever canvas it is, and selects it. */
  show(what: ToShow): void;
  /** Where this person looks; undefined on a page that is no canvas. */
  viewpoint(): Viewpoint | undefined;
  goTo(viewpoint: Viewpoint): void;
  /** Goes where somebody else is. */
  goToPerson(personId: string): void;
  /** Looks wherever somebody looks, until this person moves; nobody ends it. */
  follow(personId: string | undefined): void;
  /** Whom this person follows. */
  following(): string | undefined;
  /** Calls back when `following` changes; the answer ends that. */
  onFollowing(listener: () => void): () => void;
  focus(): void;
}

export function canvasHandle(editor: Editor, nextCycle: (card: CycleCard) => void): CanvasHandle {
  const following = (): string | undefined => {
    return editor.getInstanceState().followingUserId ?? undefined;
  };
  return {
    show: (what) => {
      const shape = 'recordId' in what ? shapeOf(editor, what.recordId) : cardOf(editor, what);
      if (shape) showShape(editor, shape);
      if (shape && 'thenNextCycle' in what && what.thenNextCycle && isCycleCard(shape)) {
        nextCycle(shape);
      }
    },
    viewpoint: () => viewpointOf(editor),
    goTo: (viewpoint) => goTo(editor, viewpoint),
    goToPerson: (personId) => void editor.zoomToUser(personId, { animation: { duration: 200 } }),
    follow: (personId) => {
      if (personId === undefined) editor.stopFollowingUser();
      else editor.startFollowingUser(personId);
    },
    following,
    onFollowing: (listener) => {
      return react('following', () => {
        following();
        listener();
      });
    },
    focus: () => editor.focus(),
  };
}

function shapeOf(editor: Editor, recordId: string): TLShape | undefined {
  return editor.getShape(recordId as TLShapeId);
}

function isCycleCard(shape: TLShape | CycleCard): shape is CycleCard {
  return shape.type === 'cycle-card';
}

function cardOf(editor: Editor, { actionId }: { readonly actionId: string }): TLShape | undefined {
  const cards = editor.store.allRecords().filter((record): record is ActionCard => {
    return (
      record.typeName === 'shape' &&
      record.type === 'action-card' &&
      (record as ActionCard).props.actionId === actionId
    );
  });
  const here = editor.getCurrentPageId();
  return cards.find(({ id }) => editor.getAncestorPageId(id) === here) ?? cards[0];
}

/** Zoom at which words can be read. */
const READABLE = 0.6;

function showShape(editor: Editor, { id }: TLShape): void {
  const pageId = editor.getAncestorPageId(id);
  if (!pageId) return;
  editor.setCurrentPage(pageId);
  editor.select(id);
  const bounds = editor.getShapePageBounds(id);
  const targetZoom = Math.min(Math.max(editor.getZoomLevel(), READABLE), 1);
  if (bounds) editor.zoomToBounds(bounds, { targetZoom, animation: { duration: 180 } });
}

function viewpointOf(editor: Editor): Viewpoint | undefined {
  const canvas = canvasOf(editor.getCurrentPageId());
  const { x, y } = editor.getViewportPageBounds().center;
  return canvas && { canvas, x, y, zoom: editor.getZoomLevel() };
}

function goTo(editor: Editor, { canvas, x, y, zoom }: Viewpoint): void {
  if (!editor.getPage(pageOf(canvas))) return;
  editor.stopFollowingUser();
  editor.setCurrentPage(pageOf(canvas));
  const { w, h } = editor.getViewportScreenBounds();
  const camera = { x: w / 2 / zoom - x, y: h / 2 / zoom - y, z: zoom };
  editor.setCamera(camera, { animation: { duration: 200 } });
}

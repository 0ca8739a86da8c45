import { DefaultCanvas, useEditor } from 'tldraw';
import type { TLCanvasComponentProps } from 'tldraw';
import { nearShapesOf } from './near-shapes.ts';

/** tldraw's canvas, which has to know before it first renders that it mounts only what is near. */
export function NearCanvas(props: TLCanvasComponentProps) {
  nearShapesOf(useEditor());
  return <DefaultCanvas {...props} />;
}

import { markedText } from './marks.ts';

/** What our client says of itself at each move of its pointer, with a mark where a chat would be. */
export function cursorState(writer: number, at: number): string {
  const cursor = { x: (at % 100_000) / 100, y: writer * 3.25, type: 'default', rotation: 0 };
  const bounds = { x: 0, y: 0, w: 1440, h: 812 };
  const rest = { followingUserId: null, brush: null, scribbles: [], meta: {} };
  const where = { camera: { x: -120.5, y: 33.25, z: 0.75 }, screenBounds: bounds };
  const presence = {
    ...{ ...where, ...rest, cursor, currentPageId: 'page:pdca' },
    ...{ selectedShapeIds: ['shape:note-000001'], lastActivityTimestamp: 1_795_000_000_000 + at },
    chatMessage: markedText(writer, at),
  };
  return JSON.stringify({ presence });
}

/** Where one looks: `x` and `y` in canvas units, from the window's corner; `z` is the zoom. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** By page. */
export type Views = Record<string, Camera>;

/** Where this person looked on each page of a board, on this device. */
export function readViews(boardId: string): Views {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(boardId)) ?? '{}');
    const entries = Object.entries(kept as object).filter(([, view]) => isCamera(view));
    return Object.fromEntries(entries) as Views;
  } catch {
    return {};
  }
}

export function keepViews(boardId: string, kept: Views): void {
  try {
    localStorage.setItem(keyOf(boardId), JSON.stringify(kept));
  } catch {
    // A full or forbidden storage costs the person their place, nothing else.
  }
}

/** By hand: the script that reads this before the page has loaded is no place for a schema library. */
function isCamera(view: unknown): view is Camera {
  const { x, y, z } = (view ?? {}) as Partial<Record<keyof Camera, unknown>>;
  return isWithin(x, -1e6, 1e6) && isWithin(y, -1e6, 1e6) && isWithin(z, 0.05, 8);
}

function isWithin(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && value >= least && value <= most;
}

function keyOf(boardId: string): string {
  return `view:${boardId}`;
}

/** What the page of stock tldraw offers to the benchmark. */
export interface StockWindow {
  /** Moves notes as somebody else's change does. */
  moveNotes: (ids: readonly string[], dx: number) => void;
}

import { initialModel, reduce, show } from './connection-state.ts';
import type { ConnectionEvent, ConnectionModel, ConnectionState } from './connection-state.ts';

/** Where a connection stands, and who wants to know when it shows something else. */
export class ShownState {
  private model: ConnectionModel = initialModel;
  private shown: ConnectionState = show(initialModel);
  private readonly listeners = new Set<() => void>();

  /** Everything known; changes with each event. */
  get known(): ConnectionModel {
    return this.model;
  }

  /** What a person is shown: the same object for as long as it shows the same. */
  get current(): ConnectionState {
    return this.shown;
  }

  /** Calls the listener after each change of `current`; returns its undo. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  tell(event: ConnectionEvent): void {
    this.model = reduce(this.model, event);
    const shown = show(this.model, this.shown);
    if (shown === this.shown) return;
    this.shown = shown;
    for (const listener of [...this.listeners]) listener();
  }
}

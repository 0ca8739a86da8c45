/** Something to do with the board or with what is selected, by a key, a menu or a button. */
export interface Command {
  /** As hotkeys-js writes them, the first the one to learn. */
  readonly keys?: string;
  /** For those who only look too. */
  readonly looking?: boolean;
  readonly run: () => void;
}

/** What the next press on the board does. */
export interface Tool extends Command {
  /** Whether it is the one in hand. */
  readonly isOn: () => boolean;
}

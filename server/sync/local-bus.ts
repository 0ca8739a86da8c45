import type { Bus } from './bus.ts';

const nothing = (): void => {};
const undoNothing = (): (() => void) => nothing;

/** The bus of an installation with one node: there is nobody to tell, and nobody to hear. */
export const localBus: Bus = {
  start: () => Promise.resolve(),
  stop: () => Promise.resolve(),
  ring: nothing,
  showPresence: nothing,
  showAllPresence: nothing,
  askPresence: nothing,
  announce: nothing,
  follow: undoNothing,
  onNews: undoNothing,
  isShared: false,
  connected: true,
  onConnected: undoNothing,
};

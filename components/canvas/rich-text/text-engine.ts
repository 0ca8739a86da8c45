import type * as engine from './engine.ts';

/**
 * The text editor and all that knows how its texts are built, a sixth of a board's JavaScript: it
 * comes when somebody reaches for a text, or when a board holds one that is more than plain lines.
 */
export type TextEngine = typeof engine;

let here: TextEngine | undefined;
let coming: Promise<TextEngine> | undefined;
const waiting = new Set<() => void>();

/** The engine, once it has come. */
export function textEngine(): TextEngine | undefined {
  return here;
}

/** Has the engine come; after a failure the next who asks tries again. */
export function fetchTextEngine(): Promise<TextEngine> {
  coming ??= import('./engine.ts').then(arrived, (error: unknown) => {
    coming = undefined;
    throw error;
  });
  return coming;
}

/** Tells when the engine has come. The answer ends that. */
export function onTextEngine(listener: () => void): () => void {
  waiting.add(listener);
  return () => waiting.delete(listener);
}

function arrived(come: TextEngine): TextEngine {
  here = come;
  for (const listener of waiting) listener();
  return come;
}

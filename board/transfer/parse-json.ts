import { UnreadableFile } from './imported.ts';

/** Deeper than anything that a drawing program writes. */
const MAX_DEPTH = 64;

/** @throws UnreadableFile for what is no JSON or is nested without end */
export function parseJson(text: string): unknown {
  if (depthOf(text) > MAX_DEPTH)
    throw new UnreadableFile('too-deep', `The file is nested deeper than ${MAX_DEPTH} levels.`);
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableFile('no-json', 'The file is damaged or cut off: it is no whole JSON.');
  }
}

/** Counted before it is read, since what reads it goes as deep. */
function depthOf(text: string): number {
  let [deepest, depth, quoted] = [0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (quoted && sign === '\\') at += 1;
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === '{' || sign === '[')) deepest = Math.max(deepest, ++depth);
    else if (!quoted && (sign === '}' || sign === ']')) depth -= 1;
  }
  return deepest;
}

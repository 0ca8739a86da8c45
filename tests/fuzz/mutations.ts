import { encodeAnswer, encodeAsk, encodePresence, encodeUpdate } from '#server/sync/frames.ts';
import { editHonestly } from '#tests/server/sync/simulator/honest-edits.ts';
import type { Dice } from '#tests/server/sync/simulator/dice.ts';
import type { Arena } from './arena.ts';

/** Frames as an honest client would send them now, one per edit. */
export function honestFrames(arena: Arena, dice: Dice, count: number): Uint8Array[] {
  const board = arena.copy(arena.newId());
  const frames: Uint8Array[] = [encodeAsk(Uint8Array.of(0)), encodeAnswer(Uint8Array.of(0, 0))];
  board.doc.on('update', (update: Uint8Array) => {
    frames.push(dice.chance(0.8) ? encodeUpdate(update) : encodeAnswer(update));
  });
  while (frames.length < count) editHonestly(board, 'offender', dice);
  const state = '{"cursor":[1,2]}';
  frames.push(encodePresence([{ clientId: board.doc.clientID, clock: 1, state }]));
  return frames;
}

/** The frame with something wrong about it; now and then nothing but chance. */
export function mutated(dice: Dice, frames: readonly Uint8Array[]): Uint8Array {
  const frame = dice.pick(frames);
  return dice.weighted<() => Uint8Array>([
    [40, () => flipped(dice, frame)],
    [15, () => frame.slice(0, dice.below(frame.length + 1))],
    [20, () => spliced(dice, frame, dice.pick(frames))],
    [5, () => Uint8Array.of(...frame, ...noise(dice, 1 + dice.below(8)))],
    [10, () => noise(dice, dice.below(200))],
    [10, () => Uint8Array.of(dice.pick([0, 1, 2, 3, 4, 99, 100, 101, 255]), ...frame.slice(1))],
  ])();
}

function flipped(dice: Dice, frame: Uint8Array): Uint8Array {
  const bytes = frame.slice();
  for (let flips = 1 + dice.below(3); flips > 0 && bytes.length > 0; flips--) {
    const at = dice.below(bytes.length);
    bytes[at] = dice.chance(0.5) ? dice.below(256) : (bytes[at] ?? 0) ^ (1 << dice.below(8));
  }
  return bytes;
}

function spliced(dice: Dice, head: Uint8Array, tail: Uint8Array): Uint8Array {
  const start = head.slice(0, dice.below(head.length + 1));
  return Uint8Array.of(...start, ...tail.slice(dice.below(tail.length + 1)));
}

function noise(dice: Dice, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => dice.below(256));
}

import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { CloseCode } from '#board/wire.ts';
import { encodeAnswer, encodeUpdate } from '#server/sync/frames.ts';
import { Dice } from '#tests/server/sync/simulator/dice.ts';
import { editHonestly } from '#tests/server/sync/simulator/honest-edits.ts';
import { print } from '#tests/support/print.ts';
import { Arena, same } from './arena.ts';
import { bombs } from './bombs.ts';
import { heapInUse } from './heap.ts';
import { mayWait } from './may-wait.ts';

const SEED = Number(process.env['SEED'] ?? 1);
const COUNT = 4 * Number(process.env['FUZZ_BOMBS'] ?? 50);

test(`[SYNC-27] ${COUNT} forged ids against five people at work: not an edit is lost (seed ${SEED})`, async () => {
  const dice = new Dice(SEED);
  // Some first, until everything is compiled: what grows after it, somebody holds.
  await forge(dice, Math.min(100, COUNT));
  const before = await heapInUse();
  await forge(dice, COUNT);
  const growth = (await heapInUse()) / before - 1;
  print(`${COUNT} forged ids: all refused; heap ${(growth * 100).toFixed(1)} %`);
  expect(growth).toBeLessThan(0.1);
}, 600_000);

/** Sends so many parts under a victim's id to a board of its own: all refused, none stored. */
async function forge(dice: Dice, count: number): Promise<void> {
  const arena = await Arena.open();
  for (let at = 0; at < count; at++) {
    const frame = partUnderVictim(arena, dice);
    const state = arena.board.logSeq;
    const { code, rowsAdded } = await arena.send(frame);
    expect([CloseCode.noRight, ...(mayWait(frame) ? [undefined] : [])]).toContain(code);
    expect(rowsAdded).toBe(0);
    expect(arena.board.logSeq).toBe(state);
    if (at % 5 === 0) await arena.work();
  }
  expect(await arena.troubles()).toEqual([]);
  await arena.rooms.stop();
}

function partUnderVictim(arena: Arena, dice: Dice): Uint8Array {
  const bomb = bombs["a part under a victim's id, where its next would go"];
  if (!bomb) throw new Error('The bomb of the forged id has another name.');
  return bomb(arena, dice).frame;
}

test(`[SYNC-5] ${COUNT} writes of somebody who may only look: not a byte changes (seed ${SEED})`, async () => {
  const [arena, dice] = [await Arena.open(), new Dice(SEED)];
  for (let at = 0; at < COUNT; at++) {
    const board = arena.copy(arena.newId());
    const before = Y.encodeStateVector(board.doc);
    const state = arena.state;
    if (dice.chance(0.2)) board.records.delete(`shape:${dice.below(6)}`);
    else editHonestly(board, 'offender', dice);
    const update = Y.encodeStateAsUpdate(board.doc, before);
    if (same(Y.encodeStateAsUpdate(board.doc), state)) continue;
    const frame = dice.chance(0.5) ? encodeUpdate(update) : encodeAnswer(update);
    expect(await arena.send(frame, 'view')).toMatchObject({ code: CloseCode.noRight });
    expect(same(arena.state, state)).toBe(true);
  }
  expect(await arena.troubles()).toEqual([]);
}, 600_000);

test('[SYNC-17] a flood of updates that build on nothing costs little and ends', async () => {
  const arena = await Arena.open();
  const { frame } = bombs['a gap in front']?.(arena, new Dice(SEED)) ?? { frame: Uint8Array.of() };
  let spent = 0;
  let sent = 0;
  for (let code: number | undefined; code === undefined && sent < 20_000; sent++) {
    const effect = await arena.send(frame, 'write', 1);
    ({ code } = effect);
    spent += effect.cpuMs;
  }
  print(
    `a flood of gaps: closed after ${sent} frames, ${(spent / sent).toFixed(2)} ms of CPU each`,
  );
  expect(sent).toBeLessThan(2_000);
  expect(await arena.troubles()).toEqual([]);
}, 120_000);

test('[SYNC-70] who prepends, letter by letter, in many texts and for long, is not taken for an attacker', async () => {
  const arena = await Arena.open();
  const board = arena.copy(arena.newId());
  const before = Y.encodeStateVector(board.doc);
  for (const record of board.records.values()) {
    const text = record.get('p:text');
    for (let i = 0; text instanceof Y.Text && i < 200; i++) text.insert(0, 'x');
    for (let i = 0; text instanceof Y.Text && i < 200; i++) text.insert(text.length >> 1, 'y');
  }
  const update = Y.encodeStateAsUpdate(board.doc, before);
  const { code, rowsAdded } = await arena.send(encodeUpdate(update));
  expect({ code, rowsAdded }).toEqual({ code: undefined, rowsAdded: 1 });
  expect(await arena.troubles()).toEqual([]);
}, 120_000);

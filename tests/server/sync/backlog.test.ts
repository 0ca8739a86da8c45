import { expect, test } from 'vitest';
import { CloseCode } from '#board/wire.ts';
import { Backlog } from '#server/sync/backlog.ts';
import { ManualClock } from '#tests/support/manual-clock.ts';

function setUp() {
  const clock = new ManualClock();
  const socket = { bufferedAmount: 0 };
  return { clock, socket, backlog: new Backlog(socket, clock) };
}

test('[SYNC-18] a peer may take a whole board slowly', () => {
  const { clock, socket, backlog } = setUp();
  socket.bufferedAmount = 10 << 20;
  expect(backlog.verdict()).toBeUndefined();
  clock.pass(7_000);
  expect(backlog.verdict()).toBeUndefined();
  for (let left = 9; left >= 0; left--) {
    socket.bufferedAmount = left << 20;
    expect(backlog.verdict()).toBeUndefined();
    clock.pass(7_000);
  }
  socket.bufferedAmount = 10 << 20;
  expect(backlog.verdict()).toBeUndefined();
  clock.pass(7_000);
  expect(backlog.verdict()).toBeUndefined();
});

test('[SYNC-18] a peer that takes nothing for 8 s is too slow, however little waits', () => {
  const { clock, socket, backlog } = setUp();
  socket.bufferedAmount = 1 << 20;
  backlog.verdict();
  clock.pass(8_001);
  expect(backlog.verdict()).toBe(CloseCode.tooSlow);
});

test('[SYNC-18] beyond 64 MB no peer is waited for', () => {
  const { socket, backlog } = setUp();
  socket.bufferedAmount = 65 << 20;
  expect(backlog.verdict()).toBe(CloseCode.tooSlow);
});

test('[SYNC-18] presence is left out for a peer that lags', () => {
  const { socket, backlog } = setUp();
  expect(backlog.late).toBe(false);
  socket.bufferedAmount = 1 << 20;
  expect(backlog.late).toBe(true);
});

import { describe, expect, test } from 'vitest';
import { CloseCode, Kind } from '#board/wire.ts';
import { Connection } from '#server/sync/connection.ts';
import type { Place, Socket } from '#server/sync/connection.ts';
import { decodeFrame, encodeAsk, encodePresence, encodeUpdate } from '#server/sync/frames.ts';
import { createSyncMetrics } from '#server/sync/metrics.ts';
import { Seat } from '#server/sync/seat.ts';
import { ManualClock } from '#tests/support/manual-clock.ts';

class FakeSocket implements Socket {
  bufferedAmount = 0;
  readonly sent: Uint8Array[] = [];
  readonly log: string[] = [];
  send(frame: Uint8Array): void {
    this.sent.push(frame);
  }
  ping(): void {
    this.log.push('ping');
  }
  close(code: number): void {
    this.log.push(`close ${code}`);
  }
  terminate(): void {
    this.log.push('terminate');
  }
}

function setUp(recheck: () => Promise<'write' | 'view' | null> = () => Promise.resolve('write')) {
  const clock = new ManualClock();
  const socket = new FakeSocket();
  const metrics = createSyncMetrics();
  const calls: string[] = [];
  const logger = { info: () => {}, warn: () => {}, error: () => void calls.push('logged') };
  const admission = {
    person: { id: 'p', name: 'P', color: '#000' },
    access: 'write',
    recheck,
  } as const;
  const connection = new Connection(
    socket,
    admission,
    { speaksOwnKinds: true, clientId: undefined },
    { clock, logger, metrics },
  );
  const place: Place = {
    join: (member) => new Seat(member),
    greet: () => void calls.push('greet'),
    leave: () => void calls.push('leave'),
    answer: () => void calls.push('answer'),
    submit: (_seat, number, isAnswer) => void calls.push(`submit ${number} ${isAnswer}`),
    listen: () => void calls.push('listen'),
    showPresence: () => void calls.push('show'),
    check: () => void calls.push('check'),
  };
  connection.start();
  return { clock, socket, metrics, calls, connection, place };
}

const update = encodeUpdate(Uint8Array.of(0, 0));

describe('one connection', () => {
  test('[SYNC-14] keeps what comes in while the board loads, in order', () => {
    const { connection, place, calls } = setUp();
    connection.receive(encodeAsk(Uint8Array.of(0)));
    connection.receive(update);
    connection.receive(update);
    expect(calls).toEqual([]);
    connection.enter(place);
    expect(calls).toEqual(['answer', 'submit 1 false', 'submit 2 false']);
  });

  test('[SYNC-17] keeps only so much while the board loads', () => {
    const { connection, socket } = setUp();
    for (let i = 0; i < 3; i++) connection.receive(encodeUpdate(new Uint8Array(900_000)));
    expect(socket.log).toEqual([`close ${CloseCode.tooFast}`]);
  });

  test('[SYNC-14] that ended while the board loaded takes no seat', () => {
    const { connection, place, calls, metrics } = setUp();
    connection.end();
    connection.enter(place);
    expect(calls).toEqual([]);
    expect(metrics.sockets).toBe(0);
  });

  test('[SYNC-7] is the only one to end when handling a frame throws', () => {
    const { connection, place, socket, calls } = setUp();
    connection.enter({
      ...place,
      submit: () => {
        throw new Error('bug');
      },
    });
    connection.receive(update);
    expect(socket.log).toEqual(['close 1011']);
    expect(calls).toEqual(['logged', 'leave']);
    connection.receive(update);
    connection.send(update);
    expect(socket.sent).toEqual([]);
  });

  test('[SYNC-21] is asked for a sign of life, and ended when none came for 30 s', () => {
    const { clock, connection, socket, metrics } = setUp();
    clock.pass(10_000);
    expect(socket.log).toEqual(['ping']);
    connection.heard();
    clock.pass(30_000);
    expect(socket.log).not.toContain('terminate');
    clock.pass(10_000);
    expect(socket.log.at(-1)).toBe('terminate');
    expect(metrics.sockets).toBe(0);
    const { length } = socket.log;
    clock.pass(60_000);
    expect(socket.log).toHaveLength(length);
  });

  test('[SYNC-21] gets a message at least every 20 s, or a stock client would leave', () => {
    const { clock, connection, place, socket } = setUp();
    connection.enter(place);
    for (let i = 0; i < 6; i++) {
      clock.pass(10_000);
      connection.heard();
    }
    expect(socket.sent.length).toBeGreaterThanOrEqual(3);
    expect(decodeFrame(socket.sent[0] ?? new Uint8Array())).toEqual({ is: 'presence', states: [] });
    expect(socket.sent[0]?.[0]).toBe(Kind.awareness);
  });

  test('[SYNC-18] that takes nothing is ended without waiting for its farewell', () => {
    const { clock, connection, place, socket } = setUp();
    connection.enter(place);
    socket.bufferedAmount = 5 << 20;
    connection.send(update);
    const { length } = socket.sent;
    connection.send(encodePresence([]), true);
    expect(socket.sent).toHaveLength(length);
    for (let i = 0; i < 4; i++) {
      connection.heard();
      clock.pass(10_000);
    }
    expect(socket.log.slice(-2)).toEqual([`close ${CloseCode.tooSlow}`, 'terminate']);
  });

  test('[SYNC-15] stays as it is while nobody can tell its rights', async () => {
    const { connection, place, socket, calls } = setUp(() => Promise.reject(new Error('down')));
    connection.enter(place);
    await connection.recheck();
    expect(connection.access).toBe('write');
    expect(socket.log).toEqual([]);
    expect(calls).toEqual([]);
  });

  test('[SYNC-15] is told of new rights and no others', async () => {
    const { connection, place, calls } = setUp(() => Promise.resolve('view'));
    connection.enter(place);
    await connection.recheck();
    await connection.recheck();
    expect(calls).toEqual(['greet']);
    expect(connection.access).toBe('view');
  });
});

import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { CloseCode, MAX_FRAME_BYTES } from '#board/wire.ts';
import { Dice } from '#tests/server/sync/simulator/dice.ts';
import { world } from '#tests/server/sync/world.ts';
import { print } from '#tests/support/print.ts';
import { until } from '#tests/support/sync.ts';

const SEED = Number(process.env['SEED'] ?? 1);
const COUNT = Number(process.env['FUZZ_BOMBS'] ?? 50);

interface Sent {
  readonly data: Uint8Array | string;
  readonly binary: boolean;
  readonly fin: boolean;
}

/** What a real socket is made to carry, and the close codes that may answer it. */
const attacks: readonly [string, (dice: Dice) => readonly Sent[], readonly number[]][] = [
  ['a text', () => [{ data: 'hello', binary: false, fin: true }], [1003]],
  ['a frame too large', () => [whole(new Uint8Array(2 * MAX_FRAME_BYTES))], [CloseCode.tooLarge]],
  ['ten thousand fragments of a byte', () => fragments(10_000, 1), [1008]],
  ['fragments too large together', () => fragments(60, 20_000), [CloseCode.tooLarge]],
  ['bytes at random', (dice) => [whole(noise(dice))], [CloseCode.damaged, CloseCode.noRight]],
  ['nothing at all', () => [whole(new Uint8Array())], [CloseCode.damaged]],
];

test.each(attacks)(
  '[SYNC-7] over a real socket, nobody else notices: %s',
  async (_what, make, codes) => {
    const { settled, server, boardId } = await world();
    const [anna, bert] = [await settled('anna'), await settled('bert')];
    const dice = new Dice(SEED);
    const seen = new Map<number, number>();
    for (let at = 0; at < COUNT; at++) {
      const code = await codeFor(`${server.url}/sync/${boardId}`, make(dice));
      seen.set(code, (seen.get(code) ?? 0) + 1);
      expect(codes).toContain(code);
      const votes = 1 + (at % 2);
      anna.board.votes.set('r|1|anna', votes);
      await until('work goes on', () => bert.board.votes.get('r|1|anna') === votes);
    }
    print(`${_what}: ${COUNT} times, closed with ${JSON.stringify([...seen])}`);
    await until('only they are left', () => server.metrics.sockets === 2);
    expect(anna.link).toBe('live');
    expect(server.metrics.rebuilds).toBe(0);
  },
  300_000,
);

/** The code that a new connection is closed with once it sent this. */
function codeFor(url: string, sends: readonly Sent[]): Promise<number> {
  const socket = new WebSocket(url, { headers: { authorization: 'Bearer offender' } });
  socket.on('error', () => {});
  socket.on('open', () => {
    for (const { data, ...options } of sends) socket.send(data, options, () => {});
  });
  return new Promise((resolve) => socket.on('close', resolve));
}

function whole(data: Uint8Array): Sent {
  return { data, binary: true, fin: true };
}

function fragments(count: number, bytes: number): Sent[] {
  const data = new Uint8Array(bytes);
  return Array.from({ length: count }, (_, at) => ({ data, binary: true, fin: at === count - 1 }));
}

/** Bytes that begin like an update, or no frame of a kind that is passed over would end anything. */
function noise(dice: Dice): Uint8Array {
  const bytes = Uint8Array.from({ length: 2 + dice.below(300) }, () => dice.below(256));
  bytes.set([0, 2]);
  return bytes;
}

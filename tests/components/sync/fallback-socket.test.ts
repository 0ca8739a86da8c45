import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { SocketClass } from '#components/sync/counting-socket.ts';
import { fallbackSocketClass } from '#components/sync/fallback-socket.ts';
import { TransportChoice } from '#components/sync/transport-choice.ts';
import { CloseCode } from '#board/wire.ts';
import { httpSocketOf } from '#tests/support/http-client.ts';
import { socketOf, startMemoryServer, TestClient, until } from '#tests/support/sync.ts';

const UNREACHABLE = 'ws://127.0.0.1:1';

/** The network of a test: which sockets were tried, and whether WebSockets get through. */
async function setUp() {
  const { server, boardId } = await startMemoryServer();
  onTestFinished(() => server.stop());
  const network = { blocked: true, time: 0 };
  const tried: string[] = [];
  const choice = new TransportChoice(() => network.time);
  const noted = (name: string, Base: SocketClass): SocketClass =>
    class extends Base {
      constructor(url: string | URL) {
        super(name === 'websocket' && network.blocked ? UNREACHABLE : url);
        tried.push(name);
      }
    };
  const client = (name: string, others: Partial<Record<string, SocketClass>> = {}): TestClient => {
    const sockets = {
      WebSocket: noted('websocket', socketOf(name)),
      HttpSocket: noted('http', httpSocketOf(name)),
      ...others,
    };
    const made = new TestClient(server, boardId, name, undefined, {
      WebSocket: fallbackSocketClass(choice, sockets),
    });
    onTestFinished(() => made.stop());
    return made;
  };
  return { server, network, tried, choice, client };
}

const isSaved = (client: TestClient) =>
  until('it is saved', () => client.saving === 'saved', 10_000);

describe('where WebSockets are blocked', () => {
  test('[SYNC-55] the second that does not open is followed by HTTP, and the page is told', async () => {
    const { client, tried, choice } = await setUp();
    const told: string[] = [];
    choice.subscribe(() => told.push(choice.transport));
    await isSaved(client('anna'));
    expect(tried).toEqual(['websocket', 'websocket', 'http']);
    expect(told).toEqual(['http']);
  });

  test('[SYNC-55] it is remembered for the next connection of the page, for a while', async () => {
    const { client, tried, choice, network, server } = await setUp();
    const anna = client('anna');
    await isSaved(anna);
    tried.length = 0;
    network.time = 170_000;
    const bert = client('bert');
    await isSaved(bert);
    expect(tried).toEqual(['http']);
    anna.stop();
    network.time = 190_000;
    await server.rooms.stop();
    server.rooms.start();
    await until('bert is away', () => tried.length > 1);
    await isSaved(bert);
    // Still blocked: HTTP takes over without waiting for a second failure.
    expect(tried).toEqual(['http', 'websocket', 'http']);
    expect(choice.transport).toBe('http');
  });

  test('[SYNC-55] a WebSocket that gets through later is used again', async () => {
    const { client, choice, network } = await setUp();
    const anna = client('anna');
    await isSaved(anna);
    anna.connection.stop();
    network.blocked = false;
    network.time = 200_000;
    anna.connection.start();
    await isSaved(anna);
    expect(choice.transport).toBe('websocket');
    expect(choice.first).toBe('websocket');
  });

  test('[SYNC-55] whoever may not enter is told so over HTTP', async () => {
    const { client, server } = await setUp();
    server.rights.set('anna', CloseCode.signIn);
    const anna = client('anna');
    await until('anna is refused', () => anna.link === 'refused');
    expect(anna.connection.state.link).toEqual({ is: 'refused', reason: 'sign-in' });
  });

  test('[SYNC-55] a WebSocket that cannot even be made counts as one that did not open', async () => {
    const { client, choice } = await setUp();
    const Throwing = function () {
      throw new DOMException('blocked', 'SecurityError');
    } as unknown as SocketClass;
    const anna = client('anna', { WebSocket: Throwing });
    await isSaved(anna);
    expect(choice.transport).toBe('http');
  });
});

describe('where they are not', () => {
  test('[SYNC-55] HTTP is never tried', async () => {
    const { client, tried, network } = await setUp();
    network.blocked = false;
    await isSaved(client('anna'));
    expect(tried).toEqual(['websocket']);
  });

  test('[SYNC-55] a refusal over a WebSocket is no reason for HTTP', async () => {
    const { client, tried, network, server } = await setUp();
    network.blocked = false;
    server.rights.set('anna', CloseCode.restarting);
    const anna = client('anna');
    await until('it was tried often', () => tried.length > 3, 10_000);
    server.rights.set('anna', CloseCode.noRight);
    await until('anna is refused', () => anna.link === 'refused');
    expect(new Set(tried)).toEqual(new Set(['websocket']));
  });

  test('[SYNC-55] one that was open and ended is not counted among those that never opened', async () => {
    const { client, tried, network, server, choice } = await setUp();
    network.blocked = false;
    const anna = client('anna');
    await isSaved(anna);
    network.blocked = true;
    await server.rooms.stop();
    server.rooms.start();
    await until('HTTP is used', () => choice.transport === 'http');
    await isSaved(anna);
    expect(tried).toEqual(['websocket', 'websocket', 'websocket', 'http']);
  });

  test('[SYNC-55] a server that is away over both is no reason either, once it is back', async () => {
    const here = await setUp();
    let refusals = 0;
    const away: typeof fetch = () => {
      // Back right after HTTP was tried in vain for the third time.
      refusals += 1;
      here.network.blocked = refusals < 3;
      return Promise.reject(new TypeError('network'));
    };
    const anna = here.client('anna', { HttpSocket: httpSocketOf('anna', away) });
    await isSaved(anna);
    expect(refusals).toBe(3);
    expect(here.choice.transport).toBe('websocket');
  });
});

/** A socket of which the test decides what happens. */
class PuppetSocket {
  static readonly made: PuppetSocket[] = [];
  readonly readyState = 0;
  closed = false;
  onopen: (() => void) | null = null;
  onclose: ((event: object) => void) | null = null;

  constructor(readonly url: string | URL) {
    PuppetSocket.made.push(this);
  }

  close(): void {
    this.closed = true;
  }
}

describe('a proxy that never answers an upgrade', () => {
  test('[SYNC-55] counts as a failure after a while, and what it does later no more', () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const Puppet = PuppetSocket as unknown as SocketClass;
    const choice = new TransportChoice(() => 0);
    const Socket = fallbackSocketClass(choice, { WebSocket: Puppet, HttpSocket: Puppet });
    const heard: string[] = [];
    const open = (): WebSocket => {
      const socket = new Socket('ws://board.test');
      socket.onopen = () => heard.push('open');
      socket.onerror = () => heard.push('error');
      socket.onclose = ({ code }) => heard.push(`close ${code}`);
      return socket;
    };
    open();
    vi.advanceTimersByTime(8_000);
    expect(heard).toEqual(['error', 'close 1006']);
    open();
    vi.advanceTimersByTime(8_000);
    const [first, second, http] = PuppetSocket.made;
    expect([first?.closed, second?.closed, http?.closed]).toEqual([true, true, false]);
    second?.onopen?.();
    second?.onclose?.({ code: 1006 });
    expect(choice.transport).toBe('websocket');
    http?.onopen?.();
    expect(heard).toEqual(['error', 'close 1006', 'open']);
    expect(choice.transport).toBe('http');
  });
});

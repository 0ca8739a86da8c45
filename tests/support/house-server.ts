import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';
import { decodeOwn, Kind, PROTOCOL_VERSION } from '#board/wire.ts';
import { admit } from '#server/access/admit.ts';
import { encodePresence } from '#server/sync/frames.ts';
import { SyncUpgrade } from '#server/sync/upgrade.ts';
import type { TestHouse } from './house.ts';

/** The live boards of a house on a free port, let in as the server does. */
export interface HouseServer {
  /** `ws://…` without a path. */
  readonly url: string;
  /** Comes to a board with these headers. */
  visit(boardId: string, headers: Readonly<Record<string, string>>): Visit;
  stop(): Promise<void>;
}

export async function serveBoards(house: TestHouse): Promise<HouseServer> {
  const upgrade = new SyncUpgrade({
    origins: house.origins,
    admit: (request, boardId) => admit(house, request, boardId),
    rooms: house.rooms,
    logger: house.log,
    metrics: house.syncMetrics,
  });
  const http = createServer();
  http.on('upgrade', (request, socket, head) => upgrade.handle(request, socket, head));
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  house.rooms.start();
  const url = `ws://127.0.0.1:${(http.address() as AddressInfo).port}`;
  return {
    url,
    visit: (boardId, headers) => new Visit(`${url}/sync/${boardId}`, headers),
    stop: async () => {
      const closed = once(http, 'close');
      http.close();
      http.closeAllConnections();
      await upgrade.stop();
      await closed;
    },
  };
}

/** One person's connection to a board, as far as rights go. */
export class Visit {
  /** What the server said last that this connection may do. */
  access: 'write' | 'view' | undefined;
  /** Who the server takes it for. */
  person: { id: string; name: string } | undefined;
  /** The close code, once it is closed; the HTTP status when it was refused before that. */
  readonly ended: Promise<number>;
  private readonly socket: WebSocket;

  constructor(address: string, headers: Readonly<Record<string, string>>) {
    this.socket = new WebSocket(`${address}?protocol=${PROTOCOL_VERSION}`, { headers });
    this.socket.on('message', (data) => this.hear(data as Buffer));
    this.ended = new Promise((resolve, reject) => {
      this.socket.once('close', resolve);
      this.socket.once('unexpected-response', (_request, { statusCode }) =>
        resolve(statusCode ?? 0),
      );
      this.socket.once('error', reject);
    });
  }

  /** Shows presence, as every browser does. */
  show(): void {
    this.socket.send(encodePresence([{ clientId: 7, clock: 1, state: '{}' }]));
  }

  leave(): void {
    this.socket.close();
  }

  private hear(frame: Buffer): void {
    const decoder = decoding.createDecoder(frame);
    const message = decodeOwn(decoding.readVarUint(decoder), decoder);
    if (message?.kind !== Kind.hello) return;
    this.access = message.body.access;
    this.person = message.body.person;
  }
}

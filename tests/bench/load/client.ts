import { RawSocket } from './raw-socket.ts';
import type { WireName } from './wire.ts';
import { Wire } from './wire.ts';

export interface ClientOptions {
  readonly port: number;
  readonly wire: WireName;
  readonly board: string;
  /** 1 and up; the client's number in the crowd, its name, and its Yjs client id. */
  readonly number: number;
  /** Bytes of document after which it has the whole board; 0 for servers that keep none. */
  readonly whole: number;
  /** Keeps the document's updates, to look at them. */
  readonly keep?: boolean;
  /** Gets every message once the board is whole. */
  readonly hear?: (message: Buffer) => void;
}

/** One person at a board. */
export class Client {
  readonly number: number;
  readonly wire: Wire;
  /** Updates received, when it was to keep them. */
  readonly kept: Uint8Array[] = [];
  /** Milliseconds from the first packet to the whole board. */
  readonly joined: Promise<number>;
  private readonly socket: Promise<RawSocket>;
  private open: RawSocket | undefined;
  private missing: number;
  private whole = false;
  private tellJoined: () => void = () => {};

  constructor(private readonly options: ClientOptions) {
    const began = performance.now();
    this.number = options.number;
    this.missing = options.whole;
    this.wire = new Wire(options.wire, options.board);
    const { port, number } = options;
    const address = { port, path: this.wire.path, name: `person-${number}` };
    this.socket = RawSocket.open(address, (message) => this.take(message));
    this.joined = this.socket.then(
      (socket) =>
        new Promise((resolve, reject) => {
          this.tellJoined = () => resolve(performance.now() - began);
          void socket.gone.then(() => reject(new Error('sent away before the board was there')));
          this.greet(socket);
        }),
    );
  }

  get ended(): boolean {
    return this.open?.ended ?? false;
  }

  /** Why the server sent it away, if it said so. */
  get closeCode(): number | undefined {
    return this.open?.closeCode;
  }

  send(message: Uint8Array): void {
    this.open?.send(message);
  }

  pause(): void {
    this.open?.pause();
  }

  resume(): void {
    this.open?.resume();
  }

  async leave(): Promise<void> {
    await (await this.socket).leave();
  }

  private greet(socket: RawSocket): void {
    this.open = socket;
    for (const message of this.wire.hello()) socket.send(message);
    if (this.options.whole === 0) this.arrive();
  }

  private take(message: Buffer): void {
    if (this.whole && !this.options.keep) return this.options.hear?.(message);
    const heard = this.wire.read(message);
    if (heard.is === 'ask') this.send(this.wire.nothingNew());
    if (heard.is !== 'document') return;
    if (this.options.keep) this.kept.push(heard.update.slice());
    this.missing -= heard.update.length;
    if (this.missing <= 0 && !this.whole) this.arrive();
  }

  private arrive(): void {
    this.whole = true;
    this.tellJoined();
  }
}

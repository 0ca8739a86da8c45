import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** A gate on the road to a server of this machine: open, closed (connections end), or jammed (nothing moves). */
export class TcpGate {
  private readonly sockets = new Set<Socket>();
  private state: 'open' | 'closed' | 'jammed' = 'open';
  private readonly server = createServer((inner) => this.join(inner));

  constructor(private readonly target: { readonly host: string; readonly port: number }) {}

  async start(): Promise<this> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return this;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Ends what is connected and refuses what comes. */
  close(): void {
    this.state = 'closed';
    this.endAll();
  }

  /** Lets nothing through; connections stand, and new ones are taken. */
  jam(): void {
    this.state = 'jammed';
    for (const socket of this.sockets) socket.pause();
  }

  open(): void {
    this.state = 'open';
    for (const socket of this.sockets) socket.resume();
  }

  async stop(): Promise<void> {
    this.endAll();
    this.server.close();
    await once(this.server, 'close');
  }

  private join(inner: Socket): void {
    if (this.state === 'closed') return void inner.destroy();
    const outer = connect(this.target);
    for (const [from, to] of [
      [inner, outer],
      [outer, inner],
    ] as const) {
      this.sockets.add(from);
      from.on('error', () => from.destroy());
      from.on('data', (bytes) => to.write(bytes));
      from.on('close', () => {
        this.sockets.delete(from);
        to.destroy();
      });
      if (this.state === 'jammed') from.pause();
    }
  }

  private endAll(): void {
    for (const socket of this.sockets) socket.destroy();
  }
}

import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** Where a proxy leads. */
export interface Target {
  readonly host: string;
  readonly port: number;
}

/**
 * A wire of our own, on a free port of this machine, that a test may cut or freeze. With several
 * targets a connection goes to the first that takes it, as behind a load balancer.
 */
export class TcpProxy {
  private state: 'open' | 'cut' | 'frozen' = 'open';
  private readonly sockets = new Set<Socket>();
  /** Connections that nobody answered yet, as on a network that drops packets. */
  private held: Socket[] = [];
  private readonly server = createServer({ pauseOnConnect: true, allowHalfOpen: true }, (socket) =>
    this.take(socket),
  );

  constructor(private readonly targets: readonly Target[]) {}

  async start(): Promise<this> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return this;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Ends every connection and every attempt at another with a reset. */
  cut(): void {
    this.state = 'cut';
    for (const socket of [...this.sockets, ...this.held.splice(0)]) socket.resetAndDestroy();
  }

  /** Passes nothing on and ends nothing: neither side can tell it from a peer that says nothing. */
  freeze(): void {
    this.state = 'frozen';
    for (const socket of this.sockets) socket.pause();
  }

  /** Works again, and passes on what was held. */
  open(): void {
    this.state = 'open';
    for (const socket of this.sockets) socket.resume();
    for (const socket of this.held.splice(0)) this.link(socket);
  }

  async stop(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, 'close');
  }

  private take(socket: Socket): void {
    socket.on('error', () => socket.destroy());
    if (this.state === 'cut') socket.resetAndDestroy();
    else if (this.state === 'frozen') this.held.push(socket);
    else this.link(socket);
  }

  private link(from: Socket, [target, ...others] = this.targets): void {
    if (!target) return void from.resetAndDestroy();
    const to = connect({ ...target, allowHalfOpen: true });
    const refused = (): void => this.link(from, others);
    to.once('error', refused);
    to.once('connect', () => {
      to.off('error', refused);
      to.on('error', () => to.destroy());
      this.join(from, to);
      this.join(to, from);
    });
  }

  private join(from: Socket, to: Socket): void {
    this.sockets.add(from);
    from.setNoDelay(true);
    from.on('data', (chunk) => {
      if (!to.write(chunk)) from.pause();
    });
    to.on('drain', () => {
      if (this.state === 'open') from.resume();
    });
    from.on('end', () => to.end());
    from.on('close', () => {
      this.sockets.delete(from);
      to.destroy();
    });
    if (this.state === 'frozen') from.pause();
    else from.resume();
  }
}

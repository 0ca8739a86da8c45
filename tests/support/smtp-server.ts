import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { createInterface } from 'node:readline';

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Headers and body as they came, without the doubled dots. */
  readonly content: string;
}

/** A mail server that speaks just enough SMTP to take mails (RFC 5321), on a free port. */
export class SmtpServer {
  readonly received: ReceivedMail[] = [];
  /** The answer to every recipient, or to those who fit `refuseOnly`. */
  refuse: string | undefined;
  refuseOnly: RegExp | undefined;
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer((socket) => {
    this.sockets.add(socket);
    socket.on('error', () => socket.destroy());
    void this.talk(socket);
  });

  async start(): Promise<this> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return this;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    if (!this.server.listening) return;
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private async talk(socket: Socket): Promise<void> {
    const say = (line: string): boolean => socket.write(`${line}\r\n`);
    let from = '';
    let to: string[] = [];
    let content: string[] | undefined;
    say('220 test');
    for await (const line of createInterface({ input: socket, crlfDelay: Infinity })) {
      if (content && line !== '.') {
        content.push(line.startsWith('.') ? line.slice(1) : line);
      } else if (content) {
        this.received.push({ from, to, content: content.join('\r\n') });
        content = undefined;
        to = [];
        say('250 taken');
      } else if (/^MAIL FROM:/i.test(line)) {
        from = addressIn(line);
        say('250 ok');
      } else if (/^RCPT TO:/i.test(line)) {
        const refusal = this.refusalOf(addressIn(line));
        if (refusal === undefined) to.push(addressIn(line));
        say(refusal ?? '250 ok');
      } else if (/^DATA$/i.test(line)) {
        content = [];
        say('354 go on');
      } else say(/^QUIT/i.test(line) ? '221 bye' : '250 ok');
    }
  }

  private refusalOf(address: string): string | undefined {
    return (this.refuseOnly?.test(address) ?? true) ? this.refuse : undefined;
  }
}

function addressIn(line: string): string {
  return /<(.*)>/.exec(line)?.[1] ?? '';
}

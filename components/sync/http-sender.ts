import { joinFrames, MAX_POST_BYTES, sizeInPost } from '#board/http-wire.ts';

export interface HttpSenderDeps {
  /** Sends one POST; resolves with its HTTP status, rejects when no answer came. */
  readonly post: (number: number, body: Uint8Array<ArrayBuffer>) => Promise<number>;
  /** Called once, when a POST is refused or never got through: nothing more is sent. */
  readonly gaveUp: () => void;
}

// A request costs more than a frame: what is made in this many milliseconds goes together.
const GAP_MS = 40;
/** Milliseconds before the same POST is tried again, doubled each time, up to the most. */
const RETRY_MS = 250;
const LONGEST_RETRY_MS = 4_000;
// 20 s with their waits: the server ends a client that it has not heard for 30 s.
const ATTEMPTS = 9;
const TAKEN = 204;
/** Answers after which the same POST may do better: too slow, too many. */
const passing = new Set([408, 429]);

/** Sends frames by POST: in order, together, one request at a time, again until it was taken. */
export class HttpSender {
  private frames: Uint8Array[] = [];
  private owesSign = false;
  private number = 0;
  private loop: Promise<void> | undefined;
  private stopped = false;
  private hurrying = false;
  private wake: () => void = () => {};

  constructor(private readonly deps: HttpSenderDeps) {}

  /** Bytes of frames that no request has taken along. */
  get waiting(): number {
    return this.frames.reduce((sum, { byteLength }) => sum + byteLength, 0);
  }

  send(frame: Uint8Array): void {
    this.frames.push(frame);
    this.run();
  }

  /** Tells the server that we are here; an empty POST does when there is nothing to send. */
  showLife(): void {
    this.owesSign = true;
    this.run();
  }

  /** Sends what waits without further delay; resolves when it was taken or given up. */
  async finish(): Promise<void> {
    this.hurrying = true;
    this.wake();
    await this.loop;
  }

  stop(): void {
    this.stopped = true;
    this.wake();
  }

  private run(): void {
    if (this.stopped) return;
    this.loop ??= this.sendAll();
  }

  private async sendAll(): Promise<void> {
    // What is made in the same turn goes together.
    await Promise.resolve();
    while (!this.stopped && (this.frames.length > 0 || this.owesSign)) {
      const from = performance.now();
      this.owesSign = false;
      this.number += 1;
      await this.deliver(this.number, joinFrames(this.nextFrames()));
      if (!this.hurrying) await this.pause(from + GAP_MS - performance.now());
    }
    // In the same breath as finding nothing to send: what comes any later starts a new round.
    this.loop = undefined;
  }

  /** As many as fit into one POST, one at least. */
  private nextFrames(): Uint8Array[] {
    let room = MAX_POST_BYTES;
    const beyond = this.frames.findIndex((frame) => (room -= sizeInPost(frame)) < 0);
    const count = beyond === -1 ? this.frames.length : Math.max(1, beyond);
    return this.frames.splice(0, count);
  }

  private async deliver(number: number, body: Uint8Array<ArrayBuffer>): Promise<void> {
    for (let attempt = 0; !this.stopped; attempt++) {
      const status = await this.deps.post(number, body).catch(() => undefined);
      if (status === TAKEN) return;
      if (this.stopped) return;
      if (isRefusal(status) || attempt === ATTEMPTS) return this.giveUp();
      await this.pause(Math.min(RETRY_MS * 2 ** attempt, LONGEST_RETRY_MS));
    }
  }

  private giveUp(): void {
    this.stopped = true;
    this.deps.gaveUp();
  }

  private pause(ms: number): Promise<void> {
    if (ms <= 0 || this.stopped) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

function isRefusal(status: number | undefined): boolean {
  return status !== undefined && status >= 400 && status < 500 && !passing.has(status);
}

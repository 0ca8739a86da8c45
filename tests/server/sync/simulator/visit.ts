import * as decoding from 'lib0/decoding';
import { decodeOwn, isDocumentFrame, Kind, SyncStep } from '#board/wire.ts';
import type { OwnMessage } from '#board/wire.ts';
import type { Connection, Socket } from '#server/sync/connection.ts';
import { decodeFrame } from '#server/sync/frames.ts';
import type { Link, ServerEnd } from './link.ts';
import type { ProcessClock } from './process-clock.ts';
import type { Witness } from './witness.ts';

export interface VisitDeps {
  readonly link: Link;
  readonly process: ProcessClock;
  readonly witness: Witness;
  readonly name: string;
  /** What it sends need not be true, and so need not be stored. */
  readonly forges: boolean;
  readonly speaksOwnKinds: boolean;
  /** True while the server says of itself that it cannot store. */
  readonly isDegraded: () => boolean;
  readonly onClosed: (connection: Connection) => void;
}

/** The server's end of a link; holds what goes out against what is on disk at that moment. */
export class Visit implements Socket, ServerEnd {
  connection: Connection | undefined;
  private readonly received: Uint8Array[] = [];
  private toldDegraded = false;
  private saved = 0;

  constructor(private readonly deps: VisitDeps) {}

  get bufferedAmount(): number {
    return this.deps.link.bufferedAmount;
  }

  send(frame: Uint8Array): void {
    if (!this.deps.process.alive) return;
    if (frame[0] === Kind.sync && frame[1] !== SyncStep.ask) this.checkShown(frame);
    else if ((frame[0] ?? 0) >= Kind.hello) this.checkOwn(frame);
    this.deps.link.send(frame);
  }

  ping(): void {
    this.deps.link.ping();
  }

  close(code: number): void {
    if (this.deps.process.alive) this.deps.link.close(code);
  }

  terminate(): void {
    this.deps.link.terminate();
  }

  frame(frame: Uint8Array): void {
    this.deps.process.whenAwake(() => {
      if (isDocumentFrame(frame)) this.note(frame);
      this.connection?.receive(frame);
    });
  }

  heard(): void {
    this.deps.process.whenAwake(() => this.connection?.heard());
  }

  closed(): void {
    this.deps.process.whenAwake(() => {
      if (this.connection) this.deps.onClosed(this.connection);
    });
  }

  private note(frame: Uint8Array): void {
    try {
      const decoded = decodeFrame(frame);
      if ('update' in decoded) this.received.push(decoded.update);
    } catch {
      // No frame at all: the server has to find that out by itself.
    }
  }

  /** Seen by somebody is on disk, unless they were told that nothing is being stored. [SYNC-3] */
  private checkShown(frame: Uint8Array): void {
    const decoded = decodeFrame(frame);
    if (!('update' in decoded) || this.deps.witness.holds(decoded.update)) return;
    const { speaksOwnKinds, isDegraded, name } = this.deps;
    const excused = speaksOwnKinds ? this.toldDegraded : isDegraded();
    if (excused) this.deps.witness.isShownAhead(decoded.update);
    else this.deps.witness.blame(`${name} is shown what is not on disk`);
  }

  private checkOwn(frame: Uint8Array): void {
    const message = read(frame);
    if (message?.kind === Kind.status) this.toldDegraded = message.body.saving === 'degraded';
    if (message?.kind === Kind.saved) this.checkSaved(message.body.count);
  }

  /** Called saved is on disk. [SYNC-4] */
  private checkSaved(count: number): void {
    const { witness, name, forges } = this.deps;
    if (count > this.received.length) witness.blame(`${name} is told of messages never sent`);
    for (let at = this.saved; at < count; at++) {
      const update = this.received[at];
      if (update && !forges && !witness.holds(update)) {
        witness.blame(`message ${at + 1} of ${name} is called saved and not on disk`);
      }
    }
    this.saved = Math.max(this.saved, count);
  }
}

function read(frame: Uint8Array): OwnMessage | undefined {
  const decoder = decoding.createDecoder(frame);
  return decodeOwn(decoding.readVarUint(decoder), decoder);
}

import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { boardDocument } from '#board/document.ts';
import type { BoardDocument } from '#board/document.ts';
import type { ErrorCode } from '#board/errors.ts';
import { decodeOwn, Kind } from '#board/wire.ts';
import type { OwnMessage } from '#board/wire.ts';
import {
  decodeFrame,
  encodeAnswer,
  encodeAsk,
  encodePresence,
  encodeUpdate,
} from '#server/sync/frames.ts';
import type { PresenceEntry } from '#server/sync/frames.ts';
import type { Access } from '#server/sync/seat.ts';
import type { Dice } from './dice.ts';
import { Link } from './link.ts';
import type { ClientEnd } from './link.ts';
import { plainDoc } from './plain-doc.ts';
import type { SimClock } from './sim-clock.ts';
import type { SimServer } from './sim-server.ts';
import type { Witness } from './witness.ts';

export interface SimClientDeps {
  readonly clock: SimClock;
  readonly dice: Dice;
  readonly witness: Witness;
  readonly trace: (line: string) => void;
  /** The server that the next attempt reaches; undefined when none can be reached. */
  readonly route: (client: SimClient) => SimServer | undefined;
}

export interface Traits {
  readonly name: string;
  readonly personId: string;
  /** Ours, or a stock y-websocket client. */
  readonly speaksOwnKinds: boolean;
  /** Sends what no honest client would. */
  readonly forges?: boolean;
}

interface Unsaved {
  readonly update: Uint8Array;
  /** The message of the present connection that holds it. */
  message: number | undefined;
}

/** What a stock client may guess of a close code. */
function reasonOf(code: number): ErrorCode {
  return code === 4403 ? 'foreign-id' : 'damaged';
}

/** Milliseconds without a message after which a client gives a connection up, as y-websocket does. */
const SILENCE_MS = 30_000;

/** Somebody's open board: speaks the protocol, and remembers what it was not told is saved. */
export class SimClient implements ClientEnd {
  board!: BoardDocument;
  undo!: Y.UndoManager;
  /** What it may do, as far as it was told; a stock client never is. */
  access: Access;
  link: Link | undefined;
  /** The final code that it was sent away with, before it was let back in. */
  barredBy: number | undefined;
  wants = true;
  degraded = false;
  private mustStartAfresh = false;
  private unsaved: Unsaved[] = [];
  private isOpen = false;
  private synced = false;
  private sent = 0;
  private confirmed = 0;
  private heardAt = 0;
  private epoch: number | undefined;
  private presenceClock = 0;
  private undoWatch: () => void = () => {};
  private undoRetry: () => void = () => {};

  constructor(
    readonly traits: Traits,
    private readonly deps: SimClientDeps,
  ) {
    this.access = traits.speaksOwnKinds ? 'view' : 'write';
    this.startAfresh();
  }

  get doc(): Y.Doc {
    return this.board.doc;
  }

  get mayEdit(): boolean {
    return this.access === 'write' && this.barredBy === undefined;
  }

  /** Complete, and told that everything is on disk. A stock client is never told. */
  get isSettled(): boolean {
    if (!this.synced || this.degraded) return false;
    return (
      !this.traits.speaksOwnKinds || (this.sent === this.confirmed && this.unsaved.length === 0)
    );
  }

  describe(): string {
    const { sent, confirmed, synced, degraded, isOpen, barredBy = 0 } = this;
    const waiting = this.unsaved.length;
    const all = { sent, confirmed, waiting, synced, degraded, isOpen, barredBy };
    return `${this.traits.name} ${JSON.stringify(all)}`;
  }

  /** Forgets its document and begins with an empty one. */
  startAfresh(): void {
    const doc = plainDoc();
    this.board = boardDocument(doc);
    this.takeId();
    const { records, votes, actions } = this.board;
    this.undo = new Y.UndoManager([records, votes, actions], { doc, captureTimeout: 0 });
    this.unsaved = [];
    this.epoch = undefined;
    this.presenceClock = 0;
    this.mustStartAfresh = false;
    doc.on(
      'update',
      (update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
        if (local && doc === this.doc) this.sendUpdate(update);
      },
    );
  }

  /** Connects if it may and is not. */
  connect(): void {
    this.undoRetry();
    if (this.link || !this.wants || this.barredBy !== undefined) return;
    if (this.mustStartAfresh) this.startAfresh();
    const server = this.deps.route(this);
    if (!server) return this.retry();
    const { clock, dice } = this.deps;
    const { name, personId, speaksOwnKinds, forges = false } = this.traits;
    const epoch = speaksOwnKinds ? this.epoch : undefined;
    const intro = { speaksOwnKinds, epoch, clientId: undefined };
    this.heardAt = clock.now();
    this.link = new Link(clock, dice, this, (link) =>
      server.accept(link, { name, personId, forges, intro }),
    );
    this.watch();
  }

  leave(): void {
    this.wants = false;
    this.undoRetry();
    this.link?.hangUp();
  }

  comeBack(): void {
    this.wants = true;
    this.barredBy = undefined;
    this.connect();
  }

  /** Sends a document frame that did not come out of its document. */
  say(frame: Uint8Array): void {
    if (!this.isOpen) return;
    this.sent += 1;
    this.write(frame);
  }

  point(): void {
    if (!this.isOpen) return;
    this.presenceClock += 1;
    const state = JSON.stringify({ who: this.traits.personId, at: this.presenceClock });
    this.write(encodePresence([{ clientId: this.doc.clientID, clock: this.presenceClock, state }]));
  }

  opened(): void {
    this.isOpen = true;
    this.heardAt = this.deps.clock.now();
    this.write(encodeAsk(Y.encodeStateVector(this.doc)));
    this.point();
  }

  frame(frame: Uint8Array): void {
    this.heardAt = this.deps.clock.now();
    const decoded = decodeFrame(frame);
    switch (decoded.is) {
      case 'ask':
        return this.answer(decoded.stateVector);
      case 'answer':
        this.synced = true;
        return this.apply(decoded.update);
      case 'update':
        return this.apply(decoded.update);
      case 'presence':
        return this.seePresence(decoded.states);
      case 'ask-presence':
        return this.point();
      case 'check':
      case 'unknown':
        return this.hear(frame);
    }
  }

  closed(code: number): void {
    this.deps.trace(`${this.traits.name} closed ${code}`);
    this.undoWatch();
    this.link = undefined;
    this.isOpen = this.synced = this.degraded = false;
    this.sent = this.confirmed = 0;
    for (const one of this.unsaved) one.message = undefined;
    if (code < 4400 || code >= 4500) return this.retry();
    this.barredBy = code;
    if (!this.traits.speaksOwnKinds) this.mustStartAfresh = this.mayBeRefused(reasonOf(code));
  }

  private apply(update: Uint8Array): void {
    const { doc } = this;
    const { clientID } = doc;
    Y.applyUpdate(doc, update, 'server');
    // Yjs takes another id when somebody else uses this one; it has to come from the seed.
    if (doc.clientID !== clientID) this.takeId();
  }

  private takeId(): void {
    this.doc.clientID = this.deps.dice.newId();
    this.deps.witness.belongs(this.doc.clientID, this.traits.personId);
  }

  private retry(): void {
    this.undoRetry();
    const { clock, dice } = this.deps;
    this.undoRetry = clock.after(dice.between(50, 2_500), () => this.connect());
  }

  private watch(): void {
    const { clock } = this.deps;
    this.undoWatch = clock.after(SILENCE_MS / 3, () => {
      if (clock.now() - this.heardAt > SILENCE_MS) this.link?.hangUp();
      else this.watch();
    });
  }

  private write(frame: Uint8Array): void {
    this.link?.write(frame);
  }

  private sendUpdate(update: Uint8Array): void {
    const message = this.isOpen ? ++this.sent : undefined;
    this.unsaved.push({ update, message });
    if (this.isOpen) this.write(encodeUpdate(update));
  }

  private answer(stateVector: Uint8Array): void {
    this.sent += 1;
    for (const one of this.unsaved) one.message ??= this.sent;
    this.write(encodeAnswer(Y.encodeStateAsUpdate(this.doc, stateVector)));
  }

  private hear(frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame);
    const message = decodeOwn(decoding.readVarUint(decoder), decoder);
    if (message && !this.traits.speaksOwnKinds) {
      return this.deps.witness.blame(`${this.traits.name} gets a kind it never asked for`);
    }
    if (message) this.act(message);
  }

  private act({ kind, body }: OwnMessage): void {
    switch (kind) {
      case Kind.hello:
        this.epoch = body.epoch;
        this.access = body.access;
        return;
      case Kind.saved:
        return this.takeSaved(body.count);
      case Kind.status:
        this.degraded = body.saving === 'degraded';
        return;
      case Kind.refused:
        this.deps.trace(`${this.traits.name} refused ${body.code}: ${body.reason}`);
        this.onRefused(body.code);
    }
  }

  /** Whoever never forges is refused for a right that was taken, or an id that was stolen. */
  private onRefused(code: ErrorCode): void {
    const { witness } = this.deps;
    if (this.traits.forges) return;
    if (this.mayBeRefused(code)) this.mustStartAfresh = true;
    else if (code !== 'read-only') witness.blame(`${this.traits.name} is refused: ${code}`);
  }

  private mayBeRefused(code: ErrorCode): boolean {
    const { witness } = this.deps;
    if (witness.hasLostShown) return true;
    // On top of somebody else's first part, one's own next part makes no sense either.
    return (code === 'foreign-id' || code === 'damaged') && witness.isStolen(this.traits.personId);
  }

  private takeSaved(count: number): void {
    const { witness } = this.deps;
    if (count < this.confirmed) witness.blame(`${this.traits.name}: saved goes back`);
    this.confirmed = count;
    const isDone = ({ message }: Unsaved): boolean => message !== undefined && message <= count;
    for (const one of this.unsaved.filter(isDone)) {
      // Where two servers took one id for two people's, the log has one of the two.
      if (!witness.holds(one.update) && !witness.isContested) {
        witness.blame(`${this.traits.name} believes saved what is not on disk`);
      }
    }
    this.unsaved = this.unsaved.filter((one) => !isDone(one));
  }

  /** A name on a cursor is the name of whoever sent it. [SYNC-12] */
  private seePresence(states: readonly PresenceEntry[]): void {
    for (const { state } of states) {
      if (state === 'null') continue;
      const { who, user } = JSON.parse(state) as { who?: unknown; user?: { id?: unknown } };
      if (user?.id !== who) this.deps.witness.blame(`${String(who)} shows as ${String(user?.id)}`);
    }
    // As stock clients do with everything they hear of.
    if (!this.traits.speaksOwnKinds && states.length > 0) this.write(encodePresence(states));
  }
}

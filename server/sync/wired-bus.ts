import { asBoardId } from '#board/ids.ts';
import type { BoardId } from '#board/ids.ts';
import type { Bus, BusListener, BusPresence, News } from './bus.ts';
import { readBoardMessage, readHouseMessage } from './bus-message.ts';
import type { BoardMessage, HouseMessage } from './bus-message.ts';
import type { BusWire } from './bus-wire.ts';
import type { Clock } from './clock.ts';
import type { Position } from './documents.ts';
import { FollowedBoards } from './followed-boards.ts';
import { KnownNodes } from './known-nodes.ts';
import type { SyncLogger } from './logger.ts';
import { PendingNews } from './pending-news.ts';

export interface WiredBusDeps {
  /** Names this node among the others; no other has it, nor had it before. */
  readonly node: string;
  readonly wire: BusWire;
  readonly clock: Clock;
  readonly logger: SyncLogger;
  readonly timing?: BusTiming;
}

/** All in milliseconds. */
export interface BusTiming {
  /** Between two signs of life. */
  readonly beatMs: number;
  /** After so long without hearing ourselves the road is taken for dead, however alive it looks. */
  readonly deafMs: number;
  /** After so long without a sign a node is gone, with the beat between looks within 25 s. */
  readonly goneMs: number;
  /** Between two times that everybody says anew who is here: repairs what was lost on the way. */
  readonly showMs: number;
}

/** Times that a node may miss to say who is here before nobody of it is. */
const MISSED = 3;
const TIMING: BusTiming = { beatMs: 5_000, deafMs: 15_000, goneMs: 20_000, showMs: 20_000 };
/** Milliseconds that a farewell may take. */
const FAREWELL_MS = 1_000;

const HOUSE = 'house';
const BOARD = 'board:';

/** The bus over any road: who is there, what was missed, and what everything means. */
export class WiredBus implements Bus {
  private readonly timing: BusTiming;
  private readonly followed: FollowedBoards;
  private readonly nodes: KnownNodes;
  private readonly pending = new PendingNews();
  private readonly newsListeners = new Set<(news: News) => void>();
  private readonly connectedListeners = new Set<() => void>();
  /** When a channel that was asked for lately can be heard. */
  private readonly listening = new Map<BoardId, Promise<void>>();
  private state: 'down' | 'up' | 'connected' = 'down';
  private heardOurselvesAt = 0;
  private shownAt = 0;
  private rounds = 0;
  private undoBeat: (() => void) | undefined;

  constructor(private readonly deps: WiredBusDeps) {
    this.timing = deps.timing ?? TIMING;
    this.followed = new FollowedBoards((run) => this.guard(run));
    this.nodes = new KnownNodes(deps.clock, this.timing.goneMs);
  }

  readonly isShared = true;

  get connected(): boolean {
    return this.state === 'connected';
  }

  async start(): Promise<void> {
    const { wire, clock } = this.deps;
    this.shownAt = clock.now();
    this.planBeat();
    void wire.listen(HOUSE);
    await wire.start({
      up: () => this.up(),
      down: () => this.down(),
      heard: (channel, text) => this.heard(channel, text),
    });
  }

  async stop(): Promise<void> {
    this.undoBeat?.();
    const { wire, clock } = this.deps;
    await new Promise<void>((resolve) => {
      const undo = clock.after(FAREWELL_MS, resolve);
      void this.tellHouse({ is: 'bye', node: this.deps.node }).then(() => {
        undo();
        resolve();
      });
    });
    this.state = 'down';
    await wire.stop();
  }

  ring(boardId: BoardId, at: Position): void {
    this.tellBoard(boardId, { is: 'rung', node: this.deps.node, at });
  }

  showPresence(boardId: BoardId, entries: readonly BusPresence[]): void {
    this.show(boardId, entries, false);
  }

  showAllPresence(boardId: BoardId, entries: readonly BusPresence[]): void {
    this.show(boardId, entries, true);
  }

  askPresence(boardId: BoardId): void {
    // An answer that comes before the channel can be heard would be lost.
    void this.listening.get(boardId)?.then(() => {
      this.tellBoard(boardId, { is: 'ask', node: this.deps.node });
    });
  }

  announce(news: News): void {
    if (this.connected) void this.sendNews(news);
    else this.pending.add(news);
  }

  follow(boardId: BoardId, listener: BusListener): () => void {
    if (!this.followed.has(boardId)) {
      this.listening.set(boardId, this.deps.wire.listen(BOARD + boardId));
    }
    const leave = this.followed.add(boardId, listener);
    return () => {
      const before = this.followed.has(boardId);
      leave();
      if (!before || this.followed.has(boardId)) return;
      this.listening.delete(boardId);
      this.deps.wire.unlisten(BOARD + boardId);
    };
  }

  onNews(listener: (news: News) => void): () => void {
    this.newsListeners.add(listener);
    return () => this.newsListeners.delete(listener);
  }

  onConnected(listener: () => void): () => void {
    this.connectedListeners.add(listener);
    return () => this.connectedListeners.delete(listener);
  }

  private up(): void {
    this.state = 'up';
    this.heardOurselvesAt = this.deps.clock.now();
    this.sayAlive();
  }

  private down(): void {
    this.state = 'down';
  }

  private beat(): void {
    const { wire, clock } = this.deps;
    const { deafMs, showMs } = this.timing;
    this.planBeat();
    for (const node of this.nodes.takeSilent()) this.followed.nodeGone(node);
    if (this.state === 'down') return;
    // Also after this process stood still: whatever it would have heard then may be lost.
    if (clock.now() - this.heardOurselvesAt >= deafMs) return wire.startOver('nothing comes back');
    this.sayAlive();
    if (!this.connected) return;
    this.sendPending();
    if (clock.now() - this.shownAt < showMs) return;
    this.shownAt = clock.now();
    this.followed.askAgain();
    this.rounds = (this.rounds + 1) % MISSED;
    if (this.rounds === 0) this.followed.dropUnconfirmed();
  }

  private heard(channel: string, text: string): void {
    if (channel === HOUSE) return this.heardHouse(readHouseMessage(text));
    if (!channel.startsWith(BOARD)) return;
    const message = readBoardMessage(text);
    if (!message || message.node === this.deps.node) return;
    this.nodes.heard(message.node);
    this.followed.hear(asBoardId(channel.slice(BOARD.length)), message);
  }

  private heardHouse(message: HouseMessage | undefined): void {
    if (!message) return;
    if (message.node === this.deps.node) return this.heardOurselves();
    if (message.is === 'bye') {
      if (this.nodes.left(message.node)) this.followed.nodeGone(message.node);
      return;
    }
    this.nodes.heard(message.node);
    if (message.is !== 'news') return;
    for (const listener of this.newsListeners) this.guard(() => listener(message.news));
  }

  /** What we send comes back: so the road carries, in both directions. */
  private heardOurselves(): void {
    this.heardOurselvesAt = this.deps.clock.now();
    if (this.state !== 'up') return;
    this.state = 'connected';
    this.sendPending();
    for (const listener of this.connectedListeners) this.guard(listener);
    for (const boardId of this.followed.ids()) this.askPresence(boardId);
    this.followed.askAgain();
    this.shownAt = this.deps.clock.now();
    this.rounds = 0;
  }

  private sayAlive(): void {
    void this.tellHouse({ is: 'alive', node: this.deps.node });
  }

  private show(boardId: BoardId, entries: readonly BusPresence[], whole: boolean): void {
    this.tellBoard(boardId, { is: 'presence', node: this.deps.node, entries: [...entries], whole });
  }

  private sendPending(): void {
    for (const news of this.pending.takeAll()) void this.sendNews(news);
  }

  private async sendNews(news: News): Promise<void> {
    const taken = await this.tellHouse({ is: 'news', node: this.deps.node, news });
    if (!taken) this.pending.add(news);
  }

  private tellBoard(boardId: BoardId, message: BoardMessage): void {
    if (this.connected) void this.deps.wire.send(BOARD + boardId, JSON.stringify(message));
  }

  private tellHouse(message: HouseMessage): Promise<boolean> {
    return this.deps.wire.send(HOUSE, JSON.stringify(message));
  }

  private planBeat(): void {
    this.undoBeat = this.deps.clock.after(this.timing.beatMs, () => this.beat());
  }

  private guard(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.deps.logger.error({ err: error }, 'what another node said could not be taken in');
    }
  }
}

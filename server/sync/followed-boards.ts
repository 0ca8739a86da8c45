import type { BoardId } from '#board/ids.ts';
import type { BusListener } from './bus.ts';
import type { BoardMessage } from './bus-message.ts';
import { ShownPresence } from './shown-presence.ts';

interface Follower {
  readonly listener: BusListener;
  readonly shown: ShownPresence;
}

/** Who in this process follows which board, and what each of them was told is shown there. */
export class FollowedBoards {
  private readonly boards = new Map<BoardId, Set<Follower>>();

  /** `guard` runs whatever a listener does, so that one that throws disturbs nobody else. */
  constructor(private readonly guard: (run: () => void) => void) {}

  ids(): BoardId[] {
    return [...this.boards.keys()];
  }

  has(boardId: BoardId): boolean {
    return this.boards.has(boardId);
  }

  /** Two may follow one board for a moment, when a room that closes and its successor overlap. */
  add(boardId: BoardId, listener: BusListener): () => void {
    const follower = { listener, shown: new ShownPresence() };
    const followers = this.boards.get(boardId) ?? new Set();
    this.boards.set(boardId, followers.add(follower));
    return () => {
      followers.delete(follower);
      if (followers.size === 0 && this.boards.get(boardId) === followers) {
        this.boards.delete(boardId);
      }
    };
  }

  hear(boardId: BoardId, message: BoardMessage): void {
    for (const { listener, shown } of this.boards.get(boardId) ?? []) {
      this.guard(() => tell(listener, shown, message));
    }
  }

  askAgain(): void {
    this.all(({ listener }) => listener.presenceAsked());
  }

  nodeGone(node: string): void {
    this.all(({ listener, shown }) => {
      shown.forget(node);
      listener.nodeGone(node);
    });
  }

  /** A node that no longer follows a board cannot be asked: who it has not shown for long is gone. [SYNC-73] */
  dropUnconfirmed(): void {
    this.all(({ listener, shown }) => {
      for (const node of shown.takeUnconfirmed()) listener.nodeGone(node);
    });
  }

  private all(tellOne: (follower: Follower) => void): void {
    for (const follower of [...this.boards.values()].flatMap((followers) => [...followers])) {
      this.guard(() => tellOne(follower));
    }
  }
}

function tell(listener: BusListener, shown: ShownPresence, message: BoardMessage): void {
  if (message.is === 'rung') return listener.rung(message.at);
  if (message.is === 'ask') return listener.presenceAsked();
  const { node, entries, whole } = message;
  const news = whole ? shown.replace(node, entries) : shown.change(node, entries);
  if (news.length > 0) listener.presence(node, news);
}

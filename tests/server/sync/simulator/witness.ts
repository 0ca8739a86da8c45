import * as Y from 'yjs';
import { boardDocument } from '#board/document.ts';
import type { BoardDocument } from '#board/document.ts';
import type { NewRow } from '#server/sync/update-log.ts';
import { plainDoc } from './plain-doc.ts';

/** Who writes as the server in what this remembers. */
export const SERVER = 'server';

/**
 * Sees every row in the moment it is stored, and so knows at any time what is on disk and what a
 * crash would leave. Whatever breaks a promise is noted, because throwing inside the engine might
 * be caught there.
 */
export class Witness {
  readonly blames: string[] = [];
  /** The replay of every row so far. */
  readonly stored: BoardDocument = boardDocument(plainDoc());
  rows = 0;
  /**
   * Something that people saw while the database was away is gone with the process. Whoever brings
   * it back is not its author, and so is refused.
   */
  hasLostShown = false;
  /**
   * Two servers took one new id for two people's at the same moment. What lies under it differs
   * between their rooms until these are read anew.
   */
  isContested = false;
  private ahead: Uint8Array[] = [];
  private readonly people = new Map<number, string>();
  private readonly stolen = new Set<number>();
  /** Updates that were found on disk; nothing leaves it again. */
  private readonly held = new WeakSet<Uint8Array>();

  constructor(readonly trace: (line: string) => void) {
    this.stored.doc.clientID = 0;
    this.stored.facts.observe(() => this.checkFacts());
    this.stored.votes.observe(({ keysChanged }) => {
      for (const key of keysChanged) this.checkVote(key);
    });
  }

  blame(what: string): void {
    this.trace(`BLAME ${what}`);
    this.blames.push(what);
  }

  /** Says whose a Yjs client id is. */
  belongs(clientId: number, personId: string): void {
    this.people.set(clientId, personId);
  }

  /** Somebody used an id before the one whose it is: the board cannot know better. */
  steals(clientId: number): void {
    this.stolen.add(clientId);
  }

  isStolen(personId: string): boolean {
    return [...this.stolen].some((id) => this.people.get(id) === personId);
  }

  /** Somebody was shown this while nothing could be stored. */
  isShownAhead(update: Uint8Array): void {
    this.ahead.push(update);
  }

  /** A process or a room ended with what it had in memory; true content may be lost if it was shown ahead. */
  forget(): void {
    this.ahead = this.ahead.filter((update) => !this.holds(update));
    if (this.ahead.length === 0) return;
    this.trace('what was shown ahead is lost');
    this.hasLostShown = true;
  }

  /** A row was stored. [SYNC-27] */
  see({ bytes, claims }: NewRow, owners: ReadonlyMap<number, string>): void {
    this.rows += 1;
    for (const [client, person] of claims) {
      if (owners.get(client) !== person) this.isContested = true;
    }
    Y.applyUpdate(this.stored.doc, bytes);
    const { pendingStructs, pendingDs } = this.stored.doc.store;
    if (pendingStructs ?? pendingDs) this.blame('a row builds on what is not on disk');
    for (const client of Y.parseUpdateMeta(bytes).to.keys()) {
      const owner = owners.get(client) ?? SERVER;
      const truth = this.people.get(client);
      if (owner !== truth && !this.stolen.has(client) && !this.hasLostShown)
        this.blame(`id ${client} of ${truth} is stored as ${owner}'s`);
    }
  }

  /** True when all that the update says is on disk. */
  holds(update: Uint8Array): boolean {
    if (this.held.has(update)) return true;
    const { structs, ds } = Y.decodeUpdate(update);
    const { store } = this.stored.doc;
    const all =
      structs.every(
        (struct) =>
          struct instanceof Y.Skip ||
          Y.getState(store, struct.id.client) >= struct.id.clock + struct.length,
      ) &&
      [...ds.clients].every(([client, ranges]) =>
        ranges.every(({ clock, len }) => this.isDeleted(client, clock, clock + len)),
      );
    if (all) this.held.add(update);
    return all;
  }

  private isDeleted(client: number, from: number, to: number): boolean {
    const { store } = this.stored.doc;
    if (Y.getState(store, client) < to) return false;
    const structs = store.clients.get(client) ?? [];
    for (let at = Y.findIndexSS(structs, from); at < structs.length; at++) {
      const struct = structs[at];
      if (!struct || struct.id.clock >= to) return true;
      if (struct instanceof Y.Item && !struct.deleted) return false;
    }
    return true;
  }

  private checkFacts(): void {
    for (const [key, fact] of this.stored.facts) {
      if ((fact as { by?: unknown }).by !== SERVER) this.blame(`a forged fact ${key} is on disk`);
    }
  }

  private checkVote(key: string): void {
    if (this.stored.votes.get(key) === FORGED_VOTE) this.blame(`a forged vote ${key} is on disk`);
  }
}

/** What only somebody else than the voter ever votes. */
export const FORGED_VOTE = 66;

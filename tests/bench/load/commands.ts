import type { WireName } from './wire.ts';

/** Where the load goes. */
export interface Aim {
  readonly port: number;
  readonly wire: WireName;
  /** Records on each board. */
  readonly records: number;
  /** False for a relay, which has no document for a newcomer. */
  readonly keeps: boolean;
}

export interface Gathering extends Aim {
  readonly boards: readonly string[];
  /** Clients at each board. */
  readonly each: number;
  /** How many of them write. */
  readonly writing: number;
}

export interface Delivered {
  readonly sent: number;
  /** How often something should have reached, and did reach, somebody else. */
  readonly due: number;
  readonly delivered: number;
  /** Milliseconds from one client to another. */
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  readonly seconds: number;
}

/** What a load process does when asked; everybody it opened is its one crowd. */
export interface Commands {
  /** Fills boards, one person each, and leaves. */
  seed(aim: Aim & { boards: readonly string[] }): Promise<void>;
  /** Brings people to boards; resolves when each has the whole board. */
  gather(gathering: Gathering): Promise<void>;
  /** The writers drag a note each, or point with a cursor. */
  move(what: { seconds: number; perSecond: number; cursors?: boolean }): Promise<Delivered>;
  /** The same, until `stopMoving`, which reports. */
  startMoving(what: { perSecond: number }): Promise<void>;
  stopMoving(): Promise<Delivered>;
  /** The writers each draw a stroke of 16 KB again and again. */
  scribble(what: { seconds: number; perSecond: number }): Promise<{ bytes: number }>;
  /** Comes and leaves, so many at once; milliseconds until each had the whole board. */
  join(aim: Aim & { board: string; count: number }): Promise<number[]>;
  /** Records in the document that a newcomer gets. */
  count(aim: Aim & { board: string }): Promise<number>;
  /** One more comes who stops reading at once. */
  stall(aim: Aim & { board: string }): Promise<void>;
  /** Reads again; true when the server had closed the connection. */
  unstall(): Promise<boolean>;
  /** Everybody leaves; the close codes of those whom the server had sent away before. */
  leave(): Promise<number[]>;
  /** CPU in milliseconds since the process began. */
  cpu(): Promise<number>;
}

export type CommandName = keyof Commands;
export type Asked<K extends CommandName> = Parameters<Commands[K]>[0];
export type Answered<K extends CommandName> = Awaited<ReturnType<Commands[K]>>;

import { afterEach, beforeEach, expect, test } from 'vitest';
import { asBoardId } from '#board/ids.ts';
import type { Bus, BusPresence, News } from '#server/sync/bus.ts';
import type { Position } from '#server/sync/documents.ts';

/** Two nodes of one installation, and what a test does to the road between them. */
export interface NodesUnderTest {
  /** Not yet started. */
  readonly one: Bus;
  readonly two: Bus;
  /** Ends the first node's connections and keeps them from coming back until healed. */
  cut(): void;
  /** Lets nothing through for the first node, though its connections seem to stand. */
  silence(): void;
  heal(): void;
  /** Ends the first node without a word to anybody. */
  crash(): void;
  /** Sends any text in the name of nobody to the channel on which a board is spoken of. */
  inject(boardId: string, text: string): Promise<void>;
  /** Lets time pass until `check` no longer throws. */
  eventually(check: () => void): Promise<void>;
  close(): Promise<void>;
}

const board = asBoardId('board-1');
const other = asBoardId('board-2');
const at = (seq: number, epoch = 1): Position => ({ epoch, seq });

export const entry = (clientId: number, clock: number, state = '{"x":1}'): BusPresence => ({
  clientId,
  clock,
  state,
  personId: `person-${clientId}`,
});

/** What a board heard, in order. */
export class Ear {
  readonly rings: Position[] = [];
  readonly shown = new Map<number, BusPresence>();
  readonly presences: [clientId: number, clock: number, state: string][] = [];
  readonly gone: string[] = [];
  asked = 0;
  constructor(private readonly answer: () => void = () => {}) {}

  rung(where: Position): void {
    this.rings.push(where);
  }
  presence(_from: string, entries: readonly BusPresence[]): void {
    for (const one of entries) {
      this.presences.push([one.clientId, one.clock, one.state]);
      if (one.state === 'null') this.shown.delete(one.clientId);
      else this.shown.set(one.clientId, one);
    }
  }
  presenceAsked(): void {
    this.asked += 1;
    this.answer();
  }
  nodeGone(node: string): void {
    this.gone.push(node);
    this.shown.clear();
  }
}

/** What every bus between nodes promises; see the comments of `Bus`. */
export function busContract(open: () => Promise<NodesUnderTest>): void {
  let under: NodesUnderTest;
  let one: Bus;
  let two: Bus;
  let eventually: NodesUnderTest['eventually'];

  beforeEach(async () => {
    under = await open();
    ({ one, two } = under);
    eventually = (check) => under.eventually(check);
    await Promise.all([one.start(), two.start()]);
    await eventually(() => expect([one.connected, two.connected]).toEqual([true, true]));
  });
  afterEach(async () => {
    under.heal();
    await Promise.all([one.stop(), two.stop()]);
    await under.close();
  });

  /** Resolves once the second node surely hears what the first says of the board. */
  async function untilHeard(ear: Ear, boardId = board): Promise<void> {
    await eventually(() => {
      one.ring(boardId, at(1));
      expect(ear.rings.length).toBeGreaterThan(0);
    });
    // Whatever was rung above has come when this has.
    one.ring(boardId, at(2));
    await eventually(() => expect(ear.rings.at(-1)).toEqual(at(2)));
    ear.rings.length = 0;
  }

  test('[SYNC-60] a ring reaches the node that follows the board, with epoch and seq, and not its own', async () => {
    const [mine, theirs, elsewhere] = [new Ear(), new Ear(), new Ear()];
    one.follow(board, mine);
    two.follow(board, theirs);
    two.follow(other, elsewhere);
    await untilHeard(theirs);
    one.ring(board, at(7, 3));
    await eventually(() => expect(theirs.rings).toEqual([at(7, 3)]));
    expect(mine.rings).toEqual([]);
    expect(elsewhere.rings).toEqual([]);
  });

  test('rings come in the order in which they were sent', async () => {
    const ear = new Ear();
    two.follow(board, ear);
    await untilHeard(ear);
    const all = Array.from({ length: 200 }, (_, seq) => at(seq));
    for (const ring of all) one.ring(board, ring);
    await eventually(() => expect(ear.rings).toEqual(all));
  });

  test('a board is heard until its follower leaves, and again by the next one', async () => {
    const [first, second] = [new Ear(), new Ear()];
    const leave = two.follow(board, first);
    await untilHeard(first);
    const leaveSecond = two.follow(board, second);
    leave();
    leave();
    one.ring(board, at(4));
    await eventually(() => expect(second.rings).toEqual([at(4)]));
    leaveSecond();
    // Left and back at once: the new subscription must not fall to the end of the old one.
    const third = new Ear();
    two.follow(board, third);
    await untilHeard(third);
    expect(first.rings).toEqual([]);
    expect(second.rings).toEqual([at(4)]);
  });

  test('a listener that throws disturbs neither the node nor the others', async () => {
    const [bad, good] = [new Ear(), new Ear()];
    bad.rung = () => {
      throw new Error('a listener threw');
    };
    two.follow(board, bad);
    two.follow(board, good);
    await untilHeard(good);
    expect(two.connected).toBe(true);
  });

  test('[SYNC-61] presence is passed on once, as it changes and as it ends', async () => {
    const ear = new Ear();
    two.follow(board, ear);
    await untilHeard(ear);
    one.showPresence(board, [entry(1, 1), entry(2, 5)]);
    one.showPresence(board, [entry(1, 1), entry(2, 6, '{"x":2}')]);
    one.showPresence(board, [entry(1, 1, 'null'), entry(9, 1, 'null')]);
    await eventually(() => expect(ear.presences).toHaveLength(4));
    expect(ear.presences).toEqual([
      [1, 1, '{"x":1}'],
      [2, 5, '{"x":1}'],
      [2, 6, '{"x":2}'],
      [1, 1, 'null'],
    ]);
    expect(ear.shown.get(2)?.personId).toBe('person-2');
  });

  test('[SYNC-61] who asks on opening hears all that the others show', async () => {
    const mine = new Ear(() => one.showAllPresence(board, [entry(1, 3), entry(2, 4)]));
    one.follow(board, mine);
    const theirs = new Ear();
    two.follow(board, theirs);
    two.askPresence(board);
    await eventually(() => expect([...theirs.shown.keys()]).toEqual([1, 2]));
  });

  test('[SYNC-61] what is not among all that a node shows has left, at the clock last seen', async () => {
    const ear = new Ear();
    two.follow(board, ear);
    await untilHeard(ear);
    one.showPresence(board, [entry(1, 1), entry(2, 5)]);
    one.showAllPresence(board, [entry(2, 5), entry(3, 1)]);
    await eventually(() => expect([...ear.shown.keys()]).toEqual([2, 3]));
    expect(ear.presences.slice(2)).toEqual([
      [1, 1, 'null'],
      [3, 1, '{"x":1}'],
    ]);
  });

  test('[SYNC-61] a node that ends is gone at once', async () => {
    const ear = new Ear();
    two.follow(board, ear);
    await untilHeard(ear);
    await one.stop();
    await eventually(() => expect(ear.gone).toHaveLength(1));
  });

  test('[SYNC-61] a node that died is gone after a while', async () => {
    const ear = new Ear();
    two.follow(board, ear);
    await untilHeard(ear);
    one.showPresence(board, [entry(1, 1)]);
    await eventually(() => expect(ear.shown.size).toBe(1));
    under.crash();
    await eventually(() => expect(ear.gone).toHaveLength(1));
    expect(ear.shown.size).toBe(0);
  });

  test('[SYNC-62] news reach every other node, and not the one that says them', async () => {
    const [mine, theirs]: [News[], News[]] = [[], []];
    one.onNews((news) => mine.push(news));
    const leave = two.onNews((news) => theirs.push(news));
    const all: News[] = [
      { is: 'recheck', boardId: board, personId: 'kees' },
      { is: 'recheck', personId: 'kees' },
      { is: 'recheck' },
      { is: 'refresh', boardId: board },
    ];
    for (const news of all) one.announce(news);
    await eventually(() => expect(theirs).toEqual(all));
    leave();
    one.announce({ is: 'recheck' });
    const later: News[] = [];
    two.onNews((news) => later.push(news));
    await eventually(() => expect(later.length).toBe(1));
    expect(theirs).toEqual(all);
    expect(mine).toEqual([]);
  });

  test('[SYNC-62] news of a node that is cut off are sent when it is back, each once', async () => {
    const heard: News[] = [];
    two.onNews((news) => heard.push(news));
    under.cut();
    await eventually(() => expect(one.connected).toBe(false));
    for (let times = 0; times < 3; times++) {
      one.announce({ is: 'recheck', personId: 'kees' });
      one.announce({ is: 'refresh', boardId: board });
    }
    under.heal();
    await eventually(() => expect(heard).toHaveLength(2));
    expect(heard).toEqual([
      { is: 'recheck', personId: 'kees' },
      { is: 'refresh', boardId: board },
    ]);
  });

  test('[SYNC-63] a node that is cut off goes on alone; back, it hears, is told, and shows again', async () => {
    const mine = new Ear(() => one.showAllPresence(board, [entry(1, 2)]));
    const theirs = new Ear(() => two.showAllPresence(board, [entry(2, 2)]));
    one.follow(board, mine);
    two.follow(board, theirs);
    await untilHeard(theirs);
    under.cut();
    await eventually(() => expect(one.connected).toBe(false));
    let connected = 0;
    one.onConnected(() => (connected += 1));
    one.ring(board, at(8));
    one.showPresence(board, [entry(1, 1)]);
    one.askPresence(board);
    under.heal();
    await eventually(() => expect([...theirs.shown.values()]).toEqual([entry(1, 2)]));
    await eventually(() => expect([...mine.shown.values()]).toEqual([entry(2, 2)]));
    expect(connected).toBe(1);
    expect(theirs.rings).toEqual([]);
    two.ring(board, at(9));
    await eventually(() => expect(mine.rings.at(-1)).toEqual(at(9)));
  });

  test('[SYNC-63] a road that only seems to stand is noticed and taken anew', async () => {
    under.silence();
    await eventually(() => expect(one.connected).toBe(false));
    let connected = 0;
    one.onConnected(() => (connected += 1));
    under.heal();
    await eventually(() => expect(connected).toBe(1));
  });

  test('[SYNC-64] what is no message is passed over', async () => {
    const ear = new Ear();
    two.follow(board, ear);
    await untilHeard(ear);
    const node = 'stranger';
    const junk = [
      '',
      'null',
      '[]',
      '{"is":"rung"}',
      JSON.stringify({ is: 'rung', node, at: { epoch: 1, seq: -1 } }),
      JSON.stringify({ is: 'rung', node, at: { epoch: 1, seq: 1.5 } }),
      JSON.stringify({ is: 'dance', node }),
      JSON.stringify({ is: 'presence', node, whole: false, entries: [{ clientId: 1 }] }),
      JSON.stringify({
        is: 'presence',
        node,
        whole: false,
        entries: [{ ...entry(1, 1), clientId: 2 ** 40 }],
      }),
      JSON.stringify({
        is: 'presence',
        node,
        whole: false,
        entries: [entry(1, 1, `"${'x'.repeat(20_000)}"`)],
      }),
    ];
    for (const text of junk) await under.inject(board, text);
    await under.inject(board, JSON.stringify({ is: 'rung', node, at: at(11), new: 'field' }));
    await eventually(() => expect(ear.rings).toEqual([at(11)]));
    expect(ear.presences).toEqual([]);
  });
}

import { z } from 'zod';
import { listOf } from '#board/api/problem.ts';
import { taskView } from '#board/api/tasks.ts';
import type { RestClient } from '#tests/support/rest-client.ts';
import { until } from '#tests/support/sync.ts';
import { BOARDS, PEOPLE, PROPOSALS } from './crowd.ts';
import type { Crowd } from './crowd.ts';
import type { Watcher } from './watcher.ts';

/** Milliseconds from sending one confirmation. */
export interface Sample {
  readonly answered: number;
  /** Until the board of another person showed it. */
  readonly onBoard: number;
  /** Until the list of a third one had it. */
  readonly inList: number;
}

export interface Confirming {
  /** From the first confirmation sent until all were answered and all were shown on their boards. */
  readonly seconds: number;
  readonly requests: number;
  /** The task that each action became. */
  readonly tasks: ReadonlyMap<string, string>;
  readonly samples: readonly Sample[];
  /** What should not have been. */
  readonly wrong: readonly string[];
}

// Who does what beside the person that confirms, counted from them or from the board; in no turn that
// is a sample are two of them one.
const WATCHES = PEOPLE / 2;
const CONFIRMS_TOO = 7;
const READS_LIST = 3;

/** Milliseconds between two looks at a list. */
const LOOK_MS = 20;
const PATIENCE_MS = 60_000;

export function watcherOf({ people }: Crowd, board: number): RestClient {
  return personAt(people, board + WATCHES);
}

/**
 * Everybody confirms one action on one board after the other, all at once: of every second action
 * another person confirms it too, at the same moment. Of ten requests two are sent again with their
 * Idempotency-Key once answered, and two are sent twice at once without one.
 *
 * @param every milliseconds from one confirmation of a person to their next; 0 for as fast as it goes
 */
export async function confirmAll(
  crowd: Crowd,
  actions: readonly (readonly string[])[],
  watchers: readonly Watcher[],
  every: number,
): Promise<Confirming> {
  const run = new Run(crowd, actions, watchers);
  const began = performance.now();
  await Promise.all(crowd.people.map((_, person) => run.takeTurns(person, every)));
  const allShown = (): boolean => watchers.every(({ seenAt }) => seenAt.size >= PROPOSALS);
  await until('all are shown', allShown, PATIENCE_MS);
  const seconds = (performance.now() - began) / 1000;
  return { ...run.seen, samples: await Promise.all(run.looking), seconds };
}

class Run {
  readonly seen = { requests: 0, tasks: new Map<string, string>(), wrong: [] as string[] };
  readonly looking: Promise<Sample>[] = [];

  constructor(
    private readonly crowd: Crowd,
    private readonly actions: readonly (readonly string[])[],
    private readonly watchers: readonly Watcher[],
  ) {}

  async takeTurns(person: number, every: number): Promise<void> {
    // Nobody begins in the same instant as all others.
    const began = performance.now() + (every * person) / PEOPLE;
    for (let turn = 0; turn < PROPOSALS; turn++) {
      await pause(began + turn * every - performance.now());
      await this.confirm(person, (person + turn) % BOARDS, turn);
    }
  }

  private async confirm(person: number, board: number, turn: number): Promise<void> {
    const { people, boards } = this.crowd;
    const actionId = this.actions[board]?.[turn] ?? '';
    const path = `/boards/${boards[board]}/actions/${actionId}/confirm`;
    const who = [personAt(people, person)];
    if (turn % 2 === 0) who.push(personAt(people, person + CONFIRMS_TOO));
    if (turn % 5 === 1) who.push(personAt(people, person));
    const key = turn % 5 === 0 ? crypto.randomUUID() : undefined;
    const sent = performance.now();
    const asked = who.map((one, at) => this.send(one, path, at === 0 ? key : undefined));
    const answered = asked[0]?.then(() => performance.now() - sent) ?? NaN;
    if (turn % 5 === 2) this.looking.push(this.look(person, board, actionId, sent, answered));
    const answers = await Promise.all(asked);
    this.judge(actionId, answers);
    if (key === undefined) return;
    const again = await this.send(personAt(people, person), path, key);
    if (again.status !== answers[0]?.status || again.taskId !== answers[0].taskId) {
      this.seen.wrong.push(`${actionId}: the same request got another answer`);
    }
  }

  private async send(
    who: RestClient,
    path: string,
    key: string | undefined,
  ): Promise<{ status: number; taskId: string | undefined }> {
    this.seen.requests += 1;
    const headers = key === undefined ? {} : { 'idempotency-key': key };
    const { status, body } = await who.call('POST', path, undefined, headers);
    return { status, taskId: z.object({ id: z.string() }).safeParse(body).data?.id };
  }

  /** One of those who confirmed made the task, the others were given the same one. */
  private judge(
    actionId: string,
    answers: readonly { status: number; taskId: string | undefined }[],
  ): void {
    const statuses = answers.map(({ status }) => status).sort();
    const [taskId, ...others] = new Set(answers.map((answer) => answer.taskId));
    const made = statuses.filter((status) => status === 201).length;
    const fine = made === 1 && statuses.every((status) => status === 200 || status === 201);
    if (!fine || taskId === undefined || others.length > 0) {
      this.seen.wrong.push(`${actionId}: answered ${statuses.join(', ')}`);
    } else this.seen.tasks.set(actionId, taskId);
  }

  private async look(
    person: number,
    board: number,
    actionId: string,
    sent: number,
    answered: number | Promise<number>,
  ): Promise<Sample> {
    const reader = personAt(this.crowd.people, person + READS_LIST);
    const inList = await this.untilListed(reader, board, actionId);
    const seenAt = this.watchers[board]?.seenAt;
    await until('it is on the board', () => seenAt?.has(actionId) ?? false, PATIENCE_MS);
    const onBoard = (seenAt?.get(actionId) ?? NaN) - sent;
    return { answered: await answered, onBoard, inList: inList - sent };
  }

  /** The moment at which an answer came that has it. */
  private async untilListed(reader: RestClient, board: number, actionId: string): Promise<number> {
    const path = `/tasks?board=${this.crowd.boards[board]}&limit=${PROPOSALS}`;
    for (;;) {
      const { items } = await reader.get(path, listOf(taskView));
      if (items.some((task) => task.actionId === actionId)) return performance.now();
      await pause(LOOK_MS);
    }
  }
}

function personAt(people: readonly RestClient[], at: number): RestClient {
  const person = people[at % people.length];
  if (!person) throw new Error('there is nobody');
  return person;
}

function pause(ms: number): Promise<void> {
  return ms <= 0 ? Promise.resolve() : new Promise((over) => setTimeout(over, ms));
}

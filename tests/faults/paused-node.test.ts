import { expect, it, onTestFinished } from 'vitest';
import type { AppProcess } from '../support/app-process.ts';
import { print } from '../support/print.ts';
import { until } from '../support/sync.ts';
import { mustBeUnhurt, mustHoldNotes, readStored, untilAlike } from './invariants.ts';
import { missingForNodes, startNodes } from './nodes.ts';
import { settle } from './people.ts';
import { size } from './size.ts';
import { tell } from './tell.ts';
import { untilAll, Writer } from './writer.ts';

const PAUSE_SECONDS = size('PAUSE_SECONDS', 3);
/** Milliseconds after the node goes on in which all are saved and alike. */
const RECOVERY_MS = 20_000;
const PACE_MS = 50;

const missing = await missingForNodes();
if (missing) print(`Left out, ${missing}: one of two nodes paused`);

it.skipIf(missing !== undefined)(
  `[SYNC-26] two nodes serve one board, one of them stopped for ${PAUSE_SECONDS} s`,
  async (context) => {
    const nodes = await startNodes(2);
    const [one, two] = nodes.apps as [AppProcess, AppProcess];
    const { boardId, people } = await settle(one, 4);
    const writers = people.map((person, at) => {
      const { url } = at % 2 === 0 ? one : two;
      return new Writer(url, boardId, person, 0, { between: PACE_MS, patience: 500 });
    });
    onTestFinished(() => writers.forEach((writer) => writer.leave()));
    const [here, there] = [writers.filter(isOn(0)), writers.filter(isOn(1))];
    await untilAll('all saved some', writers, ({ saved }) => saved.size > 2, RECOVERY_MS);
    await until('all see each other', () => allMeet(writers), RECOVERY_MS);

    process.kill(two.pid, 'SIGSTOP');
    let isPaused = true;
    const goOn = (): void => {
      if (isPaused) process.kill(two.pid, 'SIGCONT');
      isPaused = false;
    };
    onTestFinished(goOn);
    const before = here.map(({ saved }) => saved.size);
    await new Promise((over) => setTimeout(over, PAUSE_SECONDS * 1_000));
    const wentOn = here.every(({ saved }, at) => saved.size > (before[at] ?? 0));
    const called = there.flatMap((writer) => [...writer.saved]);
    goOn();
    const resumed = performance.now();
    for (const writer of writers) await writer.rest();
    await untilAll('all is saved', writers, (each) => each.settled, RECOVERY_MS);
    await untilAlike(
      writers.map(({ doc }) => doc),
      RECOVERY_MS,
    );
    const recovery = performance.now() - resumed;
    const codes = await Promise.all(nodes.apps.map((app) => app.stop()));

    const stored = await readStored({ databaseUrl: nodes.databaseUrl }, boardId);
    const written = writers.flatMap((writer) => [...writer.written]);
    tell(context, `one of two nodes stopped (SIGSTOP) for ${PAUSE_SECONDS} s, two people on each`, [
      `the other node went on: ${wentOn ? 'yes' : 'no'}`,
      `${called.length} notes of the stopped node's people called saved by then`,
      `all ${written.length} notes saved and alike ${Math.round(recovery)} ms after it went on`,
      `${stored.rows} rows, ${stored.doubled} doubled`,
    ]);
    expect(wentOn).toBe(true);
    mustHoldNotes(stored, written);
    expect(stored.doubled).toBe(0);
    await untilAlike([...writers.map(({ doc }) => doc), stored.doc]);
    expect(codes).toEqual([0, 0]);
    mustBeUnhurt(nodes.output());
  },
  180_000 + 2_000 * PAUSE_SECONDS,
);

function isOn(node: number): (writer: Writer, at: number) => boolean {
  return (_writer, at) => at % 2 === node;
}

/** Everybody sees something of everybody else. */
function allMeet(writers: readonly Writer[]): boolean {
  return writers.every((each) =>
    writers.every((other) => [...other.written].some((id) => each.client.board.records.has(id))),
  );
}

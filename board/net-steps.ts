import * as z from 'zod/mini';
import { day } from './calendar.ts';
import { effectOutcomes, taskStates } from './facts.ts';
import type { Minutes } from './minutes.ts';

const fromTo = z.object({ from: z.string(), to: z.string() });
const number = z.catch(z.nullable(z.number()), null);
const words = z.catch(z.nullable(z.string()), null);

/** What an event of a task says, as far as minutes tell it; what does not fit is left out. */
const said = z.object({
  state: z.catch(
    z.optional(z.object({ from: z.enum(taskStates), to: z.enum(taskStates) })),
    undefined,
  ),
  due: z.catch(z.optional(z.object({ from: day, to: day })), undefined),
  ownerId: z.catch(z.optional(fromTo), undefined),
  reason: words,
  outcome: z.catch(z.optional(z.enum(effectOutcomes)), undefined),
  learned: words,
  tell: words,
  reading: number,
  observation: words,
  expected: number,
  expectedWords: words,
  held: z.catch(z.optional(z.boolean()), undefined),
  after: z.catch(z.optional(z.int()), undefined),
  note: words,
});
type Said = z.infer<typeof said>;

/** The task as it stands when the minutes are made. */
export interface MinutedTask {
  readonly id: string;
  readonly title: string;
  readonly owner: string;
  readonly due: string;
  readonly measure: string | null;
  readonly unit: string | null;
  readonly expected: number | null;
  readonly observation: string | null;
  readonly checkOn: string;
}

/** One event of a task, with the names of the people it speaks of. */
export interface StepTaken {
  readonly task: MinutedTask;
  readonly kind: string;
  readonly data: unknown;
  readonly nameOf: (userId: string) => string;
}

export interface NetSteps extends Pick<
  Minutes,
  'agreed' | 'steps' | 'dues' | 'handedOver' | 'effects' | 'holding'
> {
  readonly droppedPromises: Minutes['dropped'];
}

/** What came of all the steps on each promise: what went to and fro in one meeting is no news. [MEET-8] */
export function netSteps(steps: readonly StepTaken[]): NetSteps {
  const each = byTask(steps);
  return {
    agreed: each.flatMap((one) => agreed(one)),
    steps: each.flatMap((one) => moved(one).filter(({ to }) => to !== 'dropped')),
    dues: each.flatMap((one) => anotherDay(one)),
    handedOver: each.flatMap((one) => handedOver(one)),
    effects: each.flatMap((one) => effects(one)),
    holding: each.flatMap((one) => holding(one)),
    droppedPromises: each.flatMap((one) => dropped(one)),
  };
}

interface Told extends StepTaken {
  readonly said: Said;
}
type OfOne = readonly [Told, ...Told[]];

function byTask(steps: readonly StepTaken[]): OfOne[] {
  const tasks = new Map<string, [Told, ...Told[]]>();
  for (const step of steps) {
    const told = { ...step, said: said.parse(step.data) };
    const before = tasks.get(step.task.id);
    if (before) before.push(told);
    else tasks.set(step.task.id, [told]);
  }
  return [...tasks.values()];
}

const head = ([{ task }]: OfOne) => ({ title: task.title, owner: task.owner });

function agreed(steps: OfOne): Minutes['agreed'] {
  if (!steps.some(({ kind }) => kind === 'confirmed')) return [];
  const { due, measure, unit, expected, observation, checkOn } = steps[0].task;
  return [{ ...head(steps), due, measure, unit, expected, observation, checkOn }];
}

/** From where it stood to where it stands, by hand or by a relapse. */
function moved(steps: OfOne): Minutes['steps'] {
  const net = netOf(steps.map(({ said: { state } }) => state));
  return net ? [{ ...head(steps), ...net }] : [];
}

function dropped(steps: OfOne): Minutes['dropped'] {
  const [net] = moved(steps);
  if (net?.to !== 'dropped') return [];
  const last = steps.findLast(({ said: { state } }) => state?.to === 'dropped');
  return [{ title: net.title, promised: true, reason: last?.said.reason ?? null }];
}

function anotherDay(steps: OfOne): Minutes['dues'] {
  const net = netOf(steps.map(({ said: { due } }) => due));
  const last = steps.findLast(({ said: { due } }) => due !== undefined);
  return net ? [{ ...head(steps), ...net, reason: last?.said.reason ?? null }] : [];
}

function handedOver(steps: OfOne): Minutes['handedOver'] {
  const net = netOf(steps.map(({ said: { ownerId } }) => ownerId));
  const [{ task, nameOf }] = steps;
  return net ? [{ title: task.title, from: nameOf(net.from), to: nameOf(net.to) }] : [];
}

function effects(steps: OfOne): Minutes['effects'] {
  const { measure, unit } = steps[0].task;
  return steps.flatMap(({ said: one }) => {
    if (one.outcome === undefined) return [];
    const { outcome, expected, expectedWords, reading, observation, learned, tell } = one;
    const seen = { measure, unit, expected, observation: expectedWords };
    const found = { reading, found: observation, learned: learned ?? '', tell };
    return [{ ...head(steps), outcome, ...seen, ...found }];
  });
}

function holding(steps: OfOne): Minutes['holding'] {
  const { unit } = steps[0].task;
  return steps.flatMap(({ said: { held, after, reading, observation, note } }) => {
    if (held === undefined || after === undefined) return [];
    return [{ ...head(steps), held, after, reading, unit, note: note ?? observation }];
  });
}

function netOf<T extends string>(
  changes: readonly ({ readonly from: T; readonly to: T } | undefined)[],
): { from: T; to: T } | undefined {
  const made = changes.filter((change) => change !== undefined);
  const [first] = made;
  const last = made.at(-1);
  if (!first || !last || first.from === last.to) return undefined;
  return { from: first.from, to: last.to };
}

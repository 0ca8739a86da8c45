import { z } from 'zod';
import type { Locale } from '#board/api/people.ts';
import { canvases } from '#board/canvases.ts';
import { noteColors, zoneKinds } from '#board/cards.ts';
import { knowledgeLevels } from '#board/knowledge.ts';
import type { ExampleCase } from '#board/templates/example.ts';
import type { Tx } from '../house.ts';
import { firstTarget } from '../measures/first-target.ts';
import { newId } from '../new-id.ts';
import { wordsUnder } from '../words.ts';

/** Messages have no lists: what stands in one has numbers for names. */
const numbered = <T extends z.ZodType>(part: T) =>
  z.record(z.string(), part).transform((parts): z.output<T>[] => Object.values(parts));

const shape = z.object({
  measure: z.object({ name: z.string(), unit: z.string() }),
  notes: numbered(
    z.object({
      canvas: z.enum(canvases),
      zone: z.enum(zoneKinds),
      color: z.enum(noteColors),
      text: z.string(),
      byName: z.string(),
    }),
  ),
  topics: numbered(
    z.object({
      topic: z.string(),
      evidence: z.string(),
      holders: numbered(z.object({ name: z.string(), level: z.enum(knowledgeLevels) })),
    }),
  ),
  actions: numbered(z.object({ title: z.string(), observation: z.string() })),
  cycle: z.object({ expected: z.string(), happened: z.string(), learned: z.string() }),
});

// Minutes of waiting, a week apart, the newest last: a first improvement and a relapse.
const READINGS = [21, 23, 22, 24, 22, 19, 17, 16, 18, 15, 14, 14];
const BASELINE = 22;
const TARGET = 10;
/** Days from today until each action is due, and until its effect is looked at. */
const ACTION_DAYS = [
  { due: 7, check: 21 },
  { due: 14, check: 35 },
];
const DAY_MS = 24 * 3600_000;

/** The filled-in example in that language, with days counted from today. */
export function exampleCase(locale: Locale, now: Date): ExampleCase {
  const { notes, topics, actions, cycle } = shape.parse(wordsUnder(locale, 'example'));
  return {
    notes,
    topics,
    cycle,
    actions: ACTION_DAYS.flatMap(({ due, check }, at) => {
      const said = actions[at];
      return said ? [{ ...said, due: dayAfter(now, due), checkOn: dayAfter(now, check) }] : [];
    }),
  };
}

/** The measure that the example's target strip shows, with twelve weekly readings; returns its id. */
export async function addExampleMeasure(
  tx: Tx,
  now: Date,
  { teamId, userId, locale }: { teamId: string; userId: string; locale: Locale },
): Promise<string> {
  const { name, unit } = shape.parse(wordsUnder(locale, 'example')).measure;
  const readings = READINGS.map((value, at) => ({
    id: newId(),
    value,
    at: dayAfter(now, (at + 1 - READINGS.length) * 7),
    byId: userId,
  }));
  const targetBy = dayAfter(now, 60);
  const measure = await tx.measure.create({
    data: {
      id: newId(),
      teamId,
      name,
      unit,
      direction: 'down',
      baseline: BASELINE,
      target: TARGET,
      targetBy,
      readings: { create: readings },
      targets: { create: firstTarget(now, { target: TARGET, targetBy, byId: userId }) },
    },
  });
  return measure.id;
}

function dayAfter(now: Date, days: number): string {
  return new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10);
}

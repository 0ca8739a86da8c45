import * as z from 'zod/mini';
import { MAX_IMPORT_RECORDS } from '../api/imports.ts';
import type { Action } from '../actions.ts';
import { day } from '../calendar.ts';
import { MAX_TEXT } from '../cards.ts';
import { MAX_CYCLE_TEXT } from '../cycles.ts';
import type { Cycle } from '../cycles.ts';
import { FORMAT } from '../document.ts';
import { effect } from '../facts.ts';
import type { PlainRecord } from '../flat-record.ts';
import { knowledgeLevels, MAX_TOPIC } from '../knowledge.ts';
import type { KnowledgeItem } from '../knowledge.ts';
import { UnreadableFile } from './imported.ts';
import type { Imported, LeftOut } from './imported.ts';
import { leftOut, soundRecords } from './sound-records.ts';

const shortId = z.string().check(z.regex(/^[\w-]{1,64}$/u));
const holderId = z.string().check(z.minLength(1), z.maxLength(200));
const personName = z.string().check(z.maxLength(200));

const file = z.object({
  format: z.literal(FORMAT),
  records: z.array(z.unknown()),
  actions: z.array(z.unknown()),
  knowledge: z.array(z.unknown()),
  cycles: z.array(z.unknown()),
});

const action = z.object({
  id: shortId,
  title: z.string().check(z.maxLength(MAX_TEXT)),
  owner: z.nullable(z.object({ id: shortId, name: personName })),
  due: z.nullable(day),
  effect,
  rung: z.string(),
  parked: z._default(z.nullable(day), null),
});

const topic = z.object({
  id: shortId,
  topic: z.string().check(z.maxLength(MAX_TOPIC)),
  evidence: z.string().check(z.maxLength(MAX_TEXT)),
  holders: z.array(z.object({ id: holderId, name: personName, level: z.enum(knowledgeLevels) })),
});

const cycleText = z.string().check(z.maxLength(MAX_CYCLE_TEXT));
const cycle = z.object({
  id: shortId,
  number: z.int().check(z.minimum(1), z.maximum(9_999)),
  expected: cycleText,
  happened: cycleText,
  learned: cycleText,
  startedAt: z.string().check(z.maxLength(40)),
});

/**
 * A board that was saved as JSON. A promise is none in a file: what was one is a proposal again, as
 * it was agreed and without its day. [PORT-11]
 * @throws UnreadableFile for other JSON, or one of another version
 */
export function importJson(value: unknown): Imported {
  const parsed = file.safeParse(value);
  if (!parsed.success) throw notOurs(value);
  const { records, ...lists } = parsed.data;
  const left: LeftOut[] = [];
  const actions = fitting(lists.actions, action, { kind: 'action', left }).map(actionOf);
  const knowledge: KnowledgeItem[] = fitting(lists.knowledge, topic, { kind: 'topic', left });
  const cycles: Cycle[] = fitting(lists.cycles, cycle, { kind: 'cycle', left });
  const sound = soundRecords(records);
  const shown = new Set([...actions, ...knowledge, ...cycles].map(({ id }) => id));
  const showing = sound.records.filter((record) => {
    if (showsSomething(record, shown)) return true;
    left.push(leftOut(record, 'empty'));
    return false;
  });
  return {
    ...{ form: 'json', actions, knowledge, cycles, pictures: sound.pictures },
    ...{ records: showing, left: [...left, ...sound.left] },
  };
}

function notOurs(value: unknown): UnreadableFile {
  const { format } = Object(value) as { format?: unknown };
  return format === undefined || format === FORMAT
    ? new UnreadableFile('no-file-of-ours', 'This JSON is no board that was saved here.')
    : new UnreadableFile('foreign-version', 'This board was saved by another version.');
}

function fitting<T extends z.ZodMiniType>(
  values: readonly unknown[],
  schema: T,
  { kind, left }: { kind: string; left: LeftOut[] },
): z.output<T>[] {
  if (values.length > MAX_IMPORT_RECORDS)
    throw new UnreadableFile(
      'too-many-records',
      `The file holds more than ${MAX_IMPORT_RECORDS} things.`,
    );
  return values.flatMap((value) => {
    const parsed = schema.safeParse(value);
    if (parsed.success) return [parsed.data];
    const { title, topic: words } = Object(value) as Record<string, unknown>;
    const name = [title, words].find((word) => typeof word === 'string');
    left.push({ kind, name: String(name ?? '').slice(0, 80), why: 'unfit' });
    return [];
  });
}

function actionOf({ rung, due, effect: seen, ...given }: z.infer<typeof action>): Action {
  const nobody = { by: '', at: '' };
  if (rung === 'intention' || rung === 'proposal' || rung === 'dropped')
    return { ...given, rung, due, effect: seen, ...nobody };
  const { checkOn: _, ...rest } = seen;
  return { ...given, rung: 'proposal', due: null, effect: rest, ...nobody };
}

function showsSomething({ type, props }: PlainRecord, shown: ReadonlySet<string>): boolean {
  const { actionId, itemId, cycleId } = Object(props) as Record<string, unknown>;
  if (type === 'action-card') return shown.has(String(actionId));
  if (type === 'knowledge-card') return shown.has(String(itemId));
  return type !== 'cycle-card' || shown.has(String(cycleId));
}

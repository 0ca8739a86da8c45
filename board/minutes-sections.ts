import type { Day } from './calendar.ts';
import type { Minutes } from './minutes.ts';

/** How minutes are put into words: a language's texts, days and numbers. */
export interface MinutesWords {
  /** A text under `minutes` of the messages. */
  readonly say: (key: string, values?: Record<string, string | number>) => string;
  /** Words of a state or an outcome. */
  readonly word: (kind: 'state' | 'outcome', name: string) => string;
  readonly day: (day: Day) => string;
  readonly number: (value: number) => string;
  /** The time of a moment, where the reader is. */
  readonly time: (moment: string) => string;
}

export interface Labelled {
  readonly label: string;
  readonly text: string;
}

/** When it was, who led it, and who was there. */
export function minutesHead(minutes: Minutes, { say, day, time }: MinutesWords): Labelled[] {
  const { heldOn, openedAt, closedAt, present } = minutes;
  const from = { day: day(heldOn), from: time(openedAt) };
  const names = present.map(({ name, guest }) => (guest ? say('guest', { name }) : name));
  return [
    { label: say('team'), text: minutes.team },
    {
      label: say('when'),
      text: closedAt ? say('fromUntil', { ...from, until: time(closedAt) }) : say('soFar', from),
    },
    { label: say('facilitator'), text: minutes.facilitator },
    { label: say('present'), text: names.join(', ') },
  ];
}

/** Why it closed with something undecided, if it did, and when the team meets again. */
export function minutesFoot({ override, next }: Minutes, { say, day }: MinutesWords): Labelled[] {
  const on = next && day(next.on);
  const planned = next?.at ? say('nextAt', { day: on ?? '', time: next.at }) : on;
  return [
    ...(override ? [{ label: say('override'), text: say('overrideBy', override) }] : []),
    { label: say('next'), text: planned ?? say('noNext') },
  ];
}

export const sectionNames = [
  ...(['agreed', 'consent', 'effects', 'holding', 'steps', 'dues', 'handedOver'] as const),
  ...(['readings', 'targets', 'parked', 'dropped', 'undecided'] as const),
] as const;
export type SectionName = (typeof sectionNames)[number];

export interface MinutesItem {
  /** What it is about, as people wrote it. */
  readonly text: string;
  /** Whoever took it on, where somebody did. */
  readonly who: string;
  /** What is said of it, line by line. */
  readonly details: readonly string[];
}

export interface MinutesSection {
  readonly name: SectionName;
  readonly heading: string;
  readonly items: readonly MinutesItem[];
}

/** The minutes as headings and lists, for every form in which they are written; what is empty is left out. [MEET-8] */
export function minutesSections(minutes: Minutes, words: MinutesWords): MinutesSection[] {
  const { say } = words;
  const lists: Record<SectionName, MinutesItem[]> = {
    agreed: minutes.agreed.map((one) =>
      item(one.title, one.owner, [
        say('by', { owner: one.owner, day: words.day(one.due) }),
        say('seenBy', { seen: seenBy(one, words), day: words.day(one.checkOn) }),
      ]),
    ),
    consent: minutes.consent.map(({ title, outcome, by, objections }) =>
      item(title, '', [
        say(`consent.${outcome}`, { by }),
        ...objections.map((one) => say('consent.objection', { by: one.by, text: one.text })),
        ...objections.flatMap(({ met }) =>
          met === null ? [] : [met === '' ? say('consent.takenBack') : say('consent.met', { met })],
        ),
      ]),
    ),
    effects: minutes.effects.map((one) => item(one.title, one.owner, effectLines(one, words))),
    holding: minutes.holding.map((one) =>
      item(one.title, one.owner, [
        say(one.held ? 'held' : 'relapsed', { days: one.after }),
        ...(one.reading === null
          ? []
          : [say('read', { value: value(one.reading, one.unit, words) })]),
        ...(one.note === null ? [] : [one.note]),
      ]),
    ),
    steps: minutes.steps.map(({ title, owner, from, to }) =>
      item(title, owner, [
        say('fromTo', { from: words.word('state', from), to: words.word('state', to) }),
      ]),
    ),
    dues: minutes.dues.map(({ title, owner, from, to, reason }) =>
      item(title, owner, [
        say('fromTo', { from: words.day(from), to: words.day(to) }),
        ...(reason === null ? [] : [say('because', { reason })]),
      ]),
    ),
    handedOver: minutes.handedOver.map(({ title, from, to }) =>
      item(title, to, [say('fromTo', { from, to })]),
    ),
    readings: minutes.readings.map(({ measure, unit, at, value: read }) =>
      item(measure, '', [say('readOn', { value: value(read, unit, words), day: words.day(at) })]),
    ),
    targets: minutes.targets.map(({ measure, unit, from, to }) =>
      item(measure, '', [
        say('fromTo', {
          from: from === null ? say('noTarget') : value(from, unit, words),
          to: to === null ? say('noTarget') : value(to, unit, words),
        }),
      ]),
    ),
    parked: minutes.parked.map(({ title, until }) =>
      item(title, '', [say('until', { day: words.day(until) })]),
    ),
    dropped: minutes.dropped.map(({ title, promised, reason }) =>
      item(title, '', [
        say(promised ? 'droppedPromise' : 'droppedProposal'),
        ...(reason === null ? [] : [say('because', { reason })]),
      ]),
    ),
    undecided: minutes.undecided.map(({ title }) => item(title, '', [])),
  };
  return sectionNames
    .filter((name) => lists[name].length > 0)
    .map((name) => ({ name, heading: say(`sections.${name}`), items: lists[name] }));
}

function item(text: string, who: string, details: readonly string[]): MinutesItem {
  return { text: text.trim(), who, details };
}

function effectLines(
  { outcome, reading, found, learned, tell, ...expected }: Minutes['effects'][number],
  words: MinutesWords,
): string[] {
  const { say } = words;
  return [
    words.word('outcome', outcome),
    say('expected', { seen: seenBy(expected, words) }),
    ...(reading === null ? [] : [say('read', { value: value(reading, expected.unit, words) })]),
    ...(found === null ? [] : [say('found', { found })]),
    say('learned', { learned }),
    ...(tell === null ? [] : [say('tell', { tell })]),
  ];
}

interface Seen {
  readonly measure: string | null;
  readonly unit: string | null;
  readonly expected: number | null;
  readonly observation: string | null;
}

function seenBy({ measure, unit, expected, observation }: Seen, words: MinutesWords): string {
  if (observation !== null) return observation;
  const target = expected === null ? '' : value(expected, unit, words);
  return [measure, target].filter(Boolean).join(' ');
}

function value(amount: number, unit: string | null, { number }: MinutesWords): string {
  return unit ? `${number(amount)} ${unit}` : number(amount);
}

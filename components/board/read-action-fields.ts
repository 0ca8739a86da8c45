import type { Action, ActionFields } from '#board/actions.ts';
import { day } from '#board/calendar.ts';
import type { Effect } from '#board/facts.ts';
import { readNumber } from './read-number.ts';

type People = readonly { readonly id: string; readonly name: string }[];

/** What was filled in, as changes to the action; fields that were not asked stay as they are. */
export function readActionFields(form: FormData, action: Action, people: People): ActionFields {
  const typed = (name: string): string | undefined => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : undefined;
  };
  const fields: ActionFields = {};
  const [title, ownerId, due] = [typed('title'), typed('owner'), typed('due')];
  if (title !== undefined) fields.title = title;
  if (ownerId !== undefined) fields.owner = findPerson(people, ownerId);
  const buddyId = typed('buddy');
  if (buddyId !== undefined) fields.buddy = findPerson(people, buddyId);
  if (due !== undefined) fields.due = dayOf(due) ?? null;
  const effect = readEffect(typed, action.effect);
  if (effect) fields.effect = effect;
  return fields;
}

/** Days that were filled in and are none that can be kept: not understood, or passed. */
export function unreadDays(form: FormData): string[] {
  return ['due', 'effect.checkOn'].filter((name) => {
    const value = form.get(name);
    return typeof value === 'string' && value !== '' && dayOf(value) === undefined;
  });
}

function findPerson(people: People, id: string): Action['owner'] {
  const found = people.find((person) => person.id === id);
  return found ? { id: found.id, name: found.name } : null;
}

/** The effect with what was typed in it; undefined when nothing about it was asked. */
function readEffect(typed: (name: string) => string | undefined, now: Effect): Effect | undefined {
  const [way, seen] = [typed('way'), typed('effect')];
  const [expected, checkOn] = [typed('effect.expected'), typed('effect.checkOn')];
  if ([way, seen, expected, checkOn].every((value) => value === undefined)) return undefined;
  const next: Effect = { ...now };
  if (way !== undefined) {
    delete next.measure;
    delete next.observation;
    if (way === 'observation') delete next.expected;
    if (seen) next[way === 'measure' ? 'measure' : 'observation'] = seen;
  }
  if (expected !== undefined) {
    const value = readNumber(expected);
    if (typeof value === 'number') next.expected = value;
    else delete next.expected;
  }
  if (checkOn !== undefined) {
    const date = dayOf(checkOn);
    if (date === undefined) delete next.checkOn;
    else next.checkOn = date;
  }
  return next;
}

function dayOf(text: string): string | undefined {
  return day.safeParse(text).data;
}

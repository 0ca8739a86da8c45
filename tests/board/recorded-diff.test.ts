import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { diffBoards, emptyLike, isEmptyDiff, meaningDiff } from '#board/diff.ts';
import type { MeaningDiff } from '#board/diff.ts';
import { projection } from '#board/projection.ts';
import type { Projection } from '#board/projection.ts';

function recorded(name: string): Projection {
  const text = readFileSync(new URL(`recorded/${name}.json`, import.meta.url), 'utf8');
  return projection.parse(JSON.parse(text));
}

const before = recorded('start-of-november');
const after = recorded('end-of-november');
const days = { from: '2026-11-09', to: '2026-11-23' };

const joost = (id: string, text: string, due: string) => ({ id, text, owner: 'Joost', due });

const expected: MeaningDiff = {
  notesAdded: [
    { id: 'shape:new', text: 'Tolk is niet op tijd', canvas: 'knowledge', zone: 'problems' },
  ],
  notesRemoved: [{ id: 'shape:gone', text: 'Printer kapot' }],
  notesChanged: [
    {
      id: 'shape:words',
      text: 'Verwijsbrief ontbreekt bij één op drie',
      before: 'Verwijsbrief ontbreekt',
    },
  ],
  notesMoved: [
    { id: 'shape:over', text: 'Wie kent het rooster?', from: 'plan', to: 'problems' },
    { id: 'shape:went', text: 'Bellen vóór de afspraak', from: 'plan', to: 'do' },
  ],
  actionsProposed: [
    { id: 'idea', text: 'Tolk een dag eerder bellen' },
    { id: 'made', text: 'Parkeerkaart meesturen' },
  ],
  actionsRemoved: [],
  actionsMoved: [
    { id: 'made', text: 'Parkeerkaart meesturen', from: 'proposal', to: 'agreed' },
    { id: 'checked', text: 'Dubbele afspraken weghalen', from: 'done', to: 'effect_checked' },
    { id: 'dropped', text: 'Extra balie openen', from: 'agreed', to: 'dropped' },
    { id: 'kept', text: 'Brieven een dag eerder nakijken', from: 'doing', to: 'done' },
    { id: 'reopened', text: 'Sms-herinnering sturen', from: 'done', to: 'doing' },
  ],
  duesMoved: [{ id: 'moved', text: 'Folder herschrijven', from: '2026-11-27', to: '2026-12-11' }],
  ownersMoved: [{ id: 'moved', text: 'Folder herschrijven', from: 'Joost', to: 'Ahmed' }],
  promisesMade: [joost('made', 'Parkeerkaart meesturen', '2026-12-04')],
  promisesKept: [joost('kept', 'Brieven een dag eerder nakijken', '2026-11-20')],
  promisesLate: [joost('late', 'Intake op maandag verdubbelen', '2026-11-18')],
  actionsDropped: [{ id: 'dropped', text: 'Extra balie openen' }],
  actionsReopened: [{ id: 'reopened', text: 'Sms-herinnering sturen', from: 'done', to: 'doing' }],
  outcomes: [{ id: 'checked', text: 'Dubbele afspraken weghalen', outcome: 'partly' }],
  silent: [
    { ...joost('silent-late', 'Telefoonrooster maken', '2026-11-06'), waits: 'late' },
    { ...joost('to-check', 'Formulier inkorten', '2026-10-20'), waits: 'to-be-checked' },
    {
      ...joost('undecided', 'Wachtkamer anders indelen', '2026-11-20'),
      waits: 'to-be-decided',
    },
  ],
  readings: [{ id: 'm1', measure: 'Wachttijd', unit: 'min', at: '2026-11-13', value: 11 }],
  readingsCorrected: [
    { id: 'm1', measure: 'Wachttijd', unit: 'min', at: '2026-10-30', from: 14, to: 15 },
  ],
  targetsMoved: [{ id: 'm1', measure: 'Wachttijd', from: 10, to: 8 }],
  targetsProposed: [{ id: 'm1', measure: 'Wachttijd' }],
  knowledgeAdded: [{ id: 'k3', text: 'Tolken regelen' }],
  knowledgeRemoved: [{ id: 'k2', text: 'De oude telefooncentrale' }],
  knowledgeChanged: [
    {
      id: 'k1',
      text: 'Verwijsbrieven lezen',
      before: 'Verwijsbrieven',
      evidence: false,
      holders: [
        { name: 'Joost', from: null, to: 'wants-to-learn' },
        { name: 'Ahmed', from: 'can-teach', to: 'knows' },
      ],
    },
  ],
  cyclesStarted: [{ id: 'cy2', number: 2 }],
  cyclesChanged: [
    { id: 'cy1', number: 1, name: 'happened', from: '', to: 'Twaalf minuten' },
    {
      id: 'cy1',
      number: 1,
      name: 'learned',
      from: '',
      to: 'Eerder nakijken helpt, bellen nog meer',
    },
  ],
  votesChanged: [
    { id: 'shape:words', text: 'Verwijsbrief ontbreekt bij één op drie', from: 1, to: 4 },
  ],
};

describe('[DIFF-1] [DIFF-2] [DIFF-3] a month between two recorded boards', () => {
  test('is exactly this', () => {
    const diff = diffBoards(before, after, days);
    expect(diff).toEqual(expected);
    expect(meaningDiff.parse(diff)).toEqual(diff);
  });

  test('without the days nothing is late, and nothing silent', () => {
    expect(diffBoards(before, after)).toEqual({ ...expected, promisesLate: [], silent: [] });
  });

  test('is everything, where there was nothing before', () => {
    const first = diffBoards(emptyLike(after), after);
    expect(first.notesAdded).toHaveLength(after.notes.length);
    expect(first.actionsProposed).toHaveLength(after.actions.length);
    expect(first.silent).toEqual([]);
  });
});

const some = <T>(list: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...list]);

/** Boards with any part of what was recorded on them. */
const anyBoard = fc
  .tuple(
    some([...before.notes]),
    some(after.actions),
    some(after.knowledge),
    some(after.measures),
    some(after.cycles),
    some(after.votes),
    fc.boolean(),
  )
  .map(([notes, actions, knowledge, measures, cycles, votes, early]): Projection => {
    const rest = { notes, actions, knowledge, measures, cycles, votes };
    return { ...(early ? before : after), ...rest };
  });

describe('the difference of a board', () => {
  test('[DIFF-1] with itself is empty, on one day', () => {
    fc.assert(
      fc.property(anyBoard, fc.constantFrom('2026-11-01', '2026-12-31'), (board, day) => {
        expect(isEmptyDiff(diffBoards(board, board, { from: day, to: day }))).toBe(true);
      }),
    );
  });

  test('[DIFF-2] [DIFF-3] with itself, days later, is what became late and what was silent', () => {
    fc.assert(
      fc.property(anyBoard, (board) => {
        const { promisesLate, silent, ...rest } = diffBoards(board, board, days);
        expect(Object.values(rest).flat()).toEqual([]);
        // What had its day in between was not yet waiting.
        const late = new Set(promisesLate.map(({ id }) => id));
        expect(silent.filter(({ id }) => late.has(id))).toEqual([]);
      }),
    );
  });
});

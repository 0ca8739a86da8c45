import { describe, expect, test } from 'vitest';
import {
  consentedOutcome,
  standingAnswers,
  unmetObjections,
  whyNoConsent,
} from '#board/consent.ts';
import type { ConsentAnswer, ConsentKind } from '#board/consent.ts';

const answer = (
  id: string,
  kind: ConsentKind,
  more: Partial<ConsentAnswer> = {},
): ConsentAnswer => ({
  by: { id, name: id },
  ...{ version: 1, kind, text: kind === 'none' ? null : 'Waarom', met: null },
  at: '2026-11-27T10:00:00.000Z',
  ...more,
});
const round = (answers: ConsentAnswer[], version = 1) => ({ answers, version, words: 'Bellen' });

describe('a round of consent', () => {
  test('counts the newest answer of each person to these words; a question is none [CONS-2]', () => {
    const answers = [
      answer('sanne', 'objection', { met: '' }),
      answer('joris', 'none'),
      answer('sanne', 'none'),
      answer('sanne', 'question'),
    ];
    expect(standingAnswers(round(answers)).map(({ by, kind }) => [by.id, kind])).toEqual([
      ['sanne', 'none'],
      ['joris', 'none'],
    ]);
    expect(standingAnswers(round(answers, 2))).toEqual([]);
  });

  test('a question after an objection leaves it standing [CONS-2]', () => {
    const answers = [answer('sanne', 'objection'), answer('sanne', 'question')];
    expect(unmetObjections(round(answers)).map(({ by }) => by.id)).toEqual(['sanne']);
  });

  test('comes to consent where somebody gave it and nothing stands against it [CONS-4]', () => {
    expect(whyNoConsent(round([]), 'Bellen')).toBe('nobody');
    expect(whyNoConsent(round([answer('sanne', 'question')]), 'Bellen')).toBe('nobody');
    const objected = [answer('joris', 'none'), answer('sanne', 'objection')];
    expect(whyNoConsent(round(objected), 'Bellen')).toBe('objection');
    expect(whyNoConsent(round([answer('joris', 'none')]), 'Mailen')).toBe('words');
    expect(whyNoConsent(round([answer('joris', 'none')]), ' Bellen ')).toBeUndefined();
    // What was said of earlier words counts no more.
    expect(whyNoConsent(round([answer('joris', 'none')], 2), 'Bellen')).toBe('nobody');
  });

  test('says whether the words were amended [CONS-4]', () => {
    expect(consentedOutcome({ version: 1 })).toBe('consented');
    expect(consentedOutcome({ version: 2 })).toBe('amended');
  });
});

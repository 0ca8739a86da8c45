import * as z from 'zod/mini';

/** The steps of a round: understanding the words, objecting to them, amending them. [CONS-1] */
export const consentSteps = ['clarify', 'object', 'amend'] as const;
export type ConsentStep = (typeof consentSteps)[number];

export const consentKinds = ['none', 'objection', 'question'] as const;
export type ConsentKind = (typeof consentKinds)[number];

export const consentOutcomes = ['consented', 'amended', 'withdrawn'] as const;
export type ConsentOutcome = (typeof consentOutcomes)[number];

const person = z.object({ id: z.string(), name: z.string() });

/** What somebody answered to one version of the words. */
export const consentAnswer = z.object({
  by: person,
  version: z.int(),
  kind: z.enum(consentKinds),
  /** The reason of an objection, or the question. */
  text: z.nullable(z.string()),
  at: z.iso.datetime(),
  /** How an objection was met, once it was; empty where it was taken back. */
  met: z.nullable(z.string()),
});
export type ConsentAnswer = z.infer<typeof consentAnswer>;

/** A round of consent on the words of a proposal, as the database has it and the board shows it. */
export const consentRound = z.object({
  id: z.string(),
  actionId: z.string(),
  step: z.enum(consentSteps),
  words: z.string(),
  /** Of the words, from 1. */
  version: z.int(),
  /** Rises with every change; send it back with the next one. */
  revision: z.int(),
  openedBy: person,
  openedAt: z.iso.datetime(),
  /** To all versions, oldest first. */
  answers: z.array(consentAnswer),
  /** Null while it is open. */
  outcome: z.nullable(z.enum(consentOutcomes)),
  closedBy: z.nullable(person),
  closedAt: z.nullable(z.iso.datetime()),
});
export type ConsentRound = z.infer<typeof consentRound>;

/** Answers that count: the newest of each person to the words as they are; a question is none. [CONS-2] */
export function standingAnswers({
  answers,
  version,
}: Pick<ConsentRound, 'answers' | 'version'>): ConsentAnswer[] {
  const newest = new Map<string, ConsentAnswer>();
  for (const answer of answers) {
    const counts = answer.version === version && answer.kind !== 'question';
    if (counts) newest.set(answer.by.id, answer);
  }
  return [...newest.values()];
}

/** Objections to the words as they are that nobody has met. [CONS-2] */
export function unmetObjections(round: Pick<ConsentRound, 'answers' | 'version'>): ConsentAnswer[] {
  return standingAnswers(round).filter(({ kind, met }) => kind === 'objection' && met === null);
}

/** What consent comes to: as proposed, or with amendments. [CONS-4] */
export function consentedOutcome({ version }: Pick<ConsentRound, 'version'>): ConsentOutcome {
  return version > 1 ? 'amended' : 'consented';
}

/** What keeps a round from ending in consent. */
export type NoConsent = 'objection' | 'nobody' | 'words';

/** Undefined where there is consent to these words: somebody gave it, and no objection stands. [CONS-4] */
export function whyNoConsent(
  round: Pick<ConsentRound, 'answers' | 'version' | 'words'>,
  words: string,
): NoConsent | undefined {
  if (unmetObjections(round).length > 0) return 'objection';
  if (words.trim() !== round.words) return 'words';
  return standingAnswers(round).some(({ kind }) => kind === 'none') ? undefined : 'nobody';
}

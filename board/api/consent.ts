import * as z from 'zod/mini';
import { consentKinds, consentRound, consentSteps } from '../consent.ts';
import { MAX_TITLE } from '../ladder.ts';

export { consentRound as consentRoundView } from '../consent.ts';

export const consentRoundsView = z.object({
  /** Newest first. */
  rounds: z.array(consentRound),
});

const said = z.string().check(z.trim(), z.minLength(1), z.maxLength(500));

export const takeConsentStepInput = z.strictObject({
  revision: z.int(),
  step: z.enum(consentSteps),
});
export type TakeConsentStepInput = z.infer<typeof takeConsentStepInput>;

export const answerConsentInput = z.strictObject({
  /** Of the words that are answered to. */
  version: z.int(),
  kind: z.enum(consentKinds),
  /** The reason of an objection, or the question; nothing else has one. */
  text: z.optional(said),
});
export type AnswerConsentInput = z.infer<typeof answerConsentInput>;

export const amendConsentInput = z.strictObject({
  revision: z.int(),
  /** The proposal from now on. */
  words: z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_TITLE)),
  /** How this meets the objections that stand. */
  met: z.optional(said),
});
export type AmendConsentInput = z.infer<typeof amendConsentInput>;

export const closeConsentInput = z.strictObject({
  revision: z.int(),
  outcome: z.enum(['consented', 'withdrawn']),
});
export type CloseConsentInput = z.infer<typeof closeConsentInput>;

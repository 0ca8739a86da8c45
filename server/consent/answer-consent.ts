import type { AnswerConsentInput } from '#board/api/consent.ts';
import { standingAnswers } from '#board/consent.ts';
import type { ConsentRound } from '#board/consent.ts';
import type { Actor, UserActor } from '../auth/actor.ts';
import type { House, Tx } from '../house.ts';
import { newId } from '../new-id.ts';
import { Refusal } from '../refusal.ts';
import { changeRound } from './change-round.ts';
import type { OnProposal } from './change-round.ts';

/**
 * Answers in a round, for oneself: no objection, an objection with its reason, or a question. The
 * newest answer to the words as they are counts; an objection taken back stays in the story. [CONS-2]
 */
export function answerConsent(
  house: House,
  actor: Actor,
  on: OnProposal,
  { version, kind, text }: AnswerConsentInput,
): Promise<ConsentRound> {
  mustSayWhy(kind, text);
  return changeRound(house, actor, on, {
    deed: 'answer',
    take: async ({ tx, user, round }) => {
      if (version !== round.version) {
        throw new Refusal('conflict', 'The words were amended before you answered.', [], round);
      }
      if (kind !== 'question' && round.step === 'clarify') {
        throw new Refusal('invalid', 'First everybody understands the words.', [
          { field: 'kind', code: 'clarify', message: 'is asked once the words are clear' },
        ]);
      }
      const at = house.clock();
      if (kind !== 'question') await takeBack(tx, user, round);
      await tx.consentAnswer.create({
        data: {
          ...{ id: newId(), roundId: round.id, userId: user.id, version, kind, at },
          ...{ number: round.answers.length + 1, text: text ?? null },
        },
      });
      return { data: {} };
    },
  });
}

function mustSayWhy(kind: AnswerConsentInput['kind'], text: string | undefined): void {
  if (kind !== 'none' && text === undefined) {
    throw new Refusal('incomplete', 'Say it in a few words.', [
      { field: 'text', code: 'missing', message: 'say what you object to, or ask' },
    ]);
  }
}

/** Marks my objection to these words as taken back, if there is one. */
async function takeBack(tx: Tx, user: UserActor, round: ConsentRound): Promise<void> {
  const mine = standingAnswers(round).find(({ by }) => by.id === user.id);
  if (mine?.kind !== 'objection') return;
  await tx.consentAnswer.updateMany({
    where: {
      roundId: round.id,
      userId: user.id,
      version: round.version,
      met: null,
      kind: 'objection',
    },
    data: { met: '' },
  });
}

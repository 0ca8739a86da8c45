import { useTranslations } from 'next-intl';
import { taskStates } from '#board/facts.ts';

const rungs = ['intention', 'proposal'] as const;

/** The word for a step on the ladder, before and after an action became a task. */
export function useLadderWord(): (rung: string) => string {
  const rungWord = useTranslations('words.rung');
  const stateWord = useTranslations('words.state');
  return (rung) => {
    const before = rungs.find((known) => known === rung);
    const after = taskStates.find((known) => known === rung);
    return before ? rungWord(before) : after ? stateWord(after) : rung;
  };
}

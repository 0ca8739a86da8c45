import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { consentRoundView } from '#board/api/consent.ts';
import { callApi } from '#components/api/call-api.ts';
import { useFieldWords, useProblemWords } from '#components/forms/problem-words.ts';

interface Step {
  readonly method: 'POST' | 'PATCH';
  /** Behind the path of the round; empty for the round itself. */
  readonly to: '' | '/answers' | '/amendments' | '/outcome';
  readonly body?: unknown;
}

/** The deeds in a round of consent; the board shows what comes of them, a refusal stays to be read. */
export function useConsent(boardId: string, actionId: string) {
  const t = useTranslations('consent');
  const problemWords = useProblemWords();
  const fieldWords = useFieldWords();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');

  /** True when it was done. */
  async function take({ method, to, body }: Step): Promise<boolean> {
    setBusy(true);
    setProblem('');
    const path = `/boards/${boardId}/actions/${actionId}/consent${to}`;
    const answer = await callApi({ method, path, body, view: consentRoundView });
    setBusy(false);
    if (answer.ok) return true;
    const { problem: refused } = answer;
    const [first] = refused === 'unreachable' ? [] : (refused.errors ?? []);
    if (first) setProblem(fieldWords(first));
    else if (refused !== 'unreachable' && refused.code === 'conflict') setProblem(t('conflict'));
    else setProblem(problemWords(refused));
    return false;
  }

  return { busy, problem, take };
}

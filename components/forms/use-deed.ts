'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type * as z from 'zod/mini';
import { callApi } from '#components/api/call-api.ts';
import { useToast } from '#components/ui/toast.tsx';
import { useProblemWords } from './problem-words.ts';

interface Deed<T extends z.ZodMiniType> {
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly file?: File;
  readonly view: T;
  /** Said in passing once it is done. */
  readonly said?: string;
}

/** A change by one press of a button; the page shows the new state, a refusal is said in passing. */
export function useDeed() {
  const router = useRouter();
  const say = useToast();
  const words = useProblemWords();
  const [busy, setBusy] = useState(false);

  async function run<T extends z.ZodMiniType>(deed: Deed<T>): Promise<z.infer<T> | undefined> {
    setBusy(true);
    const answer = await callApi(deed);
    setBusy(false);
    if (!answer.ok) {
      say({ tone: 'bad', text: words(answer.problem) });
      return undefined;
    }
    if (deed.said) say({ text: deed.said });
    router.refresh();
    return answer.value;
  }

  return { busy, run };
}

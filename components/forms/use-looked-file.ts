import { useState } from 'react';
import type * as z from 'zod/mini';
import { callApi } from '#components/api/call-api.ts';
import type { Refused } from './problem-words.ts';

/** A chosen file and what the server makes of it. */
export type Looked<V> =
  | { readonly is: 'nothing' | 'looking' }
  | { readonly is: 'seen'; readonly file: File; readonly preview: V }
  | { readonly is: 'refused'; readonly problem: Refused };

/** Lets the server look at a file without taking it in: `take=none` at the path that takes it. */
export function useLookedFile<T extends z.ZodMiniType>(path: string, view: T) {
  const [looked, setLooked] = useState<Looked<z.infer<T>>>({ is: 'nothing' });

  async function look(file: File | undefined): Promise<void> {
    if (!file) return setLooked({ is: 'nothing' });
    setLooked({ is: 'looking' });
    const answer = await callApi({ method: 'POST', path: `${path}?take=none`, file, view });
    setLooked(
      answer.ok
        ? { is: 'seen', file, preview: answer.value }
        : { is: 'refused', problem: answer.problem },
    );
  }

  return { looked, look };
}

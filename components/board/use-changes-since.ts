import { useFormatter, useTimeZone, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { SnapshotView } from '#board/api/snapshots.ts';
import { dayIn } from '#board/calendar.ts';
import { projection } from '#board/projection.ts';
import { callApi } from '#components/api/call-api.ts';
import type { ShownChanges } from '#components/canvas/changes/shown-changes.ts';
import { useProblemWords } from '#components/forms/problem-words.ts';
import { useToast } from '#components/ui/toast.tsx';

interface ChangesSince {
  /** Null while the board is shown as it is. */
  readonly shown: ShownChanges | null;
  readonly show: (snapshot: SnapshotView) => Promise<void>;
}

/** Looks back from the board as it is now to one of its snapshots. */
export function useChangesSince(today: string): ChangesSince {
  const [shown, setShown] = useState<ShownChanges | null>(null);
  const why = useTranslations('words.snapshotReason');
  const format = useFormatter();
  const timeZone = useTimeZone() ?? 'UTC';
  const problemWords = useProblemWords();
  const say = useToast();
  async function show({ id, number, title, why: reason, createdAt }: SnapshotView): Promise<void> {
    const path = `/snapshots/${id}/document`;
    const answer = await callApi({ method: 'GET', path, view: projection });
    if (!answer.ok) return say({ tone: 'bad', text: problemWords(answer.problem) });
    const taken = new Date(createdAt);
    const day = format.dateTime(taken, { day: 'numeric', month: 'long' });
    setShown({
      earlier: answer.value,
      days: { from: dayIn(timeZone, taken), to: today },
      name: `#${number} ${title || why(reason)}, ${day}`,
      onClose: () => setShown(null),
    });
  }
  return { shown, show };
}

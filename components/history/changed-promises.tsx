import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { MeaningDiff } from '#board/diff.ts';
import { Day } from '#components/time/day.tsx';
import { ChangeGroup } from './change-group.tsx';
import { ChangeList } from './change-list.tsx';
import { toldMoves } from './told-moves.ts';
import { useLadderWord } from './use-ladder-word.ts';

/** What became of what was agreed, and what is still waiting. */
export function ChangedPromises({ diff }: { diff: MeaningDiff }) {
  const t = useTranslations('history.changes');
  const ladder = useLadderWord();
  const { moved, proposed, count } = toldMoves(diff);
  const between = ({ from, to }: { from: string; to: string }): string =>
    t('fromTo', { from: ladder(from), to: ladder(to) });
  return (
    <ChangeGroup title={t('groups.promises')} count={count}>
      <ChangeList title={t('promisesKept')} tone="check" items={diff.promisesKept.map(withOwner)} />
      <ChangeList title={t('promisesLate')} tone="do" items={diff.promisesLate.map(withOwner)} />
      <ChangeList title={t('promisesMade')} tone="act" items={diff.promisesMade.map(withOwner)} />
      <ChangeList
        title={t('silent')}
        tone="do"
        items={diff.silent.map(({ waits, ...promise }) => ({
          ...promise,
          detail: t(`waits.${waits}`),
        }))}
      />
      <ChangeList
        title={t('duesMoved')}
        tone="do"
        items={diff.duesMoved.map(({ id, text, from, to }) => ({
          id,
          text,
          detail: (
            <>
              {from ? <Day day={from} /> : t('noDay')} → {to ? <Day day={to} /> : t('noDay')}
            </>
          ),
        }))}
      />
      <ChangeList
        title={t('ownersMoved')}
        tone="neutral"
        items={diff.ownersMoved.map(({ id, text, from, to }) => ({
          id,
          text,
          detail: t('fromTo', { from: from ?? t('noOwner'), to: to ?? t('noOwner') }),
        }))}
      />
      <ChangeList
        title={t('actionsReopened')}
        tone="do"
        items={diff.actionsReopened.map((move) => ({ ...move, detail: between(move) }))}
      />
      <ChangeList
        title={t('actionsMoved')}
        tone="check"
        items={moved.map((move) => ({ ...move, detail: between(move) }))}
      />
      <ChangeList title={t('actionsProposed')} tone="plan" items={proposed} />
      <ChangeList title={t('actionsDropped')} tone="neutral" gone items={diff.actionsDropped} />
      <ChangeList title={t('actionsRemoved')} tone="neutral" gone items={diff.actionsRemoved} />
    </ChangeGroup>
  );
}

function withOwner(promise: MeaningDiff['promisesMade'][number]) {
  return { ...promise, detail: <PromiseDetail {...promise} /> };
}

function PromiseDetail({ owner, due }: { owner: string | null; due: string | null }): ReactNode {
  const t = useTranslations('history.changes');
  const name = owner ?? t('noOwner');
  if (due === null) return name;
  return t.rich('promise', { owner: name, day: () => <Day day={due} /> });
}

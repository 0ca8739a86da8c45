'use client';

import { useTranslations } from 'next-intl';
import { isEmptyDiff } from '#board/diff.ts';
import type { MeaningDiff } from '#board/diff.ts';
import { Day } from '#components/time/day.tsx';
import { ChangeList } from './change-list.tsx';
import { useLadderWord } from './use-ladder-word.ts';
import { useZoneWord } from './use-zone-word.ts';

/** What is different in meaning since the snapshot before: promises first, then the thinking behind them. */
export function WhatChanged({ diff }: { diff: MeaningDiff }) {
  const t = useTranslations('history.changes');
  const ladder = useLadderWord();
  const zone = useZoneWord();
  // An action that was proposed and agreed in one go is news once.
  const moved = new Set(diff.actionsMoved.map(({ id }) => id));
  if (isEmptyDiff(diff)) return <p className="text-soft">{t('none')}</p>;
  return (
    <div className="flex flex-col gap-5">
      <ChangeList
        title={t('actionsMoved')}
        tone="check"
        items={diff.actionsMoved.map(({ id, text, from, to }) => ({
          id,
          text,
          detail: t('fromTo', { from: ladder(from), to: ladder(to) }),
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
        title={t('actionsProposed')}
        tone="plan"
        items={diff.actionsProposed.filter(({ id }) => !moved.has(id))}
      />
      <ChangeList title={t('actionsRemoved')} tone="neutral" gone items={diff.actionsRemoved} />
      <ChangeList
        title={t('readings')}
        tone="plan"
        items={diff.readings.map(({ id, measure, unit, at, value }) => ({
          id: `${id} ${at} ${value}`,
          text: `${measure}: ${value} ${unit}`,
          detail: <Day day={at} />,
        }))}
      />
      <ChangeList
        title={t('targetsMoved')}
        tone="do"
        items={diff.targetsMoved.map(({ id, measure, from, to }) => ({
          id,
          text: measure,
          detail: t('fromTo', { from: from ?? t('noTarget'), to: to ?? t('noTarget') }),
        }))}
      />
      <ChangeList
        title={t('notesAdded')}
        tone="act"
        items={diff.notesAdded.map(({ id, text, canvas, zone: where }) => ({
          id,
          text,
          detail: zone(where ?? canvas),
        }))}
      />
      <ChangeList
        title={t('notesChanged')}
        tone="neutral"
        items={diff.notesChanged.map(({ id, text, before }) => ({
          id,
          text,
          detail: <del>{before}</del>,
        }))}
      />
      <ChangeList
        title={t('notesMoved')}
        tone="neutral"
        items={diff.notesMoved.map(({ id, text, from, to }) => ({
          id,
          text,
          detail: t('fromTo', { from: zone(from), to: zone(to) }),
        }))}
      />
      <ChangeList title={t('notesRemoved')} tone="neutral" gone items={diff.notesRemoved} />
      <ChangeList title={t('knowledgeAdded')} tone="act" items={diff.knowledgeAdded} />
    </div>
  );
}

import { useTranslations } from 'next-intl';
import type { MeaningDiff } from '#board/diff.ts';
import { ChangeGroup } from './change-group.tsx';
import { ChangeList } from './change-list.tsx';
import { useZoneWord } from './use-zone-word.ts';

/** What people wrote, rewrote, put elsewhere, took off and voted for. */
export function ChangedNotes({ diff }: { diff: MeaningDiff }) {
  const t = useTranslations('history.changes');
  const zone = useZoneWord();
  const { notesAdded, notesChanged, notesMoved, notesRemoved, votesChanged } = diff;
  const lists = [notesAdded, notesChanged, notesMoved, notesRemoved, votesChanged];
  return (
    <ChangeGroup
      title={t('groups.thinking')}
      count={lists.reduce((sum, list) => sum + list.length, 0)}
    >
      <ChangeList
        title={t('notesAdded')}
        tone="act"
        items={notesAdded.map(({ id, text, canvas, zone: where }) => ({
          id,
          text,
          detail: zone(where ?? canvas),
        }))}
      />
      <ChangeList
        title={t('notesChanged')}
        tone="neutral"
        items={notesChanged.map(({ id, text, before }) => ({
          id,
          text,
          detail: <del>{before}</del>,
        }))}
      />
      <ChangeList
        title={t('notesMoved')}
        tone="neutral"
        items={notesMoved.map(({ id, text, from, to }) => ({
          id,
          text,
          detail: t('fromTo', { from: zone(from), to: zone(to) }),
        }))}
      />
      <ChangeList title={t('notesRemoved')} tone="neutral" gone items={notesRemoved} />
      <ChangeList
        title={t('votesChanged')}
        tone="plan"
        items={votesChanged.map(({ id, text, from, to }) => ({
          id,
          text,
          detail: t('votes', { from, to }),
        }))}
      />
    </ChangeGroup>
  );
}

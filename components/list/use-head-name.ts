import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { OutlineHead } from '#board/outline.ts';

/** What stands above a group of the outline. */
export function useHeadName(): (head: OutlineHead) => string {
  const zone = useTranslations('words.zone');
  const t = useTranslations('list');
  return useCallback(
    (head) => {
      if (!head) return t('loose');
      return head.title || (head.is === 'zone' ? zone(head.kind) : t('untitledGroup'));
    },
    [zone, t],
  );
}

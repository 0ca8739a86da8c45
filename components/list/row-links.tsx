import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useListTools } from './list-tools.tsx';

/** The arrows from a card: what each leads to, one press away. */
export function RowLinks({ recordId }: { recordId: string }) {
  const t = useTranslations('list');
  const { linksFrom, wordsOf } = useListTools();
  const links = linksFrom.get(recordId) ?? [];
  if (links.length === 0) return null;
  return (
    <ul aria-label={t('leadsTo')} className="flex flex-col pl-3">
      {links.map(({ id, label, to }) => (
        <li key={id}>
          <button
            type="button"
            className="flex max-w-full min-w-0 items-center gap-1.5 rounded-card px-1.5 py-1 text-14 text-soft hover:bg-hover hover:text-ink pointer-coarse:min-h-11"
            onClick={() => document.getElementById(rowId(to.id))?.focus()}
          >
            <ArrowRight aria-hidden className="size-4 shrink-0" />
            {label && <span className="shrink-0 text-faint">{label}</span>}
            <span className="truncate">{wordsOf(to) || t('untitled')}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The id of the element of a card's row. */
export function rowId(recordId: string): string {
  return `row-${recordId}`;
}

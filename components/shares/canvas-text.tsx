import { useTranslations } from 'next-intl';
import type { CanvasWords, GroupWords } from '#board/board-words.ts';
import { ItemText } from './item-text.tsx';

/** What one canvas says, field by field. */
export function CanvasText({ canvas }: { canvas: CanvasWords }) {
  const t = useTranslations('shared');
  return (
    <section className="flex flex-col gap-4">
      <h3 className="text-16 font-semibold">{canvas.name}</h3>
      {canvas.groups.length === 0 && <p className="text-soft">{t('nothing')}</p>}
      <div className="gap-8 sm:columns-2">
        {canvas.groups.map((group, at) => (
          <Group key={`${at} ${group.name}`} group={group} />
        ))}
      </div>
    </section>
  );
}

function Group({ group: { name, items } }: { group: GroupWords }) {
  return (
    <div className="mb-5 flex break-inside-avoid flex-col gap-1">
      {name && <h4 className="font-medium text-soft wrap-anywhere">{name}</h4>}
      <ul className="flex list-disc flex-col gap-1 pl-5 marker:text-faint">
        {items.map((item, at) => (
          <li key={at} className="wrap-anywhere whitespace-pre-line">
            <ItemText item={item} />
          </li>
        ))}
      </ul>
    </div>
  );
}

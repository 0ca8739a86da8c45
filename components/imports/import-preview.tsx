import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ImportView } from '#board/api/imports.ts';

const SHOWN = 20; // things that stay behind: enough to see what they have in common

/** What would come of a file, the first of its words, and what stays behind with the reason. */
export function ImportPreview({ preview }: { preview: ImportView }) {
  const t = useTranslations('import');
  const { comes, words, left } = preview;
  return (
    <div className="flex flex-col gap-4">
      {comes.length === 0 && <p className="text-soft">{t('nothing')}</p>}
      {comes.length > 0 && (
        <section className="flex flex-col gap-1">
          <h3 className="font-medium">{t('comes')}</h3>
          <ul className="list-disc pl-5">
            {comes.map(({ kind, count }) => (
              <li key={kind}>{t(`kind.${kind}`, { count })}</li>
            ))}
          </ul>
          <p className="line-clamp-3 wrap-anywhere text-soft">{words.join(' · ')}</p>
        </section>
      )}
      {left.length > 0 && <LeftBehind left={left} />}
    </div>
  );
}

function LeftBehind({ left }: Pick<ImportView, 'left'>) {
  const t = useTranslations('import');
  const more = left.length - SHOWN;
  return (
    <section className="flex flex-col gap-2 rounded-card bg-danger-pale px-3 py-2">
      <h3 className="flex items-start gap-2 font-medium text-danger">
        <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
        {t('left', { count: left.length })}
      </h3>
      <ul className="flex max-h-48 flex-col gap-1 overflow-y-auto">
        {left.slice(0, SHOWN).map(({ name, why }, at) => (
          <li key={at} className="wrap-anywhere">
            <span className="font-medium">{name || t('unnamed')}</span>
            <span className="block text-soft">{t(`why.${why}`)}</span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="text-soft">{t('more', { count: more })}</p>}
    </section>
  );
}

import { ListChecks } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { BoardView } from '#board/api/boards.ts';
import { Moment } from '#components/time/moment.tsx';
import { TemplatePicture } from './template-picture.tsx';

/** A board to go to; `menu` holds what else can be done with it. */
export function BoardCard({ board, menu }: { board: BoardView; menu?: ReactNode }) {
  const t = useTranslations('boards');
  return (
    <article className="group relative flex flex-col overflow-hidden rounded-card border border-line bg-surface transition-colors duration-150 focus-within:border-control hover:border-control">
      <TemplatePicture template={board.template} className="h-28 border-b border-line" />
      <div className="flex grow items-start gap-2 py-3 pr-2 pl-4">
        <div className="flex min-w-0 grow flex-col gap-1">
          <h3 className="text-14 font-semibold">
            {/* The link covers the whole card; the menu lies on top of it. */}
            <Link href={`/boards/${board.id}`} className="after:absolute after:inset-0">
              {board.title}
            </Link>
          </h3>
          <p className="flex flex-wrap gap-x-3 text-12 text-soft">
            <Moment at={board.updatedAt} />
            {board.openTasks > 0 && (
              <span className="inline-flex items-center gap-1">
                <ListChecks aria-hidden className="size-3.5" />
                {t('openTasks', { count: board.openTasks })}
              </span>
            )}
          </p>
        </div>
        {menu && <div className="relative">{menu}</div>}
      </div>
    </article>
  );
}

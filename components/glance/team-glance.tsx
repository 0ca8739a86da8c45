import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { TeamGlanceView } from '#board/api/glance.ts';
import { AttentionLine } from './attention-line.tsx';
import { BoardPicture } from './board-picture.tsx';
import { GlanceFacts } from './glance-facts.tsx';
import { GlanceMeasure } from './glance-measure.tsx';

interface Props {
  team: TeamGlanceView;
  today: string;
}

/** One team: what presses, where its target is, how its board looks, and its numbers. */
export function TeamGlance({ team, today }: Props) {
  const t = useTranslations('glance');
  const { teamId, teamName, attention, measure, newestSnapshot } = team;
  return (
    <article className="flex flex-col gap-5 rounded-card border border-line bg-surface p-5 sm:p-6">
      <header className="flex flex-col gap-1">
        <h2 className="text-20 font-semibold wrap-anywhere">
          <Link href={`/teams/${teamId}`} className="hover:underline">
            {teamName}
          </Link>
        </h2>
        <AttentionLine attention={attention} />
      </header>
      <div className="grid gap-x-8 gap-y-6 md:grid-cols-2 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_19rem]">
        {measure ? (
          <GlanceMeasure measure={measure} today={today} />
        ) : (
          <Missing>{t('noMeasure')}</Missing>
        )}
        {newestSnapshot ? (
          <BoardPicture newest={newestSnapshot} />
        ) : (
          <Missing>{t('noSnapshot')}</Missing>
        )}
        <div className="md:col-span-2 lg:col-span-1">
          <GlanceFacts team={team} />
        </div>
      </div>
    </article>
  );
}

function Missing({ children }: { children: string }) {
  return (
    <p className="flex min-h-44 items-center self-start justify-center rounded-card bg-sunken px-6 text-center text-balance text-soft">
      {children}
    </p>
  );
}

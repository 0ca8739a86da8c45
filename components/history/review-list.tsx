import { CircleHelp, HandHeart, LifeBuoy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReviewView } from '#board/api/reviews.ts';
import { Day } from '#components/time/day.tsx';
import { Moment } from '#components/time/moment.tsx';
import { Avatar } from '#components/ui/avatar.tsx';
import { Badge } from '#components/ui/badge.tsx';
import type { Tone } from '#components/ui/badge.tsx';

const looks: Record<ReviewView['kind'], { tone: Tone; Icon: typeof HandHeart }> = {
  thanks: { tone: 'check', Icon: HandHeart },
  question: { tone: 'plan', Icon: CircleHelp },
  help: { tone: 'do', Icon: LifeBuoy },
};

export function ReviewList({ reviews }: { reviews: readonly ReviewView[] }) {
  const t = useTranslations('history');
  const kindWord = useTranslations('words.review');
  return (
    <ul className="flex flex-col gap-4">
      {reviews.map(({ id, kind, text, by, author, createdAt }) => {
        const { tone, Icon } = looks[kind];
        return (
          <li key={id} className="flex gap-3">
            <Avatar person={author} size="sm" named={false} />
            <div className="flex min-w-0 flex-col gap-1">
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-12 text-soft">
                <span className="text-14 font-medium text-ink">{author.name}</span>
                <Badge tone={tone} icon={<Icon />}>
                  {kindWord(kind)}
                </Badge>
                {by && <span>{t.rich('helpBy', { day: () => <Day day={by} /> })}</span>}
              </p>
              <p className="whitespace-pre-line">{text}</p>
              <p className="text-12 text-faint">
                <Moment at={createdAt} />
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

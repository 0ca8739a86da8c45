import { useTranslations } from 'next-intl';
import type { ReviewView } from '#board/api/reviews.ts';
import { HelpDeeds } from '#components/help/help-deeds.tsx';
import { HelpState } from '#components/help/help-state.tsx';
import { Moment } from '#components/time/moment.tsx';
import { Avatar } from '#components/ui/avatar.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { CardQuote } from './card-quote.tsx';
import { ReplyForm } from './reply-form.tsx';
import { reviewLooks } from './review-looks.ts';

interface Props {
  reviews: readonly ReviewView[];
  /** Whoever reads; help of theirs can be changed here. */
  meId: string;
  mayReply: boolean;
  today: string;
}

export function ReviewList({ reviews, ...rest }: Props) {
  return (
    <ul className="flex flex-col gap-6">
      {reviews.map((review) => (
        <li key={review.id} id={`review-${review.id}`} className="scroll-mt-20">
          <Review review={review} {...rest} />
        </li>
      ))}
    </ul>
  );
}

function Review({
  review,
  meId,
  mayReply,
  today,
}: { review: ReviewView } & Omit<Props, 'reviews'>) {
  const kindWord = useTranslations('words.review');
  const { id, kind, text, author, createdAt, card, help, replies } = review;
  const { tone, Icon } = reviewLooks[kind];
  return (
    <article className="flex gap-3">
      <Avatar person={author} size="sm" named={false} />
      <div className="flex min-w-0 grow flex-col gap-2">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-12 text-soft">
          <span className="text-14 font-medium text-ink">{author.name}</span>
          <Badge tone={tone} icon={<Icon />}>
            {kindWord(kind)}
          </Badge>
          <Moment at={createdAt} />
        </p>
        {card && <CardQuote>{card.text}</CardQuote>}
        <p className="whitespace-pre-line">{text}</p>
        {help && <HelpState help={help} today={today} />}
        {help?.state === 'open' && help.promisedBy.id === meId && (
          <HelpDeeds help={help} today={today} />
        )}
        {replies.length > 0 && <Replies replies={replies} />}
        {mayReply && <ReplyForm reviewId={id} to={author.name} />}
      </div>
    </article>
  );
}

function Replies({ replies }: Pick<ReviewView, 'replies'>) {
  return (
    <ul className="flex flex-col gap-3 border-l-2 border-line pl-3">
      {replies.map(({ id, author, text, at }) => (
        <li key={id}>
          <p className="text-12 text-soft">
            <span className="font-medium text-ink">{author.name}</span> <Moment at={at} />
          </p>
          <p className="whitespace-pre-line">{text}</p>
        </li>
      ))}
    </ul>
  );
}

import { Inbox } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { InboxView } from '#board/api/inbox.ts';
import { PageHead } from '#components/frame/page-head.tsx';
import { Section } from '#components/frame/section.tsx';
import { AnswerRequest } from '#components/help/answer-request.tsx';
import { HelpDeeds } from '#components/help/help-deeds.tsx';
import { HelpState } from '#components/help/help-state.tsx';
import { CardQuote } from '#components/history/card-quote.tsx';
import { Day } from '#components/time/day.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { WaitingList } from './waiting-list.tsx';

/** What waits for a manager or coach: requests, boards to answer, replies, and what they promised. */
export function InboxOverview({ inbox, today }: { inbox: InboxView; today: string }) {
  const t = useTranslations('inbox');
  const { boards, requests, answers, help } = inbox;
  const isEmpty = [boards, requests, answers, help].every((list) => list.length === 0);
  return (
    <>
      <PageHead title={t('title')} line={!isEmpty && t('line')} />
      {isEmpty && <EmptyState icon={<Inbox />}>{t('none')}</EmptyState>}
      <div className="flex max-w-3xl flex-col gap-10">
        {requests.length > 0 && (
          <Section title={t('requests')}>
            <Papers>
              {requests.map((request) => (
                <Paper key={request.id} {...request}>
                  <p className="text-12 text-soft">
                    {t.rich('asks', {
                      name: request.askedBy.name,
                      day: () => <Day day={request.by} />,
                    })}
                  </p>
                  {request.card && <CardQuote>{request.card.text}</CardQuote>}
                  <p className="whitespace-pre-line">{request.text}</p>
                  <AnswerRequest request={request} today={today} />
                </Paper>
              ))}
            </Papers>
          </Section>
        )}
        {boards.length > 0 && (
          <Section title={t('boards')} hint={t('boardsHint')}>
            <WaitingList boards={boards} today={today} />
          </Section>
        )}
        {answers.length > 0 && (
          <Section title={t('answers')}>
            <Papers>
              {answers.map(({ review, snapshotId, ...board }) => (
                <Paper key={review.id} {...board}>
                  <CardQuote>{review.text}</CardQuote>
                  <p className="whitespace-pre-line">
                    <span className="font-medium">{review.replies.at(-1)?.author.name}</span>{' '}
                    {review.replies.at(-1)?.text}
                  </p>
                  <Link
                    href={`/snapshots/${snapshotId}#review-${review.id}`}
                    className="text-accent hover:underline"
                  >
                    {t('readOn')}
                  </Link>
                </Paper>
              ))}
            </Papers>
          </Section>
        )}
        {help.length > 0 && (
          <Section title={t('help')} hint={t('helpHint')}>
            <Papers>
              {help.map((one) => (
                <Paper key={one.id} {...one}>
                  <p className="whitespace-pre-line">{one.text}</p>
                  <HelpState help={one} today={today} />
                  <HelpDeeds help={one} today={today} />
                </Paper>
              ))}
            </Papers>
          </Section>
        )}
      </div>
    </>
  );
}

function Papers({ children }: { children: ReactNode }) {
  return <ul className="flex flex-col gap-3">{children}</ul>;
}

function Paper(props: { boardId: string; boardTitle: string; children: ReactNode }) {
  return (
    <li className="flex flex-col items-start gap-2 rounded-card border border-line bg-surface p-4">
      <Link href={`/boards/${props.boardId}`} className="font-medium hover:underline">
        {props.boardTitle}
      </Link>
      {props.children}
    </li>
  );
}

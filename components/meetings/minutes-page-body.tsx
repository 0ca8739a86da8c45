import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import type { MeetingView } from '#board/api/meetings.ts';
import type { Minutes } from '#board/minutes.ts';
import { minutesFoot, minutesHead, minutesSections } from '#board/minutes-sections.ts';
import { PageHead } from '#components/frame/page-head.tsx';
import { MinutesFiles } from './minutes-files.tsx';
import { useMinutesWords } from './use-minutes-words.ts';

interface Props {
  meeting: MeetingView;
  minutes: Minutes;
}

/** The minutes as a page, in the words that the files have too. */
export function MinutesPageBody({ meeting, minutes }: Props) {
  const t = useTranslations('meetings');
  const words = useMinutesWords();
  const { say } = words;
  const sections = minutesSections(minutes, words);
  return (
    <article className="mx-auto flex max-w-3xl flex-col gap-8">
      <div>
        <PageHead
          title={say('title', { board: minutes.board })}
          line={
            <span className="flex flex-wrap gap-x-4">
              <Link href={`/boards/${minutes.boardId}`} className="hover:text-ink hover:underline">
                {t('backTo', { title: minutes.board })}
              </Link>
              <Link
                href={`/boards/${minutes.boardId}/meetings`}
                className="hover:text-ink hover:underline"
              >
                {t('all')}
              </Link>
              {meeting.snapshotId && (
                <Link
                  href={`/snapshots/${meeting.snapshotId}`}
                  className="hover:text-ink hover:underline"
                >
                  {t('snapshot')}
                </Link>
              )}
            </span>
          }
        />
        <MinutesFiles meetingId={meeting.id} />
      </div>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2">
        {[...minutesHead(minutes, words), ...minutesFoot(minutes, words)].map(({ label, text }) => (
          <Fragment key={label}>
            <dt className="text-soft">{label}</dt>
            <dd className="min-w-0 wrap-anywhere">{text}</dd>
          </Fragment>
        ))}
      </dl>
      {sections.length === 0 && <p className="text-soft">{say('nothing')}</p>}
      {sections.map(({ name, heading, items }) => (
        <section key={name} className="flex flex-col gap-3">
          <h2 className="border-b border-line pb-1 text-16 font-semibold">{heading}</h2>
          <ul className="flex flex-col gap-3">
            {items.map(({ text, details }, at) => (
              <li key={at}>
                <p className="font-medium wrap-anywhere">{text}</p>
                {details.map((line, n) => (
                  <p key={n} className="wrap-anywhere text-soft">
                    {line}
                  </p>
                ))}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </article>
  );
}

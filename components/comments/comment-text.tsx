import { useTranslations } from 'next-intl';
import type { CommentView } from '#board/api/comments.ts';
import { partsOf } from '#board/mentions.ts';
import type { CommentPart } from '#board/mentions.ts';

/** What was said: words, names, and addresses that may be followed. [TALK-4] */
export function CommentText({ comment }: { comment: CommentView }) {
  const t = useTranslations('comments');
  const names = new Map(comment.mentions.map(({ id, name }) => [id, name]));
  const show = (part: CommentPart, at: number) => {
    if (part.is === 'words') return part.text;
    if (part.is === 'mention') {
      return (
        <span key={at} className="rounded-chip bg-accent-pale px-1 font-medium text-accent">
          @{names.get(part.id) ?? t('somebody')}
        </span>
      );
    }
    return (
      <a
        key={at}
        href={part.href}
        target="_blank"
        rel="noopener noreferrer nofollow"
        className="text-accent underline underline-offset-2"
      >
        {part.text}
      </a>
    );
  };
  return <p className="break-words whitespace-pre-wrap">{partsOf(comment.text).map(show)}</p>;
}

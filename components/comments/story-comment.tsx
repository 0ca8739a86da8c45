'use client';

import { EllipsisVertical, Pencil, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import * as z from 'zod/mini';
import type { CommentView } from '#board/api/comments.ts';
import { useDeed } from '#components/forms/use-deed.ts';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Menu, MenuItem } from '#components/ui/menu.tsx';
import { CommentForm } from './comment-form.tsx';
import { CommentText } from './comment-text.tsx';

interface Props {
  comment: CommentView;
  people: readonly { readonly id: string; readonly name: string }[];
  /** Whoever wrote it may change it and take it back. */
  mine: boolean;
}

/** One comment in a task's story. */
export function StoryComment({ comment, people, mine }: Props) {
  const t = useTranslations('comments');
  const [editing, setEditing] = useState(false);
  if (comment.removedAt !== null) return <p className="text-soft italic">{t('removed')}</p>;
  if (editing) {
    return (
      <CommentForm
        taskId={comment.taskId}
        people={people}
        comment={comment}
        onClose={() => setEditing(false)}
      />
    );
  }
  return (
    <div className="mt-1 flex items-start gap-2">
      <div className="min-w-0 grow rounded-card bg-surface px-3 py-2 ring-1 ring-line">
        <CommentText comment={comment} />
        {comment.editedAt !== null && <p className="text-12 text-faint">{t('edited')}</p>}
      </div>
      {mine && <OwnMenu commentId={comment.id} onChange={() => setEditing(true)} />}
    </div>
  );
}

function OwnMenu({ commentId, onChange }: { commentId: string; onChange: () => void }) {
  const t = useTranslations('comments');
  const { run } = useDeed();
  const path = `/comments/${commentId}`;
  const remove = () => run({ method: 'DELETE', path, view: z.null(), said: t('removedDone') });
  return (
    <Menu
      trigger={
        <IconButton
          label={t('more')}
          size="sm"
          icon={<EllipsisVertical aria-hidden className="size-4" />}
        />
      }
    >
      <MenuItem icon={<Pencil aria-hidden className="size-4" />} onSelect={onChange}>
        {t('change')}
      </MenuItem>
      <MenuItem
        danger
        icon={<Trash2 aria-hidden className="size-4" />}
        onSelect={() => void remove()}
      >
        {t('remove')}
      </MenuItem>
    </Menu>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { BoardView, NewInviteView } from '#board/api/boards.ts';
import { Dialog } from '#components/ui/dialog.tsx';
import { InviteForm } from './invite-form.tsx';
import { InviteMade } from './invite-made.tsx';
import { OpenInvites } from './open-invites.tsx';

interface Props {
  board: Pick<BoardView, 'id' | 'title'>;
  open: boolean;
  onClose: () => void;
}

/** Lets people in by a link, without an account. */
export function ShareBoard({ board, open, onClose }: Props) {
  const t = useTranslations('boards.share');
  return (
    <Dialog
      open={open}
      onOpenChange={(now) => !now && onClose()}
      title={t('title', { title: board.title })}
      description={t('intro')}
    >
      <Sharing boardId={board.id} />
    </Dialog>
  );
}

function Sharing({ boardId }: { boardId: string }) {
  const [made, setMade] = useState<NewInviteView | null>(null);
  return (
    <div className="flex flex-col gap-6">
      {made ? (
        <InviteMade invite={made} onAnother={() => setMade(null)} />
      ) : (
        <InviteForm boardId={boardId} onMade={setMade} />
      )}
      <OpenInvites boardId={boardId} newest={made?.id} />
    </div>
  );
}

'use client';

import { EllipsisVertical, History, Link2, Pencil, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { may } from '#board/access.ts';
import type { BoardView } from '#board/api/boards.ts';
import type { TeamRole } from '#board/api/teams.ts';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Menu, MenuItem } from '#components/ui/menu.tsx';
import { RenameBoard } from './rename-board.tsx';
import { ShareBoard } from './share-board.tsx';
import { useBin } from './use-bin.ts';

interface Props {
  board: BoardView;
  role: TeamRole;
}

export function BoardMenu({ board, role }: Props) {
  const t = useTranslations('boards.menu');
  const [dialog, setDialog] = useState<'share' | 'rename' | null>(null);
  const { bin } = useBin(board);
  const close = () => setDialog(null);
  return (
    <>
      <Menu
        trigger={
          <IconButton
            label={t('open', { title: board.title })}
            size="sm"
            icon={<EllipsisVertical aria-hidden className="size-4" />}
          />
        }
      >
        <MenuItem
          icon={<Link2 aria-hidden className="size-4" />}
          onSelect={() => setDialog('share')}
        >
          {t('share')}
        </MenuItem>
        <MenuItem asChild>
          <Link href={`/boards/${board.id}/history`}>
            <History aria-hidden className="size-4 text-soft" />
            {t('history')}
          </Link>
        </MenuItem>
        <MenuItem
          icon={<Pencil aria-hidden className="size-4" />}
          onSelect={() => setDialog('rename')}
        >
          {t('rename')}
        </MenuItem>
        {may([role], 'board.bin') && (
          <MenuItem
            danger
            icon={<Trash2 aria-hidden className="size-4" />}
            onSelect={() => void bin()}
          >
            {t('bin')}
          </MenuItem>
        )}
      </Menu>
      <ShareBoard board={board} open={dialog === 'share'} onClose={close} />
      <RenameBoard board={board} open={dialog === 'rename'} onClose={close} />
    </>
  );
}

import {
  Camera,
  Download,
  FileUp,
  Ellipsis,
  GitCompareArrows,
  History,
  LifeBuoy,
  NotebookText,
  PencilLine,
  Search,
  Trash2,
  UserPlus,
  Users,
} from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { BoardView } from '#board/api/boards.ts';
import { RenameBoard } from '#components/boards/rename-board.tsx';
import { ThemeSwitch } from '#components/theme/theme-switch.tsx';
import type { AvatarPerson } from '#components/ui/avatar.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Menu, MenuItem, MenuLabel, MenuLine } from '#components/ui/menu.tsx';
import { useBinAndLeave } from './use-bin-and-leave.ts';

interface Props {
  board: BoardView;
  may: { readonly rename: boolean; readonly bin: boolean; readonly history: boolean };
  people: readonly AvatarPerson[];
  onInvite: (() => void) | undefined;
  onSnapshot: (() => void) | undefined;
  onMeeting: (() => void) | undefined;
  onChanges: (() => void) | undefined;
  onExport: () => void;
  /** In the menu on a phone alone; elsewhere the bar has it. */
  onFind: () => void;
  onImport: (() => void) | undefined;
  onAskHelp: (() => void) | undefined;
}

const size = 'size-4';

/** What is done to a board now and then. */
export function BoardMenu({
  board,
  may,
  people,
  onInvite,
  onSnapshot,
  onMeeting,
  onChanges,
  onExport,
  onFind,
  onImport,
  onAskHelp,
}: Props) {
  const t = useTranslations('board');
  const files = useTranslations('export');
  const imports = useTranslations('import');
  const [renaming, setRenaming] = useState(false);
  const bin = useBinAndLeave(board);
  return (
    <>
      <Menu
        trigger={
          <IconButton
            size="sm"
            label={t('menu.open')}
            icon={<Ellipsis aria-hidden className="size-5" />}
          />
        }
      >
        <MenuLabel>{t('who', { names: people.map(({ name }) => name).join(', ') })}</MenuLabel>
        <MenuLine />
        <div className="sm:hidden">
          <MenuItem icon={<Search aria-hidden className={size} />} onSelect={onFind}>
            {t('outline.open')}
          </MenuItem>
        </div>
        {onInvite && (
          <MenuItem icon={<UserPlus aria-hidden className={size} />} onSelect={onInvite}>
            {t('invite')}
          </MenuItem>
        )}
        {onSnapshot && (
          <MenuItem icon={<Camera aria-hidden className={size} />} onSelect={onSnapshot}>
            {t('snapshot.take')}
          </MenuItem>
        )}
        {onMeeting && (
          <>
            <MenuItem icon={<Users aria-hidden className={size} />} onSelect={onMeeting}>
              {t('menu.meeting')}
            </MenuItem>
            <MenuItem asChild>
              <Link href={`/boards/${board.id}/meetings`}>
                <NotebookText aria-hidden className="size-4 text-soft" />
                {t('menu.minutes')}
              </Link>
            </MenuItem>
          </>
        )}
        {may.history && (
          <MenuItem asChild>
            <Link href={`/boards/${board.id}/history`}>
              <History aria-hidden className="size-4 text-soft" />
              {t('menu.history')}
            </Link>
          </MenuItem>
        )}
        {onChanges && (
          <MenuItem icon={<GitCompareArrows aria-hidden className={size} />} onSelect={onChanges}>
            {t('changes.open')}
          </MenuItem>
        )}
        <MenuItem icon={<Download aria-hidden className={size} />} onSelect={onExport}>
          {files('open')}
        </MenuItem>
        {onAskHelp && (
          <MenuItem icon={<LifeBuoy aria-hidden className={size} />} onSelect={onAskHelp}>
            {t('askHelp.title')}
          </MenuItem>
        )}
        {onImport && (
          <MenuItem icon={<FileUp aria-hidden className={size} />} onSelect={onImport}>
            {imports('open')}
          </MenuItem>
        )}
        {may.rename && (
          <MenuItem
            icon={<PencilLine aria-hidden className={size} />}
            onSelect={() => setRenaming(true)}
          >
            {t('rename')}
          </MenuItem>
        )}
        <MenuLabel>{t('menu.theme')}</MenuLabel>
        <div className="px-2 pb-1">
          <ThemeSwitch label={t('menu.theme')} />
        </div>
        {may.bin && (
          <>
            <MenuLine />
            <MenuItem
              danger
              icon={<Trash2 aria-hidden className={size} />}
              onSelect={() => void bin()}
            >
              {t('menu.bin')}
            </MenuItem>
          </>
        )}
      </Menu>
      <RenameBoard board={board} open={renaming} onClose={() => setRenaming(false)} />
    </>
  );
}

import { Ellipsis, Frame, LifeBuoy, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { moveToZone, removeCard } from '#board/card-edits.ts';
import { laneOf } from '#board/lanes.ts';
import { useWorld } from '#components/canvas/canvas-world.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuLine } from '#components/ui/menu.tsx';
import { useListTools } from './list-tools.tsx';
import { useHeadName } from './use-head-name.ts';

interface Props {
  recordId: string;
  zoneId: string | undefined;
  /** The card's words, which tell its menu from the others. */
  about: string;
  /** Of what help may be asked for: a note, an action, a topic or a text. */
  thingId?: string;
  /** Of an action's card: putting it into a lane takes that step. */
  actionId?: string;
  children?: ReactNode;
}

/** What can be done with a card beside writing in it. */
export function RowMenu({ recordId, zoneId, about, thingId, actionId, children }: Props) {
  const t = useTranslations('list');
  const { writable, deeds } = useWorld();
  const askForHelp = deeds?.askForHelp;
  const { show, change } = useListTools();
  return (
    <Menu
      trigger={
        <IconButton
          size="sm"
          label={t('more', { about: about.slice(0, 40) })}
          icon={<Ellipsis aria-hidden className="size-4" />}
        />
      }
    >
      {children}
      <MenuItem icon={<Frame aria-hidden className="size-4" />} onSelect={() => show(recordId)}>
        {t('show')}
      </MenuItem>
      {askForHelp && thingId && (
        <MenuItem
          icon={<LifeBuoy aria-hidden className="size-4" />}
          onSelect={() => askForHelp({ id: thingId, text: about })}
        >
          {t('askHelp')}
        </MenuItem>
      )}
      {writable && <Fields recordId={recordId} zoneId={zoneId} actionId={actionId} />}
      {writable && (
        <>
          <MenuLine />
          <MenuItem
            danger
            icon={<Trash2 aria-hidden className="size-4" />}
            onSelect={() => change((board) => removeCard(board, recordId))}
          >
            {t('remove')}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}

interface FieldsProps {
  recordId: string;
  zoneId: string | undefined;
  actionId: string | undefined;
}

function Fields({ recordId, zoneId, actionId }: FieldsProps) {
  const t = useTranslations('list');
  const { deeds } = useWorld();
  const { change, fields } = useListTools();
  const nameOf = useHeadName();
  if (fields.length === 0) return null;

  async function moveTo(id: string): Promise<void> {
    const field = fields.find((each) => each.id === id);
    const lane = field?.is === 'zone' ? laneOf(field.kind) : undefined;
    const may = !actionId || !lane || !deeds || (await deeds.enterLane(actionId, lane));
    if (may) change((board) => moveToZone(board, recordId, id));
  }

  return (
    <>
      <MenuLine />
      <MenuLabel>{t('moveTo')}</MenuLabel>
      <MenuChoice
        value={zoneId ?? ''}
        options={fields.map((field) => ({ value: field.id, label: nameOf(field) }))}
        onChange={(to) => void moveTo(to)}
      />
    </>
  );
}

import { Pencil } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { changeAction } from '#board/actions.ts';
import { MAX_TITLE } from '#board/ladder.ts';
import { ActionCardButton } from '#components/canvas/action-card-button.tsx';
import { useWorld } from '#components/canvas/canvas-world.tsx';
import { rungOf } from '#components/canvas/ladder-looks.ts';
import { useLive } from '#components/canvas/live-map.ts';
import { ReviewMarks } from '#components/canvas/review-marks.tsx';
import { RungBadge } from '#components/canvas/rung-badge.tsx';
import { ConsentMark } from '#components/consent/consent-mark.tsx';
import { DeclinedLine } from '#components/tasks/declined-line.tsx';
import { noon } from '#components/time/noon.ts';
import { MenuItem } from '#components/ui/menu.tsx';
import { ListField } from './list-field.tsx';
import { useListTools } from './list-tools.tsx';
import { RowMenu } from './row-menu.tsx';

interface Props {
  recordId: string;
  actionId: string;
  zoneId: string | undefined;
}

/** An action in the list: its words, who, by when, where it stands, and the next step. */
export function ActionRow({ recordId, actionId, zoneId }: Props) {
  const t = useTranslations('card.action');
  const { live, writable, deeds } = useWorld();
  const { change } = useListTools();
  const format = useFormatter();
  const action = useLive(live.actions, actionId);
  const task = useLive(live.tasks, actionId);
  const round = useLive(live.consent, actionId);
  const rung = rungOf(action, task);
  if (!rung) return <p className="text-14 text-soft">{t('elsewhere')}</p>;
  const { title, owner, due } = task ?? action ?? { title: '', owner: null, due: null };
  const buddy = (task ?? action)?.buddy;
  const day =
    due && format.dateTime(noon(due), { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return (
    <div className="flex items-start gap-1 rounded-card border border-line bg-surface p-1">
      <div className="flex min-w-0 grow flex-col gap-1">
        <ListField
          oneLine
          label={t('titleLabel')}
          placeholder={t('titlePlaceholder')}
          text={title}
          maxLength={MAX_TITLE}
          readOnly={!writable || task !== undefined}
          className="font-semibold"
          onWrite={(next, base) => {
            change((board) => changeAction(board, actionId, { title: next }, base), false);
          }}
        />
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-1.5 pb-1 text-12 text-soft">
          <RungBadge rung={rung} outcome={task?.outcome ?? null} />
          {!task && <ConsentMark round={round} />}
          <span>{owner?.name ?? t('noOwner')}</span>
          {buddy && <span>{t('buddy', { name: buddy.name })}</span>}
          <span>{day ?? t('noDue')}</span>
          {task?.declined && (
            <div className="basis-full text-ink">
              <DeclinedLine declined={task.declined} owner={task.owner} />
            </div>
          )}
          <ReviewMarks row of={actionId} />
          <span className="ml-auto">
            <ActionCardButton actionId={actionId} rung={rung} />
          </span>
        </div>
      </div>
      <RowMenu
        recordId={recordId}
        zoneId={zoneId}
        about={title}
        thingId={actionId}
        actionId={actionId}
      >
        {deeds && (
          <MenuItem
            icon={<Pencil aria-hidden className="size-4" />}
            onSelect={() => deeds.openAction(actionId)}
          >
            {t('details')}
          </MenuItem>
        )}
      </RowMenu>
    </div>
  );
}

import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Day } from '#components/time/day.tsx';
import { ActionCardButton } from '#components/canvas/action-card-button.tsx';
import { ReviewMarks } from '#components/canvas/review-marks.tsx';
import { RungBadge } from '#components/canvas/rung-badge.tsx';
import type { Rung } from '#components/canvas/ladder-looks.ts';
import { useLadderWord } from '#components/history/use-ladder-word.ts';
import { Avatar } from '#components/ui/avatar.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import type { ListedAction } from './listed-actions.ts';
import { SidePanel } from './side-panel.tsx';

interface Props {
  actions: readonly ListedAction[];
  today: string;
  onShow: (actionId: string) => void;
  onOpen: (actionId: string) => void;
  onClose: () => void;
}

/** Every action of the board beside the canvas, what is undecided first. */
export function ActionsPanel({ actions, today, onShow, onOpen, onClose }: Props) {
  const t = useTranslations('board.panel');
  return (
    <SidePanel id="actions-panel" title={t('title')} onClose={onClose}>
      <div className="-mx-1.5 mb-3 empty:hidden">
        <ReviewMarks row of="" />
      </div>
      {actions.length === 0 ? (
        <EmptyState>{t('empty')}</EmptyState>
      ) : (
        <Groups actions={actions} today={today} onShow={onShow} onOpen={onOpen} />
      )}
    </SidePanel>
  );
}

type GroupsProps = Omit<Props, 'onClose'>;

function Groups({ actions, ...rest }: GroupsProps) {
  const word = useLadderWord();
  const rungs = [...new Set(actions.map(({ rung }) => rung))];
  return rungs.map((rung) => {
    const inGroup = actions.filter((action) => action.rung === rung);
    return (
      <section key={rung} className="mb-5">
        <h3 className="mb-2 flex items-baseline gap-2 text-12 font-semibold text-soft">
          {word(rung)}
          <span className="font-normal text-faint tabular-nums">{inGroup.length}</span>
        </h3>
        <ul className="flex flex-col gap-2">
          {inGroup.map((action) => (
            <Item key={action.id} action={action} {...rest} />
          ))}
        </ul>
      </section>
    );
  });
}

const open: readonly Rung[] = ['agreed', 'doing'];

interface ItemProps extends Omit<GroupsProps, 'actions'> {
  action: ListedAction;
}

function Item({ action, today, onShow, onOpen }: ItemProps) {
  const t = useTranslations('board.panel');
  const { id, title, owner, due, rung, outcome, hasCard } = action;
  const late = due !== null && due < today && open.includes(rung);
  return (
    <li className="flex flex-col gap-2 rounded-card border border-line bg-surface p-3">
      <div className="flex items-start gap-2">
        <button
          type="button"
          title={hasCard ? t('show') : t('noCard')}
          onClick={() => (hasCard ? onShow(id) : onOpen(id))}
          className="line-clamp-3 min-w-0 grow rounded-chip text-left font-medium wrap-anywhere hover:underline"
        >
          {title || <span className="text-faint">{t('untitled')}</span>}
        </button>
        <IconButton
          size="sm"
          label={t('details')}
          className="-my-1 -mr-1"
          icon={<Ellipsis aria-hidden className="size-4" />}
          onClick={() => onOpen(id)}
        />
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-12 text-soft">
        {owner ? (
          <span className="flex min-w-0 items-center gap-1.5">
            <Avatar person={owner} size="sm" named={false} />
            <span className="truncate">{owner.name}</span>
          </span>
        ) : (
          <span className="text-faint">{t('noOwner')}</span>
        )}
        {due && (
          <span className={late ? 'font-medium text-danger' : ''}>
            {late && `${t('late')} `}
            <Day day={due} today={today} />
          </span>
        )}
      </div>
      <div className="flex items-center justify-between gap-2">
        <RungBadge rung={rung} outcome={outcome} />
        <ActionCardButton actionId={id} rung={rung} />
      </div>
    </li>
  );
}

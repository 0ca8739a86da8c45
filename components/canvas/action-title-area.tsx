import { useTranslations } from 'next-intl';
import { changeAction } from '#board/actions.ts';
import type { Action } from '#board/actions.ts';
import { MAX_TITLE } from '#board/ladder.ts';
import { useWorld } from './canvas-world.tsx';
import { CardField } from './card-field.tsx';

/** The title of a proposal while somebody here writes it. */
export function ActionTitleArea({ action }: { action: Action }) {
  const t = useTranslations('card.action');
  const { live } = useWorld();
  return (
    <CardField
      label={t('titleLabel')}
      placeholder={t('titlePlaceholder')}
      text={action.title}
      maxLength={MAX_TITLE}
      className="font-semibold"
      onWrite={(title, base) => {
        live.board.doc.transact(() => changeAction(live.board, action.id, { title }, base));
      }}
    />
  );
}

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { changeAction } from '#board/actions.ts';
import type { Action } from '#board/actions.ts';
import { dropAction } from '#board/edits.ts';
import { useFieldWords } from '#components/forms/problem-words.ts';
import { Button } from '#components/ui/button.tsx';
import { ActionFields, actionFields } from './action-fields.tsx';
import { useBoardTools } from './board-tools.tsx';
import { readActionFields, unreadDays } from './read-action-fields.ts';

const everything: ReadonlySet<string> = new Set(actionFields);

/** Everything that a proposal says, to be filled in or changed, and the way to drop it. */
export function ProposalForm({ action, onDone }: { action: Action; onDone: () => void }) {
  const t = useTranslations('board.details');
  const { live, may } = useBoardTools();
  const { board } = live;
  const fieldWords = useFieldWords();
  const [unread, setUnread] = useState<readonly string[]>([]);
  function save(form: HTMLFormElement) {
    const typed = new FormData(form);
    const [first, ...others] = unreadDays(typed);
    if (first !== undefined) {
      setUnread([first, ...others]);
      form.querySelector<HTMLElement>(`[data-field="${first}"]`)?.focus();
      return;
    }
    const fields = readActionFields(typed, action, live.people.get(''));
    board.doc.transact(() => changeAction(board, action.id, fields, action.title));
    onDone();
  }
  return (
    <form
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        save(event.currentTarget);
      }}
    >
      <ActionFields
        live={live}
        action={action}
        ask={everything}
        errorOf={(field) =>
          unread.includes(field)
            ? fieldWords({ field, code: 'missing', message: 'is no day' })
            : undefined
        }
        onTouch={(field) => setUnread((now) => now.filter((one) => one !== field))}
        mayMeasure={may.measure}
      />
      <div className="flex flex-wrap justify-between gap-2">
        {action.rung !== 'dropped' && (
          <Button
            variant="quiet"
            onClick={() => {
              board.doc.transact(() => dropAction(board, action.id));
              onDone();
            }}
          >
            {t('drop')}
          </Button>
        )}
        <Button type="submit" variant="primary" className="ml-auto">
          {t('save')}
        </Button>
      </div>
    </form>
  );
}

import { HeartHandshake } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Action } from '#board/actions.ts';
import { useLive } from '#components/canvas/live-map.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { ActionFields } from './action-fields.tsx';
import { ActionSummary } from './action-summary.tsx';
import { useBoardTools } from './board-tools.tsx';
import { useConfirmOnEnter } from './use-confirm-on-enter.ts';
import { useConfirm } from './use-confirm.ts';

interface Props {
  actionId: string;
  onClose: () => void;
}

/** The decide moment: asks for exactly what is missing, then makes the proposal a promise. */
export function ConfirmDialog({ actionId, onClose }: Props) {
  const t = useTranslations('board.confirm');
  const { live } = useBoardTools();
  const action = useLive(live.actions, actionId);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title')}
      description={t('intro')}
    >
      {action ? <ConfirmForm action={action} onDone={onClose} /> : <p>{t('gone')}</p>}
    </Dialog>
  );
}

function ConfirmForm({ action, onDone }: { action: Action; onDone: () => void }) {
  const t = useTranslations('board.confirm');
  const { live, may } = useBoardTools();
  const { ask: missing, busy, problem, errorOf, submit, touch, form } = useConfirm(action, onDone);
  const [withBuddy, setWithBuddy] = useState(false);
  const ask = withBuddy ? new Set([...missing, 'buddy']) : missing;
  useConfirmOnEnter(form);
  return (
    <form
      ref={form}
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(new FormData(event.currentTarget));
      }}
    >
      <ActionSummary action={action} leaveOut={ask} />
      <ActionFields
        live={live}
        action={action}
        ask={ask}
        errorOf={errorOf}
        onTouch={touch}
        mayMeasure={may.measure}
        proposesCheck
      />
      {!ask.has('buddy') && !action.buddy && (
        <Button
          variant="quiet"
          icon={<HeartHandshake aria-hidden className="size-4" />}
          className="self-start"
          onClick={() => setWithBuddy(true)}
        >
          {t('addBuddy')}
        </Button>
      )}
      <div role="alert">
        {errorOf('consent') && (
          <p className="rounded-card bg-danger-pale px-3 py-2 text-danger">{errorOf('consent')}</p>
        )}
        {problem && !errorOf('consent') && (
          <p className="rounded-card bg-danger-pale px-3 py-2 text-danger">{problem}</p>
        )}
      </div>
      <div className="flex flex-row-reverse gap-2 max-sm:flex-col">
        <Button type="submit" variant="primary" busy={busy} data-starts>
          {t('submit')}
        </Button>
        <Button onClick={onDone}>{t('notYet')}</Button>
      </div>
    </form>
  );
}
